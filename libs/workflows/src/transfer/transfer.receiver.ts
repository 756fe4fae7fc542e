import { above, all, any, commandsOf, holds, is, not, stateOf } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import * as input from './transfer.commands.js';
import type { TransferFacts } from './transfer.events.js';
import * as guards from './transfer.guards.js';
import { ofTransfer, type TransferState, type TransferStateName } from './transfer.state.js';

const secretaries = any(
  holds('secretary', 'toUnitId'),
  holds('deputy', 'toUnitId'),
  above('secretary', 'toUnitId'),
  above('committee', 'toUnitId'),
);
/** Those who check and list newcomers; nobody receives themselves. */
const receiver = all(secretaries, not(is('memberId')));

const command = commandsOf<TransferState, TransferFacts, TransferStateName>();

/** What is done where the member arrives. */
export const doneByReceiver = {
  present: command({
    input: input.PresentTransfer,
    from: ['letter_issued', 'file_sealed'],
    by: any(is('memberId'), secretaries),
    guards: [guards.fileIsSealed, guards.stepsInOrder],
    emits: ['TransferPresented'],
    decide: ({ state, input: { on } }) => [
      {
        type: 'TransferPresented',
        data: { ...ofTransfer(state), on, late: on > state.presentBy! },
      },
    ],
  }),
  receive: command({
    input: input.ReceiveTransfer,
    from: ['presented'],
    by: receiver,
    needs: {
      membership: stateOf<MembershipView>('membership', 'memberId'),
      sender: stateOf<OrgUnitView>('organisation', 'fromUnitId'),
      receiver: stateOf<OrgUnitView>('organisation', 'toUnitId'),
    },
    guards: [guards.memberIsStillThere, guards.receiverIsOpen, guards.stepsInOrder],
    emits: ['TransferReceived'],
    decide({ state, input: { on }, needs }) {
      const late = on > state.presentBy!;
      const explained = state.overdue.some(
        ({ step, reason }) => step === 'arrival' && reason !== undefined,
      );
      const data = {
        ...ofTransfer(state),
        on,
        late,
        leavesUnitId: needs.membership!.unitId!,
        ...(late && { explained }),
      };
      return [{ type: 'TransferReceived', data }];
    },
  }),
  return: command({
    input: input.ReturnTransfer,
    from: ['presented'],
    by: receiver,
    guards: [guards.stepsInOrder],
    emits: ['TransferReturned'],
    decide: ({ state, input: { on, reason } }) => [
      { type: 'TransferReturned', data: { ...ofTransfer(state), on, reason } },
    ],
  }),
  explainOverdue: command({
    input: input.ExplainOverdue,
    from: ['requested', 'sender_reviewed', 'letter_issued', 'file_sealed', 'presented'],
    by: any(is('memberId'), holds('secretary', 'fromUnitId'), holds('secretary', 'toUnitId')),
    guards: [guards.wasOverdue],
    emits: ['TransferOverdueExplained'],
    decide: ({ state, input: { step, reason, text, on } }) => [
      {
        type: 'TransferOverdueExplained',
        data: { ...ofTransfer(state), step, reason, on },
        sealed: { text: { of: state.memberId, value: text } },
      },
    ],
  }),
};
