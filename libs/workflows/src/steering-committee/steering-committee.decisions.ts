import { commandsOf, stateOf, statesOf } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import * as input from './steering-committee.commands.js';
import type { SteeringCommitteeFacts } from './steering-committee.events.js';
import * as guards from './steering-committee.guards.js';
import {
  ofSteering,
  sitting,
  type SteeringState,
  type SteeringStateName,
} from './steering-committee.state.js';
import { deciding } from './steering-committee.tasks.js';

const members = statesOf<MembershipView>('membership', 'members.memberId', ({ input: given }) =>
  Array.isArray(given['members'])
    ? (given['members'] as input.SteeringMemberInput[]).map(({ memberId }) => memberId)
    : [],
);

const command = commandsOf<SteeringState, SteeringCommitteeFacts, SteeringStateName>();

/** Who sits on the committee, by decision and date. */
export const committeeDecisions = {
  form: command({
    input: input.FormCommittee,
    from: ['none'],
    by: deciding,
    needs: { unit: stateOf<OrgUnitView>('organisation', 'unitId'), members },
    guards: [guards.unitIsOpen, guards.termInOrder, guards.membersFit],
    emits: ['SteeringCommitteeFormed'],
    decide({ state, input: { members: named, decisionNo, on } }) {
      const list = named.map(({ memberId, role }) => ({ memberId, role }));
      const data = { ...ofSteering(state), members: list, decisionNo, on };
      return [{ type: 'SteeringCommitteeFormed', data }];
    },
  }),
  addMember: command({
    input: input.AddSteeringMember,
    from: ['active'],
    by: deciding,
    needs: { member: stateOf<MembershipView>('membership', 'memberId') },
    guards: [guards.newcomerFits, guards.notBeforeFormed],
    emits: ['SteeringMemberAdded'],
    decide: ({ state, input: { memberId, role, decisionNo, on } }) => [
      {
        type: 'SteeringMemberAdded',
        data: { ...ofSteering(state), memberId, role, decisionNo, on },
      },
    ],
  }),
  endMember: command({
    input: input.EndSteeringMember,
    from: ['active'],
    by: deciding,
    guards: [guards.leaverIsFree, guards.notBeforeFormed],
    emits: ['SteeringMemberLeft'],
    decide({ state, input: { memberId, decisionNo, on } }) {
      const { role } = sitting(state).find((one) => one.memberId === memberId)!;
      const data = { ...ofSteering(state), memberId, role, decisionNo, on };
      return [{ type: 'SteeringMemberLeft', data }];
    },
  }),
  dissolve: command({
    input: input.DissolveCommittee,
    from: ['active'],
    by: deciding,
    guards: [guards.notBeforeFormed],
    emits: ['SteeringCommitteeDissolved'],
    decide({ state, input: { decisionNo, on } }) {
      const done = state.tasks.filter(({ status }) => status === 'done').length;
      const data = { ...ofSteering(state), decisionNo, on, tasks: state.tasks.length, done };
      return [{ type: 'SteeringCommitteeDissolved', data }];
    },
  }),
};
