import { dayOf, guard, type Reason, reason } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { EndSubstitute, GrantDelegation, RevokeDelegation } from './delegation.commands.js';
import type { DelegationView, GrantView } from './delegation.events.js';
import type { DelegationState } from './delegation.state.js';

interface Ending<Input> {
  state: Readonly<DelegationState>;
  input: Input;
  occurredAt: string;
}

/** What was done under it before stays lawful, so it cannot end in the past. */
const endReasons = (
  grant: GrantView | undefined,
  on: string,
  occurredAt: string,
): readonly Reason[] => {
  if (grant === undefined) return [reason('DELEGATION_UNKNOWN', undefined, 'id')];
  if (grant.endedOn !== undefined) return [reason('DELEGATION_ENDED', { on: grant.endedOn }, 'id')];
  return on < dayOf(occurredAt) ? [reason('DATE_PAST', undefined, 'on')] : [];
};

const ENDING = ['DELEGATION_UNKNOWN', 'DELEGATION_ENDED', 'DATE_PAST'] as const;

export const delegationRuns = guard<Ending<RevokeDelegation>>(
  ENDING,
  ({ state, input: { id, on }, occurredAt }) => {
    const found = state.grants.find((grant) => grant.id === id && grant.kind === 'delegation');
    return endReasons(found, on, occurredAt);
  },
);

export const substituteActs = guard<Ending<EndSubstitute>>(
  ENDING,
  ({ state, input: { id, on, unitId }, occurredAt }) => {
    const found = state.grants.find(
      (grant) => grant.id === id && grant.kind === 'substitution' && grant.unitId === unitId,
    );
    return endReasons(found, on, occurredAt);
  },
);

/** What is passed on was received, may be passed on, and does not grow on the way. */
export const passedOnFits = guard<{
  state: Readonly<DelegationState>;
  input: GrantDelegation;
  needs: { received: DelegationView | undefined; unit: OrgUnitView | undefined };
}>(
  ['PASS_ON_UNKNOWN', 'PASS_ON_FORBIDDEN', 'PASS_ON_WIDER', 'PASS_ON_IN_CIRCLE'],
  ({ state, input, needs }) => {
    const { of } = input;
    if (of === undefined) return [];
    const received = needs.received?.grants.find(({ id }) => id === of.id);
    if (received?.toId !== state.memberId) return [reason('PASS_ON_UNKNOWN', undefined, 'of.id')];
    if (!received.mayPassOn) return [reason('PASS_ON_FORBIDDEN', undefined, 'of.id')];
    if (input.toId === of.fromId) return [reason('PASS_ON_IN_CIRCLE', undefined, 'toId')];
    return isWithin(input, received, needs.unit)
      ? []
      : [reason('PASS_ON_WIDER', undefined, 'scope')];
  },
);

/** Within the dates, office, workflows and unit (or one directly below) of what was received. */
const isWithin = (
  { from, until, scope }: GrantDelegation,
  received: GrantView,
  unit: OrgUnitView | undefined,
): boolean =>
  received.from <= from &&
  until <= received.until &&
  (received.endedOn === undefined || until < received.endedOn) &&
  (received.office === undefined || received.office === scope.office) &&
  (received.workflows === undefined ||
    (scope.workflows?.every((name) => received.workflows?.includes(name)) ?? false)) &&
  [unit?.unitId, unit?.parentId].includes(received.unitId);
