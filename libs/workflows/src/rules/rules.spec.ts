import fc from 'fast-check';
import { addDays } from '#libs/kernel';
import {
  firstYearAffected,
  firstYearOwed,
  RULE_PACKS,
  rulePack,
  vietnameseCalendar,
} from './index.js';

const pack = (year: number) => rulePack(RULE_PACKS, { year })!;

describe('rule packs', () => {
  it('cover every year from 2006 to 2030 exactly once', () => {
    for (let year = 2006; year <= 2030; year += 1)
      expect(
        RULE_PACKS.filter(({ from, until = 9999 }) => from <= year && year <= until),
      ).toHaveLength(1);
  });

  it.each([
    [2006, 'vn-2006'],
    [2010, 'vn-2006'],
    [2011, 'vn-2011'],
    [2015, 'vn-2011'],
    [2016, 'vn-2016'],
    [2020, 'vn-2016'],
    [2021, 'vn-2021'],
    [2025, 'vn-2021'],
    [2026, 'vn-2026'],
    [2030, 'vn-2026'],
  ])('%i is judged by %s', (year, id) => {
    expect(rulePack(RULE_PACKS, { year })?.id).toBe(id);
  });

  it('a stream keeps the pack it began under, whatever the year', () => {
    expect(rulePack(RULE_PACKS, { id: 'vn-2016', year: 2026 })?.id).toBe('vn-2016');
  });

  it('there is none before 2006 and none of an unknown name', () => {
    expect(rulePack(RULE_PACKS, { year: 2005 })).toBeUndefined();
    expect(rulePack(RULE_PACKS, { id: 'vn-1999', year: 2026 })).toBeUndefined();
  });

  it('name their documents, seven areas, two to three deeds', () => {
    for (const { documents, registration } of RULE_PACKS) {
      expect(documents.length).toBeGreaterThan(0);
      expect(new Set(registration.areas).size).toBe(7);
      expect(registration.deeds).toEqual({ min: 2, max: 3 });
    }
  });
});

describe('years that a change affects (window until 31 March, 30 days for newcomers)', () => {
  it.each([
    ['2026-01-01', 2026],
    ['2026-03-31', 2026],
    ['2026-04-01', 2026],
    ['2026-12-01', 2026],
    ['2026-12-02', 2027],
    ['2026-12-31', 2027],
  ])('who joins on %s owes %i first', (on, year) => {
    expect(firstYearOwed(pack(2026), on)).toBe(year);
  });

  it.each([
    ['2026-01-01', 2026],
    ['2026-03-31', 2026],
    ['2026-04-01', 2027],
    ['2026-12-31', 2027],
  ])('a change on %s counts from %i', (on, year) => {
    expect(firstYearAffected(pack(2026), on)).toBe(year);
  });
});

describe('working days of Việt Nam', () => {
  it.each([
    ['a plain week', '2026-03-02', 5, '2026-03-09'],
    ['over a weekend', '2026-03-06', 1, '2026-03-09'],
    ['from a Sunday', '2026-03-08', 1, '2026-03-09'],
    ['ten days', '2026-03-16', 10, '2026-03-30'],
    ['no days', '2026-03-08', 0, '2026-03-08'],
    ['over Tết 2026 (16 to 20 February)', '2026-02-13', 1, '2026-02-23'],
    ['into Tết 2026', '2026-02-12', 2, '2026-02-23'],
    ['over Tết 2025 (27 to 31 January)', '2025-01-24', 1, '2025-02-03'],
    ['over New Year', '2025-12-31', 1, '2026-01-02'],
    ['over 30 April and 1 May 2026', '2026-04-29', 1, '2026-05-04'],
    ['over 2 September 2026', '2026-08-31', 1, '2026-09-03'],
    ['over Hùng Kings\u2019 day 2025', '2025-04-04', 1, '2025-04-08'],
    ['Hùng Kings\u2019 day 2026, a Sunday, moves to Monday', '2026-04-24', 1, '2026-04-28'],
    ['29 April to 3 May 2023, two of them moved', '2023-04-28', 1, '2023-05-04'],
    ['1 January 2022, a Saturday, moves to Monday', '2021-12-31', 1, '2022-01-04'],
    ['2 September 2018, a Sunday, moves to Monday', '2018-08-31', 1, '2018-09-04'],
    ['over 2 September 2025', '2025-08-29', 1, '2025-09-03'],
  ])('%s: %s and %i is %s', (_name, from, days, expected) => {
    expect(vietnameseCalendar.addWorkingDays(from, days)).toBe(expected);
  });

  it('has some 250 working days in every year a deadline can run in', () => {
    for (let year = 2006; year <= 2030; year += 1) {
      expect(workingDaysOf(year)).toBeGreaterThanOrEqual(248);
      expect(workingDaysOf(year)).toBeLessThanOrEqual(253);
    }
  });

  it('goes on from where it stopped', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(40), fc.nat(40), (start, one, other) => {
        const from = addDays('2018-01-01', start);
        const addWorkingDays = (day: string, days: number) =>
          vietnameseCalendar.addWorkingDays(day, days);
        expect(addWorkingDays(addWorkingDays(from, one), other)).toBe(
          addWorkingDays(from, one + other),
        );
      }),
    );
  });
});

const workingDaysOf = (year: number): number => {
  let days = 0;
  for (let day = `${year - 1}-12-31`; ; days += 1) {
    day = vietnameseCalendar.addWorkingDays(day, 1);
    if (!day.startsWith(String(year))) return days;
  }
};
