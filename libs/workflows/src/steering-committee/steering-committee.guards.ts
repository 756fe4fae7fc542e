import { guard, precondition, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { AddSteeringMember, FormCommittee } from './steering-committee.commands.js';
import { sitting, type SteeringState } from './steering-committee.state.js';

export const unitIsOpen = precondition<{ needs: { unit: OrgUnitView | undefined } }>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs: { unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN')];
    return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED')];
  },
);

export const termInOrder = precondition<{ state: Readonly<SteeringState> }>(
  'TERM_ORDER',
  ({ state }) => (state.toYear < state.fromYear ? [reason('TERM_ORDER')] : []),
);

/** One head, and everybody an active member, once. */
export const membersFit = guard<{
  input: FormCommittee;
  needs: { members: ReadonlyMap<string, MembershipView> };
}>(
  ['HEAD_MISSING', 'HEAD_TWICE', 'ON_COMMITTEE_TWICE', 'NOT_ACTIVE_MEMBER'],
  ({ input: { members }, needs }) => {
    const heads = members.filter(({ role }) => role === 'head').length;
    const ids = members.map(({ memberId }) => memberId);
    return [
      ...(heads === 0 ? [reason('HEAD_MISSING', undefined, 'members')] : []),
      ...(heads > 1 ? [reason('HEAD_TWICE', undefined, 'members')] : []),
      ...ids.flatMap((id, index) => {
        const path = `members[${index}].memberId`;
        if (ids.indexOf(id) < index) return [reason('ON_COMMITTEE_TWICE', undefined, path)];
        return needs.members.get(id)?.active ? [] : [reason('NOT_ACTIVE_MEMBER', undefined, path)];
      }),
    ];
  },
);

/** A newcomer is an active member who is not on it yet, and no second head. */
export const newcomerFits = guard<{
  input: AddSteeringMember;
  state: Readonly<SteeringState>;
  needs: { member: MembershipView | undefined };
}>(
  ['HEAD_TWICE', 'ON_COMMITTEE_TWICE', 'NOT_ACTIVE_MEMBER'],
  ({ input: { memberId, role }, state, needs: { member } }) => {
    const now = sitting(state);
    return [
      ...(role === 'head' && now.some((one) => one.role === 'head')
        ? [reason('HEAD_TWICE', undefined, 'role')]
        : []),
      ...(now.some((one) => one.memberId === memberId)
        ? [reason('ON_COMMITTEE_TWICE', undefined, 'memberId')]
        : []),
      ...(member?.active ? [] : [reason('NOT_ACTIVE_MEMBER', undefined, 'memberId')]),
    ];
  },
);

/** Whoever leaves hands over first what they still owe. */
export const leaverIsFree = guard<{
  input: { memberId: string };
  state: Readonly<SteeringState>;
}>(['NOT_ON_COMMITTEE', 'TASKS_OPEN'], ({ input: { memberId }, state }) => {
  if (!sitting(state).some((one) => one.memberId === memberId))
    return [reason('NOT_ON_COMMITTEE', undefined, 'memberId')];
  const count = state.tasks.filter(
    ({ ownerId, status }) => ownerId === memberId && status !== 'done',
  ).length;
  return count === 0 ? [] : [reason('TASKS_OPEN', { count }, 'memberId')];
});

export const notBeforeFormed = guard<{ input: { on: string }; state: Readonly<SteeringState> }>(
  'DATE_ORDER',
  ({ input, state: { formedOn } }) =>
    input.on < formedOn! ? [reason('DATE_ORDER', undefined, 'on')] : [],
);
