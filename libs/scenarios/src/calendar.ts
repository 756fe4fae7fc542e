import { vietnameseCalendar } from '#libs/workflows';

/** The days of one year on which a scenario acts. */
export interface YearDays {
  readonly year: number;
  /** ISO date of the n-th working day after 4 January, n from 1. */
  working(n: number): string;
  /** The given month and day (`12-01`), or the next working day, and `more` working days on. */
  from(monthDay: string, more?: number): string;
}

const known = new Map<number, YearDays>();

/** Working days of a year; worked out once. */
export function daysOf(year: number): YearDays {
  const found = known.get(year) ?? build(year);
  known.set(year, found);
  return found;
}

function build(year: number): YearDays {
  const days: string[] = [];
  for (let day = `${year}-01-04`; day <= `${year}-12-31`; days.push(day))
    day = vietnameseCalendar.addWorkingDays(day, 1);
  return {
    year,
    working: (n) => days[n - 1]!,
    from: (monthDay, more = 0) => {
      const start = days.findIndex((day) => day >= `${year}-${monthDay}`);
      return days[start + more]!;
    },
  };
}

/** A moment in office hours; the hour is Vietnamese (UTC+7), 7 to 23. */
export const moment = (date: string, hour: number, minute = 0): string =>
  `${date}T${String(hour - 7).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

/** So many minutes after an hour of a day, by whole hours where they are many. */
export const minutesAfter = (date: string, hour: number, minutes: number): string =>
  moment(date, hour + Math.floor(minutes / 60), minutes % 60);

/** The civil day so many days later. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
