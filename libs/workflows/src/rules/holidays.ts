import { addDays } from '#libs/kernel';

/** What the moon and the government decide for one year. */
interface LunarYear {
  /** First day of the lunar year (Tết), ISO. */
  readonly tet: string;
  /** Tenth day of its third month (Hùng Kings' day), ISO. */
  readonly kings: string;
  /** How many days of the break at Tết lie before it, as announced; left out: one. */
  readonly before?: 2;
  /** The day beside 2 September that is off as well, since 2021: month-day. */
  readonly nationalDay?: '09-01' | '09-03';
}

/**
 * A specification computes both lunar dates from the moon and the sun. How the break lies around
 * Tết, and which day goes with 2 September, is announced every autumn; from 2027 on it is assumed.
 */
export const LUNAR_YEARS: Readonly<Record<string, LunarYear>> = {
  2006: { tet: '2006-01-29', kings: '2006-04-07' },
  2007: { tet: '2007-02-17', kings: '2007-04-26' },
  2008: { tet: '2008-02-07', kings: '2008-04-15' },
  2009: { tet: '2009-01-26', kings: '2009-04-04' },
  2010: { tet: '2010-02-14', kings: '2010-04-23' },
  2011: { tet: '2011-02-03', kings: '2011-04-12' },
  2012: { tet: '2012-01-23', kings: '2012-03-31' },
  2013: { tet: '2013-02-10', kings: '2013-04-19' },
  2014: { tet: '2014-01-31', kings: '2014-04-09' },
  2015: { tet: '2015-02-19', kings: '2015-04-28' },
  2016: { tet: '2016-02-08', kings: '2016-04-16' },
  2017: { tet: '2017-01-28', kings: '2017-04-06', before: 2 },
  2018: { tet: '2018-02-16', kings: '2018-04-25', before: 2 },
  2019: { tet: '2019-02-05', kings: '2019-04-14' },
  2020: { tet: '2020-01-25', kings: '2020-04-02', before: 2 },
  2021: { tet: '2021-02-12', kings: '2021-04-21', before: 2, nationalDay: '09-03' },
  2022: { tet: '2022-02-01', kings: '2022-04-10', nationalDay: '09-01' },
  2023: { tet: '2023-01-22', kings: '2023-04-29', before: 2, nationalDay: '09-01' },
  2024: { tet: '2024-02-10', kings: '2024-04-18', before: 2, nationalDay: '09-03' },
  2025: { tet: '2025-01-29', kings: '2025-04-07', before: 2, nationalDay: '09-01' },
  2026: { tet: '2026-02-17', kings: '2026-04-26', nationalDay: '09-01' },
  2027: { tet: '2027-02-06', kings: '2027-04-16', nationalDay: '09-03' },
  2028: { tet: '2028-01-26', kings: '2028-04-04', nationalDay: '09-01' },
  2029: { tet: '2029-02-13', kings: '2029-04-23', nationalDay: '09-03' },
  2030: { tet: '2030-02-02', kings: '2030-04-12', nationalDay: '09-03' },
};

/** Public holidays with a fixed date (month-day). */
const FIXED = ['01-01', '04-30', '05-01', '09-02'];
/** Before the Labour Code of 2012 came into force, Tết was four days. */
const FIVE_DAYS_SINCE = 2014;
/** Hùng Kings' day is a public holiday since 2007. */
const KINGS_SINCE = 2007;

/** Saturday or Sunday. */
export const isWeekend = (date: string): boolean =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The public holidays of a year, ISO, in order; beyond the table only the fixed ones. */
export function holidaysOf(year: number): readonly string[] {
  const fixed = FIXED.map((day) => `${year}-${day}`);
  const lunar = LUNAR_YEARS[year];
  if (lunar === undefined) return fixed;
  const length = year >= FIVE_DAYS_SINCE ? 5 : 4;
  const first = addDays(lunar.tet, -(lunar.before ?? 1));
  const tet = Array.from({ length }, (_, day) => addDays(first, day));
  return [
    ...fixed,
    ...tet,
    ...(year >= KINGS_SINCE ? [lunar.kings] : []),
    ...(lunar.nationalDay === undefined ? [] : [`${year}-${lunar.nationalDay}`]),
  ].sort();
}

/** Days off beside weekends: a holiday on a weekend moves to the next day (Labour Code 111). */
export function offDaysOf(year: number): ReadonlySet<string> {
  const holidays = holidaysOf(year);
  const off = new Set(holidays);
  for (const holiday of holidays.filter(isWeekend)) {
    let day = holiday;
    while (isWeekend(day) || off.has(day)) day = addDays(day, 1);
    off.add(day);
  }
  return off;
}
