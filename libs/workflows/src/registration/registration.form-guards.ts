import type { Reason } from '#libs/kernel';
import { guard, reason } from '#libs/kernel';
import type { RulePack } from '../rules/index.js';
import type { SubmitRegistration } from './registration.commands.js';
import { isStated } from './registration.form.js';
import type { RegistrationState } from './registration.state.js';

/** What the guards of the form read. */
export interface Form {
  state: Readonly<RegistrationState>;
  input: Pick<SubmitRegistration, 'deeds' | 'areas' | 'personalPlan' | 'justifications'>;
  needs: { rules: RulePack };
}

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

/** A deed of blanks is no deed. */
export const everyDeedSaysWhat = guard<Form>('DEED_CONTENT_MISSING', ({ input }) =>
  input.deeds.flatMap((deed, index) =>
    isStated(deed.content)
      ? []
      : [reason('DEED_CONTENT_MISSING', { line: index + 1 }, `deeds[${index}].content`)],
  ),
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
      .filter((part) => !isStated(deed[part]))
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

/** Keys tell deeds apart in assessments; the form gives them, so a repeat is refused. */
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
