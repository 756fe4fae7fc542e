import type { FactSpecs } from '#libs/kernel';
import type { SteeringCommitteeFacts } from './steering-committee.events.js';
import type { SteeringState, SteeringStateName } from './steering-committee.state.js';
import { tasks } from './steering-committee.tasks.js';

/** What each stored fact does; replay runs only this. */
export const steeringFacts: FactSpecs<SteeringState, SteeringCommitteeFacts, SteeringStateName> = {
  ...tasks.facts,
  SteeringCommitteeFormed: {
    to: 'active',
    apply(state, { members, on }) {
      state.formedOn = on;
      state.members = members.map(({ memberId, role }) => ({ memberId, role, from: on }));
    },
  },
  SteeringMemberAdded: {
    apply: (state, { memberId, role, on }) => void state.members.push({ memberId, role, from: on }),
  },
  SteeringMemberLeft: {
    apply(state, { memberId, on }) {
      state.members = state.members.map((one) =>
        one.memberId === memberId && one.to === undefined ? { ...one, to: on } : one,
      );
    },
  },
  SteeringCommitteeDissolved: {
    to: 'dissolved',
    apply: (state, { on }) =>
      void (state.members = state.members.map((one) => ({ ...one, to: one.to ?? on }))),
  },
};
