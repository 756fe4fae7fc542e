import { dayOf, guard, precondition, type Reason, reason } from '#libs/kernel';
import type { MeetingView } from '../meeting/meeting.events.js';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { cadenceIn } from '../organisation/organisation.events.js';
import type { RulePack } from '../rules/index.js';
import { dueOf, type RegisteredDeeds } from './review.needs.js';
import type { ReviewState } from './review.state.js';

interface Owed {
  state: Readonly<ReviewState>;
  needs: {
    rules: RulePack;
    registration: RegisteredDeeds | undefined;
    unit: OrgUnitView | undefined;
  };
}

/** Nothing is reviewed but what was registered and endorsed for the year of the period. */
export const registrationInForce = precondition<Owed>(
  'REGISTRATION_NOT_IN_FORCE',
  ({ state, needs: { registration } }) =>
    registration?.endorsed ? [] : [reason('REGISTRATION_NOT_IN_FORCE', { year: state.year })],
);

/** A unit that reviews by the quarter has no months, and the other way round. */
export const periodOfCadence = precondition<Owed>(
  'PERIOD_NOT_OF_CADENCE',
  ({ state, needs: { rules, unit } }) => {
    const cadence = cadenceIn(unit, state.year, rules.review.cadence);
    return cadence === state.cadence ? [] : [reason('PERIOD_NOT_OF_CADENCE', { cadence })];
  },
);

/** Leading cadres are reviewed before the quarter ends, but nobody before it begins. */
export const periodHasBegun = precondition<{
  state: Readonly<ReviewState>;
  occurredAt: string;
}>('PERIOD_NOT_BEGUN', ({ state, occurredAt }) =>
  dayOf(occurredAt) < state.periodStart
    ? [reason('PERIOD_NOT_BEGUN', { from: state.periodStart })]
    : [],
);

export const notYetOpened = precondition<{ state: Readonly<ReviewState> }>(
  'ALREADY_OPENED',
  ({ state }) => (state.due === undefined ? [] : [reason('ALREADY_OPENED')]),
);

/** The unit where the member is, or the one in whose figures they stand that year. */
export const unitOfMember = guard<{
  input: { unitId?: string };
  needs: { membership: MembershipView | undefined; registration: RegisteredDeeds | undefined };
}>('UNIT_NOT_OF_MEMBER', ({ input: { unitId }, needs: { membership, registration } }) =>
  unitId === undefined || [membership?.unitId, registration?.countedUnitId].includes(unitId)
    ? []
    : [reason('UNIT_NOT_OF_MEMBER', undefined, 'unitId')],
);

/** Every registered deed is spoken of exactly once. */
export const everyDeedOnce = guard<{
  input: { deeds: readonly { key: string }[] };
  needs: { registration: RegisteredDeeds | undefined };
}>(['DEED_MARK_MISSING', 'DEED_UNKNOWN', 'DEED_MARK_TWICE'], ({ input, needs }) => {
  const deeds = (needs.registration?.deeds ?? []).map(({ key }) => key);
  const given = input.deeds.map(({ key }) => key);
  return [
    ...deeds
      .filter((key) => !given.includes(key))
      .map((key) => reason('DEED_MARK_MISSING', { key }, 'deeds')),
    ...wrongKeys(given, deeds),
  ];
});

const wrongKeys = (given: readonly string[], known: readonly string[]): readonly Reason[] =>
  given.flatMap((key, index) => {
    if (!known.includes(key)) return [reason('DEED_UNKNOWN', { key }, `deeds[${index}].key`)];
    return given.indexOf(key) === index
      ? []
      : [reason('DEED_MARK_TWICE', { key }, `deeds[${index}].key`)];
  });

/** A remark made in a meeting names one that the unit held, which takes a quorum. */
export const meetingWasHeld = guard<{
  input: { meetingId?: string };
  needs: { unit: OrgUnitView | undefined; meeting: MeetingView | undefined };
}>('MEETING_NOT_HELD', ({ input: { meetingId }, needs: { unit, meeting } }) =>
  meetingId === undefined || (meeting?.held === true && meeting.unitId === unit?.unitId)
    ? []
    : [reason('MEETING_NOT_HELD', undefined, 'meetingId')],
);

/** Blanks are no remark. */
export const remarkSaysSomething = guard<{ input: { text: string } }>(
  'REMARK_TEXT_MISSING',
  ({ input }) => (input.text.trim() ? [] : [reason('REMARK_TEXT_MISSING', undefined, 'text')]),
);

/** A member may dispute one line; it must be one that was marked. */
export const lineWasMarked = guard<{ state: Readonly<ReviewState>; input: { line?: string } }>(
  'DEED_UNKNOWN',
  ({ state, input: { line } }) =>
    line === undefined || state.marks.some(({ key }) => key === line)
      ? []
      : [reason('DEED_UNKNOWN', { key: line }, 'line')],
);

/** Marks change only where the member was right, and only those that were given. */
export const correctionsFit = guard<{
  state: Readonly<ReviewState>;
  input: { outcome: string; deeds?: readonly { key: string }[] };
}>(['CORRECTION_NOT_UPHELD', 'DEED_UNKNOWN', 'DEED_MARK_TWICE'], ({ state, input }) => {
  const given = (input.deeds ?? []).map(({ key }) => key);
  if (given.length > 0 && input.outcome !== 'upheld')
    return [reason('CORRECTION_NOT_UPHELD', undefined, 'deeds')];
  return wrongKeys(
    given,
    state.marks.map(({ key }) => key),
  );
});

/** Nothing is missed before the day on which it is due has ended. */
export const graceIsOver = precondition<Owed & { now: string }>(
  'GRACE_NOT_OVER',
  ({ state, needs: { rules }, now }) => {
    const due = dueOf(state, rules);
    return dayOf(now) > due ? [] : [reason('GRACE_NOT_OVER', { due })];
  },
);
