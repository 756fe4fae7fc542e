import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingCalendar } from '#libs/kernel';
import { parseHolidays, vietnameseCalendar, workingCalendar } from '#libs/workflows';

/** The operator's own holidays, year by year; they replace or continue those of the release. */
const FILE = 'holidays.json';

/** The calendar of a data folder. Throws HolidayFileError when its file of holidays is wrong. */
export function workingDays(folder: string): WorkingCalendar {
  try {
    return holidayFile(join(folder, FILE));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return vietnameseCalendar;
    throw error;
  }
}

/**
 * The calendar with the holidays of a file; without one, that of the release. Throws
 * HolidayFileError when the file is wrong, and the system's error when it cannot be read.
 */
export const holidayFile = (file: string | undefined): WorkingCalendar =>
  file === undefined
    ? vietnameseCalendar
    : workingCalendar(parseHolidays(readFileSync(file, 'utf8')));
