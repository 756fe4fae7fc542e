import type { Reason } from '#libs/kernel';
import { guard, precondition, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import { countedUnit, isLeaderIn } from '../membership/membership.events.js';
import type { RulePack } from '../rules/index.js';
import type { SubmitRegistration } from './registration.commands.js';
import type { RegistrationView } from './registration.events.js';
import type { RegistrationState } from './registration.state.js';

interface OfMember {
  state: Readonly<RegistrationState>;
  needs: { membership: MembershipView | undefined };
}

interface Form {
  state: Readonly<RegistrationState>;
  input: Pick<SubmitRegistration, 'deeds' | 'areas' | 'personalPlan' | 'justifications'>;
  needs: { rules: RulePack };
}

/** Only an active member who is not exempt registers (3B). */
export const memberIsObliged = precondition<OfMember>(
  ['NOT_ACTIVE_MEMBER', 'MEMBER_EXEMPT'],
  ({ state, needs: { membership } }) => {
    if (!membership?.active) return [reason('NOT_ACTIVE_MEMBER')];
    return countedUnit(membership, state.year) === undefined && membership.exempt
      ? [reason('MEMBER_EXEMPT')]
      : [];
  },
);

/** A registration belongs to its year; late within the year is accepted and visibly late. */
export const withinItsYear = precondition<{
  state: Readonly<RegistrationState>;
  occurredAt: string;
}>(['REG_TOO_EARLY', 'REG_YEAR_OVER'], ({ state, occurredAt }) => {
  const year = Number(occurredAt.slice(0, 4));
  if (year < state.year) return [reason('REG_TOO_EARLY', { year: state.year })];
  return year > state.year ? [reason('REG_YEAR_OVER', { year: state.year })] : [];
});

/** Two to three deeds, as the pack says (S4, domain brief). */
export const deedsWithinLimits = guard<Form>(
  ['DEEDS_LT_MIN', 'DEEDS_GT_MAX'],
  ({ input, needs }) => {
    const { min, max } = needs.rules.registration.deeds;
    const actual = input.deeds.length;
    if (actual < min) return [reason('DEEDS_LT_MIN', { min, actual }, 'deeds')];
    return actual > max ? [reason('DEEDS_GT_MAX', { max, actual }, 'deeds')] : [];
  },
);

const NEED_CODES = {
  measure: 'DEED_MEASURE_MISSING',
  target: 'DEED_TARGET_MISSING',
  deadline: 'DEED_DEADLINE_MISSING',
  evidence: 'DEED_EVIDENCE_MISSING',
} as const;

/** Every deed states what the pack wants it to state. */
export const everyDeedIsMeasurable = guard<Form>(Object.values(NEED_CODES), ({ input, needs }) =>
  input.deeds.flatMap((deed, index) =>
    needs.rules.registration.deedNeeds
      .filter((part) => !deed[part]?.trim())
      .map((part) => reason(NEED_CODES[part], { line: index + 1 }, `deeds[${index}].${part}`)),
  ),
);

/** Deadlines lie in the year of the registration. */
export const deadlinesInYear = guard<Form>('DEED_DEADLINE_OUTSIDE_YEAR', ({ input, state }) =>
  input.deeds.flatMap((deed, index) =>
    deed.deadline === undefined || Number(deed.deadline.slice(0, 4)) === state.year
      ? []
      : [
          reason(
            'DEED_DEADLINE_OUTSIDE_YEAR',
            { line: index + 1, year: state.year },
            `deeds[${index}].deadline`,
          ),
        ],
  ),
);

const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The same deed twice is one deed. */
export const noDeedTwice = guard<Form>('DEED_DUPLICATE', ({ input }) => {
  const texts = input.deeds.map((deed) => folded(deed.content));
  return texts.flatMap((text, index) =>
    texts.indexOf(text) === index
      ? []
      : [
          reason(
            'DEED_DUPLICATE',
            { line: index + 1, first: texts.indexOf(text) + 1 },
            `deeds[${index}].content`,
          ),
        ],
  );
});

/** Keys tell deeds apart in assessments; the form gives them, so a repeat is refused, not merged. */
export const keysAreDistinct = guard<Form>('DEED_KEY_TWICE', ({ input }) => {
  const keys = input.deeds.map((deed, index) => deed.key ?? `d${index + 1}`);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [reason('DEED_KEY_TWICE', { line: index + 1 }, `deeds[${index}].key`)],
  );
});

/** All areas of the pack are addressed or declared not applicable, none else. */
export const everyAreaIsAnswered = guard<Form>(
  ['AREA_MISSING', 'AREA_UNKNOWN', 'AREA_TWICE', 'DEED_AREA_UNKNOWN'],
  ({ input, needs }) => {
    const wanted = needs.rules.registration.areas;
    const given = input.areas.map(({ area }) => area);
    return [
      ...wanted
        .filter((area) => !given.includes(area))
        .map((area) => reason('AREA_MISSING', { area }, 'areas')),
      ...given.flatMap((area, index) => areaReasons(area, index, given, wanted)),
      ...input.deeds.flatMap(({ area }, index) =>
        wanted.includes(area)
          ? []
          : [reason('DEED_AREA_UNKNOWN', { area }, `deeds[${index}].area`)],
      ),
    ];
  },
);

const areaReasons = (
  area: string,
  index: number,
  given: readonly string[],
  wanted: readonly string[],
): readonly Reason[] => {
  if (!wanted.includes(area)) return [reason('AREA_UNKNOWN', { area }, `areas[${index}].area`)];
  return given.indexOf(area) === index
    ? []
    : [reason('AREA_TWICE', { area }, `areas[${index}].area`)];
};

/** Whoever holds a leading post states how they set an example in it (S4). */
export const leaderHasPlan = guard<Form & OfMember>(
  'LEADER_PLAN_MISSING',
  ({ input, state, needs: { membership } }) =>
    membership !== undefined && isLeaderIn(membership, state.year) && !input.personalPlan?.trim()
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

/** Every shortcoming of the year before is taken up by a deed or justified (S2). */
export const oldShortcomingsAnswered = guard<
  Form & { needs: { previous: RegistrationView | undefined } }
>(['SHORTCOMING_UNANSWERED', 'SHORTCOMING_UNKNOWN'], ({ input, needs: { previous } }) => {
  const old = (previous?.shortcomings ?? []).map(({ id }) => id);
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
