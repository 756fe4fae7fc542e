import { any, commandsOf, stateOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { mendsSomething } from './criticism-item.conclusion-guards.js';
import { identity, remedies, WHILE_OWED, withdrawal } from './criticism-session.blocks.js';
import * as input from './criticism-session.commands.js';
import type { CriticismSessionFacts as Facts } from './criticism-session.events.js';
import * as follow from './criticism-session.follow-up-guards.js';
import * as guards from './criticism-session.guards.js';
import { committee, desk, fromAbove, superior } from './criticism-session.policies.js';
import type {
  CriticismSessionState as State,
  CriticismSessionStateName as StateName,
} from './criticism-session.state.js';

const command = commandsOf<State, Facts, StateName>();
const { assign, report, verify, handOver } = remedies.commands;

/** What comes after: report upward, remedies, redo, heirs, the end. */
export const followUp = {
  retract: withdrawal.commands.retract,
  startTracking: command({
    input: input.StartTracking,
    from: ['minutes_adopted'],
    by: any(system, desk, superior),
    guards: [guards.opinionsForwarded],
    emits: ['TrackingStarted'],
    decide: ({ state, input: { on, reportedTo } }) => [
      {
        type: 'TrackingStarted',
        data: { ...identity(state), on, ...(reportedTo !== undefined && { reportedTo }) },
      },
    ],
  }),
  assignRemedy: { ...assign, guards: [...assign.guards!, mendsSomething] },
  reportRemedy: report,
  verifyRemedy: verify,
  handOverRemedy: handOver,
  explainRemedy: command({
    input: input.ExplainRemedy,
    from: WHILE_OWED,
    by: any(committee, superior),
    guards: [follow.remedyIsOwed, follow.byAnother],
    emits: ['RemedyExplained'],
    decide({ state, input: { id, reason, text, on } }) {
      const { ownerId, due } = state.remedies.find((remedy) => remedy.id === id)!;
      return [
        {
          type: 'RemedyExplained',
          data: { ...identity(state), id, ownerId, due, reason, on },
          sealed: { text: { of: ownerId, value: text } },
        },
      ];
    },
  }),
  orderRedo: command({
    input: input.OrderRedo,
    from: ['concluded', 'minutes_adopted', 'remedy_tracking'],
    by: superior,
    emits: ['RedoOrdered'],
    decide: ({ state, input: { reason, text, on } }) => [
      {
        type: 'RedoOrdered',
        data: { ...identity(state), reason, on },
        sealed: { text: { of: state.headId!, value: text } },
      },
    ],
  }),
  handOver: command({
    input: input.HandOverSession,
    from: WHILE_OWED,
    by: fromAbove,
    needs: { heir: stateOf<OrgUnitView>('organisation', 'heirId') },
    guards: [follow.heirFits],
    emits: ['SessionHandedOver'],
    decide: ({ state, input: { heirId, on } }) => [
      { type: 'SessionHandedOver', data: { ...identity(state), heirId, on } },
    ],
  }),
  close: command({
    input: input.OnDayInput,
    from: ['remedy_tracking'],
    by: any(system, desk, superior),
    guards: [guards.everythingSettled],
    emits: ['SessionClosed'],
    decide({ state, input: { on } }) {
      const remedied = state.remedies.filter(({ status }) => status === 'done').length;
      const open = state.remedies.length - remedied;
      return [{ type: 'SessionClosed', data: { ...identity(state), on, remedied, open } }];
    },
  }),
};
