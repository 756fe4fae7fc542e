import fc from 'fast-check';
import { dateOfSerial, parseDate } from './dates.js';

it.each([
  ['05/01/2026', '2026-01-05'],
  ['5/1/2026', '2026-01-05'],
  ['5-1-2026', '2026-01-05'],
  ['05.01.2026', '2026-01-05'],
  ['5 / 1 / 2026', '2026-01-05'],
  ['2026-01-05', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026-01-05T00:00:00.000Z', '2026-01-05'],
  ['05/01/2026 00:00:00', '2026-01-05'],
  ['05/01/2026 0:00', '2026-01-05'],
  ['ngày 05 tháng 01 năm 2026', '2026-01-05'],
  ['Ngày 5 tháng 1 năm 2026', '2026-01-05'],
  ['ngay 5 thang 1 nam 2026', '2026-01-05'],
  ['29/02/2024', '2024-02-29'],
  ['46027', '2026-01-05'],
])('reads %p as %p', (text, date) => {
  expect(parseDate(text)).toEqual({ date });
});

it.each([
  ['31/02/2020', 'DATE_IMPOSSIBLE'],
  ['29/02/2023', 'DATE_IMPOSSIBLE'],
  ['31-04-2020', 'DATE_IMPOSSIBLE'],
  ['2020-02-31', 'DATE_IMPOSSIBLE'],
  ['ngày 31 tháng 2 năm 2020', 'DATE_IMPOSSIBLE'],
  ['12/31/2020', 'DATE_IMPOSSIBLE'],
  ['00/01/2020', 'DATE_IMPOSSIBLE'],
  ['05/01/26', 'DATE_YEAR_SHORT'],
  ['5-1-80', 'DATE_YEAR_SHORT'],
  ['ngày 5 tháng 1 năm 80', 'DATE_YEAR_SHORT'],
  ['1980', 'DATE_INCOMPLETE'],
  ['01/1980', 'DATE_INCOMPLETE'],
  ['tháng 1 năm 1980', 'DATE_INCOMPLETE'],
  ['05/01-2026', 'DATE_UNREADABLE'],
  ['hôm qua', 'DATE_UNREADABLE'],
  ['45291.5.6', 'DATE_UNREADABLE'],
  ['5/1/20260', 'DATE_UNREADABLE'],
])('refuses %p with %s', (text, code) => {
  expect(parseDate(text)).toMatchObject({ code });
});

it.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [60, false, undefined],
  [61, false, '1900-03-01'],
  [45291.75, false, '2023-12-31'],
  [0, true, '1904-01-01'],
  [0, false, undefined],
  [-1, true, undefined],
  [9e9, false, undefined],
])('counts the serial %p (from 1904: %p) as %p', (serial, from1904, date) => {
  expect(dateOfSerial(serial, from1904)).toBe(date);
});

const days = fc.integer({ min: 61, max: 73_000 });

describe('for every day of the calendar', () => {
  it('all ways of writing it give the same date', () => {
    fc.assert(
      fc.property(days, (serial) => {
        const date = dateOfSerial(serial)!;
        const [year, month, day] = date.split('-');
        const texts = [
          `${day}/${month}/${year}`,
          `${Number(day)}-${Number(month)}-${year}`,
          `${day}.${month}.${year}`,
          `ngày ${day} tháng ${month} năm ${year}`,
          date,
        ];
        for (const text of texts) expect(parseDate(text)).toEqual({ date });
      }),
    );
  });

  it('the two systems of serial numbers are 1462 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1523, max: 73_000 }), (serial) => {
        expect(dateOfSerial(serial - 1462, true)).toBe(dateOfSerial(serial));
      }),
    );
  });
});

it('never throws, and gives either a real ISO date or a code', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.\- ]{1,12}$/)), (text) => {
      const parsed = parseDate(text);
      if ('code' in parsed) return /^DATE_[A-Z_]+$/.test(parsed.code);
      return new Date(`${parsed.date}T00:00:00Z`).toISOString().startsWith(parsed.date);
    }),
  );
});
