import type { WorkingCalendar } from '#libs/kernel';
import { addDays } from '#libs/kernel';

/** Fixed public holidays of Việt Nam (month-day); Tết moves and is given per year. */
const FIXED = new Set(['01-01', '04-30', '05-01', '09-01', '09-02']);

/** First day of the lunar year; the official break is taken as the day before and four after. */
const TET: Readonly<Record<string, string>> = {
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
};

const inTet = (date: string): boolean => {
  const first = TET[date.slice(0, 4)];
  return first !== undefined && date >= addDays(first, -1) && date <= addDays(first, 3);
};

const isWeekend = (date: string): boolean =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

const isWorkingDay = (date: string): boolean =>
  !isWeekend(date) && !FIXED.has(date.slice(5)) && !inTet(date);

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
