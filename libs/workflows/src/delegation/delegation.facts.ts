import type { FactSpecs } from '#libs/kernel';
import type { DelegationFacts } from './delegation.events.js';
import type { DelegationState, DelegationStateName } from './delegation.state.js';

const end = (state: DelegationState, { id, on }: { id: string; on: string }): void => {
  state.grants = state.grants.map((grant) => (grant.id === id ? { ...grant, endedOn: on } : grant));
};

/** What each stored fact does; replay runs only this. */
export const delegationFacts: FactSpecs<DelegationState, DelegationFacts, DelegationStateName> = {
  DelegationGranted: {
    to: 'open',
    apply: (state, { id, toId, unitId, office, workflows, from, until, mayPassOn, of }) =>
      void state.grants.push({
        id,
        kind: 'delegation',
        toId,
        unitId,
        office,
        workflows,
        from,
        until,
        mayPassOn,
        of,
        endedOn: undefined,
      }),
  },
  DelegationRevoked: { apply: end },
  SubstituteAppointed: {
    to: 'open',
    apply: (state, { id, toId, unitId, office, from, until }) =>
      void state.grants.push({
        id,
        kind: 'substitution',
        toId,
        unitId,
        office,
        workflows: undefined,
        from,
        until,
        mayPassOn: false,
        of: undefined,
        endedOn: undefined,
      }),
  },
  SubstituteEnded: { apply: end },
  DelegationsClosed: { to: 'closed', apply: (state, { on }) => void (state.closedOn = on) },
};
