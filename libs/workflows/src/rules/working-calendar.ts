import type { WorkingCalendar } from '#libs/kernel';
import { addDays } from '#libs/kernel';
import type { HolidayYears } from './holiday-file.js';
import { isWeekend, offDaysOf } from './holidays.js';

interface YearOff {
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

const ANSWERS_KEPT = 4_096;
const NONE: ReadonlySet<string> = new Set();

/**
 * Working days of Việt Nam: no weekends, no public holidays. A year in `given` is taken from there
 * alone, so that a calendar can be corrected, or go on, without a new release.
 */
export function workingCalendar(given: HolidayYears = new Map()): WorkingCalendar {
  // A pure function of the year, kept because every deadline asks for it.
  const known = new Map<string, YearOff>();
  const yearOf = (year: string): YearOff => {
    const own = given.get(year);
    return own === undefined
      ? { off: offDaysOf(Number(year)), work: NONE }
      : { off: new Set(own.off), work: new Set(own.work) };
  };
  const isWorkingDay = (date: string): boolean => {
    const name = date.slice(0, 4);
    let year = known.get(name);
    if (year === undefined) known.set(name, (year = yearOf(name)));
    return year.work.has(date) || (!isWeekend(date) && !year.off.has(date));
  };
  const counted = (date: string, days: number): string => {
    let day = date;
    for (let left = days; left > 0;) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) left -= 1;
    }
    return day;
  };
  // Many commands of a day ask for the same date; counting is dearer than the rest of a command.
  const answers = new Map<string, string>();
  return {
    addWorkingDays(date, days) {
      const asked = `${date} ${days}`;
      let answer = answers.get(asked);
      if (answer === undefined) {
        if (answers.size >= ANSWERS_KEPT) answers.clear();
        answers.set(asked, (answer = counted(date, days)));
      }
      return answer;
    },
  };
}

/** The calendar as this release ships it. */
export const vietnameseCalendar: WorkingCalendar = workingCalendar();
