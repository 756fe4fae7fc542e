import { addDays } from '#libs/kernel';

/** One year as announced: it replaces the year of the shipped calendar. */
export interface GivenYear {
  /** Every day off beside weekends, ISO, days that are made up for included. */
  readonly off: readonly string[];
  /** Weekend days on which offices work, ISO. */
  readonly work: readonly string[];
}

/** Years by number (`2028`), as an operator's file gives them. */
export type HolidayYears = ReadonlyMap<string, GivenYear>;

/** The file of holidays says something that cannot be; `path` is the place, as `2028.off[3]`. */
export class HolidayFileError extends Error {
  readonly code = 'HOLIDAYS_INVALID';

  constructor(
    readonly path: string,
    why: string,
  ) {
    super(`holidays: ${path === '' ? '' : `${path}: `}${why}`);
    this.name = 'HolidayFileError';
  }
}

const OFF_DAYS_MAX = 60;

/**
 * Reads `{"2028": {"off": ["2028-01-03", …], "work": ["2028-02-05"]}}`. Throws HolidayFileError at
 * the first thing that is wrong: a calendar half understood would move due dates unnoticed.
 */
export function parseHolidays(text: string): HolidayYears {
  const years = new Map<string, GivenYear>();
  for (const [year, given] of Object.entries(objectOf(json(text), ''))) {
    if (!/^(?:19|20)\d\d$/.test(year)) throw new HolidayFileError(year, 'is not a year');
    const { off, work = [], ...unknown } = objectOf(given, year);
    for (const field of Object.keys(unknown))
      throw new HolidayFileError(`${year}.${field}`, 'is neither off nor work');
    const days = {
      off: daysOf(off, `${year}.off`, year),
      work: daysOf(work, `${year}.work`, year),
    };
    if (days.off.length === 0) throw new HolidayFileError(`${year}.off`, 'names no day');
    const both = days.work.find((day) => days.off.includes(day));
    if (both !== undefined) throw new HolidayFileError(year, `${both} is off and worked`);
    years.set(year, days);
  }
  return years;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HolidayFileError('', 'is not JSON');
  }
}

function objectOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HolidayFileError(path, 'is not an object');
  return value as Readonly<Record<string, unknown>>;
}

function daysOf(value: unknown, path: string, year: string): readonly string[] {
  if (!Array.isArray(value)) throw new HolidayFileError(path, 'is not a list of dates');
  if (value.length > OFF_DAYS_MAX)
    throw new HolidayFileError(path, `has more than ${OFF_DAYS_MAX} days`);
  const seen = new Set<string>();
  value.forEach((day: unknown, index) => {
    const at = `${path}[${index}]`;
    if (typeof day !== 'string' || !isDate(day)) throw new HolidayFileError(at, 'is not a date');
    if (!day.startsWith(year)) throw new HolidayFileError(at, `is not in ${year}`);
    if (seen.has(day)) throw new HolidayFileError(at, 'is there twice');
    seen.add(day);
  });
  return [...seen].sort();
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  addDays(text, 0) === text;
