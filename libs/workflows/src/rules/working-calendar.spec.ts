import { lunarDate } from '../testing/index.js';
import { HolidayFileError, parseHolidays } from './holiday-file.js';
import { holidaysOf, LUNAR_YEARS, offDaysOf } from './holidays.js';
import { vietnameseCalendar, workingCalendar } from './working-calendar.js';

describe('lunar holidays', () => {
  it('cover every year a deadline has run in or will for a while', () =>
    expect(Object.keys(LUNAR_YEARS)).toEqual(
      Array.from({ length: 25 }, (_, index) => String(2006 + index)),
    ));

  it.each(Object.entries(LUNAR_YEARS))('of %s are where moon and sun put them', (year, dates) => {
    expect(dates.tet).toBe(lunarDate(Number(year), 1, 1));
    expect(dates.kings).toBe(lunarDate(Number(year), 3, 10));
  });

  /** Dates on which the calendars of Việt Nam and China differ, or a leap month matters. */
  it.each([
    [1985, 1, 1, '1985-01-21'],
    [2007, 1, 1, '2007-02-17'],
    [2030, 1, 1, '2030-02-02'],
    [2023, 3, 10, '2023-04-29'],
    [2004, 3, 10, '2004-04-28'],
  ])('(the computation: year %i, month %i, day %i is %s)', (year, month, day, expected) =>
    expect(lunarDate(year, month, day)).toBe(expected),
  );
});

describe('days off', () => {
  it.each([
    [2017, ['01-26', '01-27', '01-30', '01-31', '02-01']],
    [2019, ['02-04', '02-05', '02-06', '02-07', '02-08']],
    [2012, ['01-23', '01-24', '01-25', '01-26']],
  ])('at Tết %i are these weekdays', (year, days) => {
    const around = [...offDaysOf(year)].sort().filter((day) => day > `${year}-01-15`);
    const weekdays = around.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(weekdays.slice(0, days.length)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it.each([
    [2006, 8],
    [2007, 9],
    [2013, 9],
    [2014, 10],
    [2020, 10],
    [2021, 11],
    [2030, 11],
    [2040, 4],
  ])('in %i are %i by law', (year, count) => expect(holidaysOf(year)).toHaveLength(count));
});

describe('a file of holidays', () => {
  const file = (years: object): string => JSON.stringify(years);

  it('replaces the years it has, and only those', () => {
    const calendar = workingCalendar(
      parseHolidays(file({ 2026: { off: ['2026-03-03'], work: ['2026-03-07'] } })),
    );
    expect(calendar.addWorkingDays('2026-03-02', 1)).toBe('2026-03-04');
    expect(calendar.addWorkingDays('2026-03-06', 1)).toBe('2026-03-07');
    expect(calendar.addWorkingDays('2026-04-29', 1)).toBe('2026-04-30');
    expect(calendar.addWorkingDays('2025-04-29', 1)).toBe(
      vietnameseCalendar.addWorkingDays('2025-04-29', 1),
    );
  });

  it.each([
    ['{', '', 'JSON'],
    ['[]', '', 'object'],
    [file({ 26: { off: [] } }), '26', 'year'],
    [file({ 2026: [] }), '2026', 'object'],
    [file({ 2026: {} }), '2026.off', 'list'],
    [file({ 2026: { off: [] } }), '2026.off', 'no day'],
    [file({ 2026: { off: ['2026-13-01'] } }), '2026.off[0]', 'date'],
    [file({ 2026: { off: ['2026-02-30'] } }), '2026.off[0]', 'date'],
    [file({ 2026: { off: [1] } }), '2026.off[0]', 'date'],
    [file({ 2026: { off: ['2025-01-01'] } }), '2026.off[0]', 'not in 2026'],
    [file({ 2026: { off: ['2026-01-01', '2026-01-01'] } }), '2026.off[1]', 'twice'],
    [file({ 2026: { off: ['2026-01-01'], days: 3 } }), '2026.days', 'neither'],
    [file({ 2026: { off: ['2026-01-03'], work: ['2026-01-03'] } }), '2026', 'worked'],
    [file({ 2026: { off: Array.from({ length: 61 }, () => 'x') } }), '2026.off', 'more than'],
  ])('%s is refused at %j', (text, path, why) => {
    let error: unknown;
    try {
      parseHolidays(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(HolidayFileError);
    expect(error).toMatchObject({ code: 'HOLIDAYS_INVALID', path });
    expect((error as Error).message).toContain(why);
  });
});
