import { INDICATORS, type Indicator } from '../api/types.js';

type Raw = Record<string, unknown>;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const dateOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
};

const yearOf = (value: unknown): number | undefined => {
  const year = Number(value);
  return Number.isInteger(year) && year > 1900 && year < 2200 ? year : undefined;
};

export interface UnitSearch {
  period?: number | undefined;
  /** `today` or a date; absent: the tree of that time. */
  map?: string | undefined;
  figure?: Indicator | undefined;
}

export const unitSearch = (raw: Raw): UnitSearch => ({
  period: yearOf(raw['period']),
  map: raw['map'] === 'today' ? 'today' : dateOf(raw['map']),
  figure: INDICATORS.find((indicator) => indicator === raw['figure']),
});

export const membersSearch = (raw: Raw): { q?: string | undefined } => ({ q: textOf(raw['q']) });

export const memberSearch = (
  raw: Raw,
): { asOf?: string | undefined; known?: string | undefined } => ({
  asOf: dateOf(raw['asOf']),
  known: dateOf(raw['known']),
});

export const bookSearch = (raw: Raw): { year?: number | undefined } => ({
  year: yearOf(raw['year']),
});

const unitIdOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text && /^[a-z0-9][a-z0-9.-]{0,63}$/.test(text) ? text : undefined;
};

const periodOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text && /^\d{4}-(0[1-9]|1[0-2]|q[1-4])$/.test(text) ? text : undefined;
};

export interface CellSearch {
  year?: number | undefined;
  /** Another cell than one's own. */
  unit?: string | undefined;
  /** `2026-03` or `2026-q1`; absent: the present one. */
  period?: string | undefined;
}

export const cellSearch = (raw: Raw): CellSearch => ({
  year: yearOf(raw['year']),
  unit: unitIdOf(raw['unit']),
  period: periodOf(raw['period']),
});

/** A page that shows one year. */
export const yearSearch = bookSearch;

/** Findings of a year; of one rule, or only those not mended. */
export const findingsSearch = (
  raw: Raw,
): { year?: number | undefined; rule?: string | undefined; open?: boolean | undefined } => ({
  year: yearOf(raw['year']),
  rule: textOf(raw['rule']),
  open: raw['open'] === true || undefined,
});

/** Years of a report, both included. */
export const reportSearch = (raw: Raw): { from?: number | undefined; to?: number | undefined } => ({
  from: yearOf(raw['from']),
  to: yearOf(raw['to']),
});

/** Only addresses of our own: a link from elsewhere must not choose where a person lands. */
export const signInSearch = (raw: Raw): { next?: string | undefined } => {
  const next = textOf(raw['next']);
  const own = next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/sign-in');
  return { next: own ? next : undefined };
};
