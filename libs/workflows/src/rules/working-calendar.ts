import type { WorkingCalendar } from '#libs/kernel';
import { addDays } from '#libs/kernel';

/** Public holidays of Việt Nam with a fixed date (month-day). */
const FIXED = ['01-01', '04-30', '05-01', '09-02'];

/**
 * What the moon and the government decide: first and last day of the break at Tết (its weekends
 * are made up for within it), then Hùng Kings' day and, since 2021, the second day of the National
 * Day. Days that the government swaps between weeks are not kept.
 */
const BY_YEAR: Readonly<
  Record<string, { readonly tet: readonly [string, string]; readonly days: readonly string[] }>
> = {
  2016: { tet: ['2016-02-08', '2016-02-12'], days: ['04-16'] },
  2017: { tet: ['2017-01-26', '2017-02-01'], days: ['04-06'] },
  2018: { tet: ['2018-02-14', '2018-02-20'], days: ['04-25'] },
  2019: { tet: ['2019-02-04', '2019-02-08'], days: ['04-14'] },
  2020: { tet: ['2020-01-23', '2020-01-29'], days: ['04-02'] },
  2021: { tet: ['2021-02-10', '2021-02-16'], days: ['04-21', '09-03'] },
  2022: { tet: ['2022-01-31', '2022-02-04'], days: ['04-10', '09-01'] },
  2023: { tet: ['2023-01-20', '2023-01-26'], days: ['04-29', '09-01'] },
  2024: { tet: ['2024-02-08', '2024-02-14'], days: ['04-18', '09-03'] },
  2025: { tet: ['2025-01-27', '2025-01-31'], days: ['04-07', '09-01'] },
  2026: { tet: ['2026-02-16', '2026-02-20'], days: ['04-26', '09-01'] },
  2027: { tet: ['2027-02-05', '2027-02-11'], days: ['04-16', '09-03'] },
};

const isWeekend = (date: string): boolean =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

const inTet = (date: string): boolean => {
  const tet = BY_YEAR[date.slice(0, 4)]?.tet;
  return tet !== undefined && tet[0] <= date && date <= tet[1];
};

/** Weekdays off in a year: a holiday on a weekend moves to the next free day (Labour Code 111). */
const offDaysOf = (year: string): ReadonlySet<string> => {
  const holidays = [...FIXED, ...(BY_YEAR[year]?.days ?? [])].map((day) => `${year}-${day}`).sort();
  const off = new Set(holidays);
  for (const holiday of holidays.filter(isWeekend)) {
    let day = holiday;
    while (isWeekend(day) || off.has(day) || inTet(day)) day = addDays(day, 1);
    off.add(day);
  }
  return off;
};

/** A pure function of the year, kept because every deadline asks for it. */
const offDays = new Map<string, ReadonlySet<string>>();

const isOff = (date: string): boolean => {
  const year = date.slice(0, 4);
  const known = offDays.get(year) ?? offDaysOf(year);
  offDays.set(year, known);
  return known.has(date);
};

const isWorkingDay = (date: string): boolean => !isWeekend(date) && !inTet(date) && !isOff(date);

/** Working days of Việt Nam: no weekends, no public holidays. */
export const vietnameseCalendar: WorkingCalendar = {
  addWorkingDays(date, days) {
    let day = date;
    for (let left = days; left > 0;) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left -= 1;
    }
    return day;
  },
};
