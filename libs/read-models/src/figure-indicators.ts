import {
  CYCLE_INDICATORS,
  CYCLE_MEASURES,
  CYCLE_STOCKS,
  type CycleMeasure,
  isOfTheUnit,
} from './cycle-indicators/cycle-indicators.table.js';
import {
  type Measure,
  MEASURES,
  OF_THE_UNIT,
  REGISTRATION_INDICATORS,
  STOCKS,
} from './level-indicators/level-indicators.table.js';

/** Every indicator: a quotient of two measures (domain brief, section 4). */
export const INDICATORS = { ...REGISTRATION_INDICATORS, ...CYCLE_INDICATORS };
export type Indicator = keyof typeof INDICATORS;

export type AnyMeasure = Measure | CycleMeasure;
export type Sums = Record<AnyMeasure, number>;

const ALL: readonly AnyMeasure[] = [...MEASURES, ...CYCLE_MEASURES];
const SUMMED_UP: ReadonlySet<string> = new Set([...STOCKS, ...CYCLE_STOCKS]);

/** Whether it holds from a year on, so that the running sum is the figure. */
export const isStanding = (measure: string): boolean => SUMMED_UP.has(measure);

/** Whether it is stored among registrations and plans, and not among the rest of the cycle. */
export const isOfRegistration = (measure: AnyMeasure): measure is Measure =>
  (MEASURES as readonly string[]).includes(measure);

/** Whether it is the unit's own doing, which no heir takes over. */
export const isUnitsOwn = (measure: AnyMeasure): boolean =>
  isOfRegistration(measure) ? OF_THE_UNIT.includes(measure) : isOfTheUnit(measure);

export const noSums = (): Sums => Object.fromEntries(ALL.map((measure) => [measure, 0])) as Sums;

/** Adds `part` to `sum` in place. */
export function addSums(sum: Sums, part: Sums): void {
  for (const measure of ALL) sum[measure] += part[measure];
}

/** A quotient with both its parts; `value` is null when the denominator is 0. */
export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}
export type Figures = Readonly<Record<Indicator, Figure>>;

export const figuresOf = (sums: Sums): Figures =>
  Object.fromEntries(
    Object.entries(INDICATORS).map(([indicator, part]): [string, Figure] => {
      const numerator = sums[part.numerator];
      const denominator = sums[part.denominator];
      const value = denominator === 0 ? null : numerator / denominator;
      return [indicator, { numerator, denominator, value }];
    }),
  ) as Figures;
