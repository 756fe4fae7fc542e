import { dayOf, guard, precondition, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit, isLeaderIn } from '../membership/membership.events.js';
import type { RegistrationView } from './registration.events.js';
import type { Form } from './registration.form-guards.js';
import { isStated, shortcomingId } from './registration.form.js';
import type { RegistrationState } from './registration.state.js';

interface OfMember {
  state: Readonly<RegistrationState>;
  needs: { membership: MembershipView | undefined };
}

/**
 * Only an active member who is not exempt registers (3B), in a year for which the member counts:
 * whoever joined too late in the year owes none, and would be counted where nobody is obliged.
 */
export const memberIsObliged = precondition<OfMember>(
  ['NOT_ACTIVE_MEMBER', 'MEMBER_EXEMPT', 'NOT_OBLIGED_THAT_YEAR'],
  ({ state, needs: { membership } }) => {
    if (!membership?.active) return [reason('NOT_ACTIVE_MEMBER')];
    if (countedUnit(membership, state.year) !== undefined) return [];
    return [
      membership.exempt
        ? reason('MEMBER_EXEMPT')
        : reason('NOT_OBLIGED_THAT_YEAR', { year: state.year }),
    ];
  },
);

/** A registration belongs to its year; late within the year is accepted and visibly late. */
export const withinItsYear = precondition<{
  state: Readonly<RegistrationState>;
  occurredAt: string;
}>(['REG_TOO_EARLY', 'REG_YEAR_OVER'], ({ state, occurredAt }) => {
  const year = Number(dayOf(occurredAt).slice(0, 4));
  if (year < state.year) return [reason('REG_TOO_EARLY', { year: state.year })];
  return year > state.year ? [reason('REG_YEAR_OVER', { year: state.year })] : [];
});

/** Whoever holds a leading post states how they set an example in it (S4). */
export const leaderHasPlan = guard<Form & OfMember>(
  'LEADER_PLAN_MISSING',
  ({ input, state, needs: { membership } }) =>
    membership !== undefined && isLeaderIn(membership, state.year) && !isStated(input.personalPlan)
      ? [reason('LEADER_PLAN_MISSING', undefined, 'personalPlan')]
      : [],
);

/** Judged again at endorsement: the member may have been appointed since. */
export const endorsedLeaderHasPlan = precondition<OfMember>(
  'LEADER_PLAN_MISSING',
  ({ state, needs: { membership } }) =>
    membership !== undefined && isLeaderIn(membership, state.year) && !state.personalPlan
      ? [reason('LEADER_PLAN_MISSING', undefined, 'personalPlan')]
      : [],
);

/**
 * Every shortcoming of the year before is taken up by a deed or justified (S2), whether the
 * assessment found it or a criticism session; one that both name is one.
 */
export const oldShortcomingsAnswered = guard<
  Form & { needs: { previous: RegistrationView | undefined } }
>(['SHORTCOMING_UNANSWERED', 'SHORTCOMING_UNKNOWN'], ({ state, input, needs: { previous } }) => {
  const found = [
    ...(previous?.shortcomings ?? []),
    ...state.carried.flatMap(({ shortcomings }) => shortcomings),
  ];
  const old = [...new Set(found.map(({ id }) => id))];
  const answers = [
    ...input.deeds.map((deed) => deed.shortcomingId),
    ...(input.justifications ?? []).map(({ shortcomingId }) => shortcomingId),
  ];
  return [
    ...old
      .filter((id) => !answers.includes(id))
      .map((id) => reason('SHORTCOMING_UNANSWERED', { id }, 'justifications')),
    ...input.deeds.flatMap(({ shortcomingId }, index) =>
      shortcomingId === undefined || old.includes(shortcomingId)
        ? []
        : [reason('SHORTCOMING_UNKNOWN', { id: shortcomingId }, `deeds[${index}].shortcomingId`)],
    ),
  ];
});

/** A return says where and why. */
export const someRemark = guard<{ input: { remarks: readonly unknown[] } }>(
  'REMARK_MISSING',
  ({ input }) =>
    input.remarks.length === 0 ? [reason('REMARK_MISSING', undefined, 'remarks')] : [],
);

/** Every deed gets exactly one result. */
export const everyDeedHasResult = guard<{
  state: Readonly<RegistrationState>;
  input: { results: { key: string }[] };
}>(['RESULT_MISSING', 'RESULT_UNKNOWN', 'RESULT_TWICE'], ({ state, input }) => {
  const given = input.results.map(({ key }) => key);
  const deeds = state.deeds.map(({ key }) => key);
  return [
    ...deeds
      .filter((key) => !given.includes(key))
      .map((key) => reason('RESULT_MISSING', { key }, 'results')),
    ...given.flatMap((key, index) => {
      if (!deeds.includes(key)) return [reason('RESULT_UNKNOWN', { key }, `results[${index}].key`)];
      return given.indexOf(key) === index
        ? []
        : [reason('RESULT_TWICE', { key }, `results[${index}].key`)];
    }),
  ];
});

/** Next year's registration answers shortcomings by id, so no two may share one. */
export const shortcomingsAreDistinct = guard<{
  state: Readonly<RegistrationState>;
  input: { shortcomings?: readonly { id?: string }[] };
}>('SHORTCOMING_TWICE', ({ state, input }) => {
  const ids = (input.shortcomings ?? []).map(
    (found, index) => found.id ?? shortcomingId(state, index),
  );
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [reason('SHORTCOMING_TWICE', { id }, `shortcomings[${index}].id`)],
  );
});
