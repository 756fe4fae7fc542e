import { guard, precondition, reason } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { MembershipState } from './membership.state.js';

interface Needs {
  needs: { unit: OrgUnitView | undefined };
}

const unitReasons = (unit: OrgUnitView | undefined, path: string) => {
  if (unit === undefined) return [reason('UNIT_UNKNOWN', undefined, path)];
  return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED', undefined, path)];
};

export const unitIsOpen = guard<Needs>(['UNIT_UNKNOWN', 'UNIT_CLOSED'], ({ needs }) =>
  unitReasons(needs.unit, 'unitId'),
);

export const newUnitIsOpen = guard<
  Needs & { input: { toUnitId: string }; state: Readonly<MembershipState> }
>(['UNIT_UNKNOWN', 'UNIT_CLOSED', 'SAME_UNIT'], ({ needs, input, state }) =>
  input.toUnitId === state.unitId
    ? [reason('SAME_UNIT', undefined, 'toUnitId')]
    : unitReasons(needs.unit, 'toUnitId'),
);

export const datesInOrder = guard<{ input: { on: string; birthDate?: string } }>(
  'DATE_ORDER',
  ({ input }) =>
    input.birthDate !== undefined && input.birthDate >= input.on
      ? [reason('DATE_ORDER', undefined, 'birthDate')]
      : [],
);

export const notBeforeAdmission = guard<{
  input: { on: string };
  state: Readonly<MembershipState>;
}>('BEFORE_ADMISSION', ({ input, state }) =>
  state.admittedOn !== undefined && input.on < state.admittedOn
    ? [reason('BEFORE_ADMISSION', { admitted: state.admittedOn }, 'on')]
    : [],
);

export const isNotExempt = precondition<{ state: Readonly<MembershipState> }>(
  'ALREADY_EXEMPT',
  ({ state }) => (state.exempt ? [reason('ALREADY_EXEMPT')] : []),
);

export const isExempt = precondition<{ state: Readonly<MembershipState> }>(
  'NOT_EXEMPT',
  ({ state }) => (state.exempt ? [] : [reason('NOT_EXEMPT')]),
);

export const statusChanges = guard<{ input: { status: string }; state: Readonly<MembershipState> }>(
  'SAME_STATUS',
  ({ input, state }) =>
    input.status === state.status ? [reason('SAME_STATUS', undefined, 'status')] : [],
);

export const officeNotRecorded = guard<{
  input: { unitId: string; office: string };
  state: Readonly<MembershipState>;
}>('ALREADY_IN_OFFICE', ({ input, state }) =>
  state.offices.some(({ unitId, office }) => unitId === input.unitId && office === input.office)
    ? [reason('ALREADY_IN_OFFICE')]
    : [],
);

export const officeRecorded = guard<{
  input: { unitId: string; office: string };
  state: Readonly<MembershipState>;
}>('NOT_IN_OFFICE', ({ input, state }) =>
  state.offices.some(({ unitId, office }) => unitId === input.unitId && office === input.office)
    ? []
    : [reason('NOT_IN_OFFICE')],
);

/** A move that follows from a unit's end must not overtake what somebody did meanwhile. */
export const stillInThatUnit = guard<{
  input: { fromUnitId?: string };
  state: Readonly<MembershipState>;
}>('NOT_IN_THAT_UNIT', ({ input, state }) =>
  input.fromUnitId === undefined || input.fromUnitId === state.unitId
    ? []
    : [reason('NOT_IN_THAT_UNIT', undefined, 'fromUnitId')],
);
