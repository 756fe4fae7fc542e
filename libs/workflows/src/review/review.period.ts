import { addDays, dayOf } from '#libs/kernel';

/** A month (`03`) or a quarter (`q1`) of a year, with its days. */
export interface Period {
  /** `2026-03` or `2026-q1`. */
  readonly period: string;
  readonly cadence: 'monthly' | 'quarterly';
  /** ISO dates, both inclusive. */
  readonly periodStart: string;
  readonly periodEnd: string;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const firstOf = (year: number, month: number): string =>
  month > 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(month)}-01`;

/** The period of that key in that year. */
export function periodOf(year: number, key: string): Period {
  const isQuarter = key.startsWith('q');
  const number = Number(isQuarter ? key.slice(1) : key);
  const first = isQuarter ? 3 * number - 2 : number;
  const after = first + (isQuarter ? 3 : 1);
  return {
    period: `${year}-${key}`,
    cadence: isQuarter ? 'quarterly' : 'monthly',
    periodStart: firstOf(year, first),
    periodEnd: addDays(firstOf(year, after), -1),
  };
}

/** The period before, of the same length: of `2026-01` it is `2025-12`. */
export function periodBefore(period: string): string {
  const [year, key] = [Number(period.slice(0, 4)), period.slice(5)];
  const isQuarter = key.startsWith('q');
  const number = Number(isQuarter ? key.slice(1) : key);
  const name = (of: number): string => (isQuarter ? `q${of}` : twoDigits(of));
  return number === 1 ? `${year - 1}-${name(isQuarter ? 4 : 12)}` : `${year}-${name(number - 1)}`;
}

/** Days after `due` on which something was recorded; 0: in time. Both civil days of Việt Nam. */
export function daysLate(due: string, now: string): number {
  const days = (Date.parse(dayOf(now)) - Date.parse(due)) / 86_400_000;
  return Math.max(0, days);
}
