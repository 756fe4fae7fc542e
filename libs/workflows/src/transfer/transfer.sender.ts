import { above, all, any, commandsOf, dayOf, holds, is, not, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOf, vietnameseCalendar } from '../rules/index.js';
import * as input from './transfer.commands.js';
import type { TransferFacts } from './transfer.events.js';
import * as guards from './transfer.guards.js';
import { ofTransfer, type TransferState, type TransferStateName } from './transfer.state.js';
import { dueOfStep, overdueStep } from './transfer.steps.js';

const rules = rulesOf('year');
const secretaries = any(
  holds('secretary', 'fromUnitId'),
  holds('deputy', 'fromUnitId'),
  above('secretary', 'fromUnitId'),
  above('committee', 'fromUnitId'),
);
/** Those who keep the sender's papers; nobody issues a letter for themselves. */
const sender = all(secretaries, not(is('memberId')));

const command = commandsOf<TransferState, TransferFacts, TransferStateName>();

/** What is done where the member leaves. */
export const doneBySender = {
  request: command({
    input: input.RequestTransfer,
    from: ['none'],
    by: any(is('memberId'), secretaries),
    needs: {
      rules,
      membership: stateOf<MembershipView>('membership', 'memberId'),
      receiver: stateOf<OrgUnitView>('organisation', 'toUnitId'),
    },
    guards: [guards.memberIsThere, guards.newUnitIsOpen, guards.stayFits],
    emits: ['TransferRequested'],
    decide({ state: { transferId, memberId, year }, input: given, needs }) {
      const { fromUnitId, toUnitId, kind, reason, movedOn, on, until } = given;
      const startBy = vietnameseCalendar.addWorkingDays(movedOn, needs.rules.transfer.startDays);
      const of = { transferId, memberId, fromUnitId, toUnitId, unitId: fromUnitId, year, kind };
      const data = { ...of, reason, movedOn, on, startBy, ...(until !== undefined && { until }) };
      return [{ type: 'TransferRequested', data }];
    },
  }),
  review: command({
    input: input.ReviewSender,
    from: ['requested'],
    by: sender,
    guards: [guards.stepsInOrder],
    emits: ['SenderReviewed'],
    decide: ({ state, input: { on } }) => [
      { type: 'SenderReviewed', data: { ...ofTransfer(state), on } },
    ],
  }),
  issueLetter: command({
    input: input.IssueLetter,
    from: ['requested', 'sender_reviewed'],
    by: sender,
    needs: { rules },
    guards: [guards.senderHasReviewed, guards.stepsInOrder],
    emits: ['LetterIssued'],
    decide({ state, input: { number, on }, needs }) {
      const presentBy = vietnameseCalendar.addWorkingDays(on, needs.rules.transfer.presentDays);
      const data = { ...ofTransfer(state), number, on, late: on > state.startBy!, presentBy };
      return [{ type: 'LetterIssued', data }];
    },
  }),
  sealFile: command({
    input: input.SealFile,
    from: ['letter_issued'],
    by: sender,
    guards: [guards.stepsInOrder],
    emits: ['FileSealed'],
    decide: ({ state, input: { on } }) => [
      { type: 'FileSealed', data: { ...ofTransfer(state), on } },
    ],
  }),
  withdraw: command({
    input: input.WithdrawTransfer,
    from: ['requested', 'sender_reviewed', 'letter_issued', 'file_sealed'],
    by: any(is('memberId'), secretaries),
    guards: [guards.stepsInOrder],
    emits: ['TransferReturned'],
    decide: ({ state, input: { on } }) => [
      { type: 'TransferReturned', data: { ...ofTransfer(state), on, reason: 'withdrawn' } },
    ],
  }),
  markOverdue: command({
    input: input.MarkOverdue,
    from: ['requested', 'sender_reviewed', 'letter_issued', 'file_sealed'],
    by: system,
    guards: [guards.limitHasPassed],
    emits: ['TransferOverdue'],
    decide({ state, stateName, input: { on }, occurredAt }) {
      const step = overdueStep(stateName);
      const due = dueOfStep(state, step);
      const data = { ...ofTransfer(state), step, due, on: on ?? dayOf(occurredAt) };
      return [{ type: 'TransferOverdue', data }];
    },
  }),
};
