import { addDays, dayOf, guard, reason } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { AppointSubstitute, GrantDelegation } from './delegation.commands.js';
import type { DelegationView } from './delegation.events.js';
import type { DelegationState } from './delegation.state.js';

/** Nobody gives away a right for longer without giving it anew. */
const DAYS_MAX = 366;

/** What a delegation must know of a member. */
export interface DelegateView {
  readonly active: boolean;
  readonly offices: readonly { readonly unitId: string; readonly office: string }[];
}

interface Dated {
  input: { from: string; until: string };
  occurredAt: string;
}
interface OfState {
  state: Readonly<DelegationState>;
}
interface Grant extends OfState {
  input: GrantDelegation;
}

/** In order, not backdated, and not for ever. */
export const datesFit = guard<Dated>(
  ['DATE_ORDER', 'DATE_PAST', 'DELEGATION_TOO_LONG'],
  ({ input: { from, until }, occurredAt }) => {
    if (until < from) return [reason('DATE_ORDER', undefined, 'until')];
    if (from < dayOf(occurredAt)) return [reason('DATE_PAST', undefined, 'from')];
    return addDays(from, DAYS_MAX) < until
      ? [reason('DELEGATION_TOO_LONG', { max: DAYS_MAX }, 'until')]
      : [];
  },
);

export const notToOneself = guard<OfState & { input: { toId: string } }>(
  'DELEGATE_IS_SELF',
  ({ state, input }) =>
    input.toId === state.memberId ? [reason('DELEGATE_IS_SELF', undefined, 'toId')] : [],
);

/** Whoever acts for another is an active member. */
export const delegateIsActive = guard<{ needs: { delegate: DelegateView | undefined } }>(
  'NOT_ACTIVE_MEMBER',
  ({ needs: { delegate } }) =>
    delegate?.active ? [] : [reason('NOT_ACTIVE_MEMBER', undefined, 'toId')],
);

export const unitIsOpen = guard<{ needs: { unit: OrgUnitView | undefined } }>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs: { unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN', undefined, 'unitId')];
    return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED', undefined, 'unitId')];
  },
);

/** One gives only what one holds; whether it reaches that unit is judged whenever it is used. */
export const officeIsHeld = guard<Grant & { needs: { giver: DelegateView | undefined } }>(
  'OFFICE_NOT_HELD',
  ({ input: { scope, of }, needs: { giver } }) =>
    scope.office === undefined ||
    of !== undefined ||
    giver?.offices.some(({ office }) => office === scope.office)
      ? []
      : [reason('OFFICE_NOT_HELD', { office: scope.office }, 'scope.office')],
);

/** A substitute is for somebody who holds that very office there. */
export const officerIsReplaced = guard<
  OfState & { input: AppointSubstitute; needs: { unit: OrgUnitView | undefined } }
>('OFFICE_NOT_HELD', ({ state, input: { office, from }, needs: { unit } }) =>
  unit === undefined ||
  unit.officers.some(
    (officer) =>
      officer.memberId === state.memberId &&
      officer.office === office &&
      (officer.to === undefined || from < officer.to),
  )
    ? []
    : [reason('OFFICE_NOT_HELD', { office }, 'office')],
);

export const idIsNew = guard<OfState & { input: { id: string } }>(
  'DELEGATION_ID_TAKEN',
  ({ state, input }) =>
    state.grants.some(({ id }) => id === input.id)
      ? [reason('DELEGATION_ID_TAKEN', { id: input.id }, 'id')]
      : [],
);

type Given = DelegationView['grants'][number];

const meets = (grant: Given, { from, until }: { from: string; until: string }): boolean =>
  grant.from <= until && from <= grant.until && (grant.endedOn ?? '9999') > from;

/** The same right to the same person twice at a time would have to be revoked twice. */
export const noOverlap = guard<Grant>('DELEGATION_OVERLAPS', ({ state, input }) => {
  const { scope, toId, of } = input;
  const same = state.grants.find(
    (grant) =>
      grant.kind === 'delegation' &&
      grant.toId === toId &&
      grant.unitId === scope.unitId &&
      grant.office === scope.office &&
      grant.of?.fromId === of?.fromId &&
      grant.of?.id === of?.id &&
      share(grant.workflows, scope.workflows) &&
      meets(grant, input),
  );
  return same === undefined ? [] : [reason('DELEGATION_OVERLAPS', { id: same.id }, 'from')];
});

const share = (ones?: readonly string[], others?: readonly string[]): boolean =>
  ones === undefined || others === undefined || ones.some((name) => others.includes(name));

/** One substitute for one office at a time. */
export const oneSubstitute = guard<OfState & { input: AppointSubstitute }>(
  'SUBSTITUTE_OVERLAPS',
  ({ state, input }) => {
    const same = state.grants.find(
      (grant) =>
        grant.kind === 'substitution' &&
        grant.unitId === input.unitId &&
        grant.office === input.office &&
        meets(grant, input),
    );
    return same === undefined ? [] : [reason('SUBSTITUTE_OVERLAPS', { id: same.id }, 'from')];
  },
);
