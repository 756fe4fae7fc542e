import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingCalendar } from '#libs/kernel';
import { parseHolidays, vietnameseCalendar, workingCalendar } from '#libs/workflows';

/** The operator's own holidays, year by year; they replace or continue those of the release. */
const FILE = 'holidays.json';

/** The calendar of a data folder. Throws HolidayFileError when its file of holidays is wrong. */
export function workingDays(folder: string): WorkingCalendar {
  let text: string;
  try {
    text = readFileSync(join(folder, FILE), 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return vietnameseCalendar;
    throw error;
  }
  return workingCalendar(parseHolidays(text));
}
