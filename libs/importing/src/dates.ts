import type { Params } from './problem.js';
import { fold } from './vietnamese-text.js';

/** Either an ISO date or the code of what is wrong with the text. */
export type ParsedDate =
  { readonly date: string } | { readonly code: string; readonly params?: Params };

export interface DateOptions {
  /** Serial numbers of a spreadsheet count from 1904 (old Mac files). */
  readonly from1904?: boolean | undefined;
}

const DAY_MS = 86_400_000;
const MIDNIGHT = /[T ]0{1,2}:00(?::00(?:\.0+)?)?(?:Z| ?SA| ?AM)?$/i;
const DAY_FIRST = /^(\d{1,2}) ?([/.\-\u2013]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const IN_WORDS = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4}|\d{2})$/;
const INCOMPLETE = /^(?:\d{1,2} ?[/.-] ?)?\d{4}$|^(?:thang \d{1,2} )?nam \d{4}$/;
const SERIAL = /^\d{5}$/;

const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
const pad = (n: number): string => String(n).padStart(2, '0');

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/**
 * The ISO date of a serial number as spreadsheets count days; a time of day is dropped.
 * `undefined` for what is no date, among it 60 of the 1900 system: a 29/02/1900 that never was.
 */
export function dateOfSerial(serial: number, from1904 = false): string | undefined {
  const days = Math.floor(serial);
  if (days < (from1904 ? 0 : 1) || days > 2_958_465 || (!from1904 && days === 60)) return undefined;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
}

/** Reads a date as people write it in Vietnamese files: day first, or ISO, or in words. */
export function parseDate(text: string, options: DateOptions = {}): ParsedDate {
  const value = text.trim().replace(MIDNIGHT, '');
  const parts = partsOf(value);
  if (parts !== undefined) return checked(...parts);
  if (SERIAL.test(value)) {
    const date = dateOfSerial(Number(value), options.from1904);
    return date === undefined ? { code: 'DATE_IMPOSSIBLE' } : { date };
  }
  return {
    code:
      INCOMPLETE.test(fold(value)) || INCOMPLETE.test(value)
        ? 'DATE_INCOMPLETE'
        : 'DATE_UNREADABLE',
  };
}

type Parts = readonly [year: string, month: string, day: string];

const partsOf = (value: string): Parts | undefined => {
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst) return [dayFirst[4]!, dayFirst[3]!, dayFirst[1]!];
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst) return [yearFirst[1]!, yearFirst[3]!, yearFirst[4]!];
  const inWords = IN_WORDS.exec(fold(value));
  return inWords ? [inWords[3]!, inWords[2]!, inWords[1]!] : undefined;
};

const checked = (year: string, month: string, day: string): ParsedDate => {
  if (year.length === 2) return { code: 'DATE_YEAR_SHORT', params: { year } };
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12) return { code: 'DATE_IMPOSSIBLE', params: { month: m } };
  if (d < 1 || d > daysIn(y, m))
    return { code: 'DATE_IMPOSSIBLE', params: { month: `${pad(m)}/${year}`, days: daysIn(y, m) } };
  return { date: iso(y, m, d) };
};
