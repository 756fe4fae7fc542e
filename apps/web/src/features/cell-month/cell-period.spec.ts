import {
  commonDay,
  dayToMeet,
  firstDayOf,
  isInPeriod,
  lastDayOf,
  meetingIdFor,
  monthsOf,
  periodAt,
} from './cell-period.js';

describe('the periods of a cell', () => {
  it.each([
    ['2026-03', [3]],
    ['2026-q1', [1, 2, 3]],
    ['2026-q4', [10, 11, 12]],
  ])('%s is made of the months %j', (period, months) => {
    expect(monthsOf(period)).toEqual(months);
  });

  it.each([
    [2026, 'monthly', '2026-03-02', '2026-03'],
    [2026, 'quarterly', '2026-03-02', '2026-q1'],
    [2013, 'monthly', '2026-03-02', '2013-12'],
    [2013, 'quarterly', '2026-03-02', '2013-q4'],
    [2027, 'monthly', '2026-11-02', '2027-01'],
  ] as const)('of %i, %s, on %s it is %s', (year, cadence, day, period) => {
    expect(periodAt(year, cadence, day)).toBe(period);
  });

  it('begins and ends on the days of the calendar', () => {
    expect(['2024-02', '2026-q4'].map(firstDayOf)).toEqual(['2024-02-01', '2026-10-01']);
    expect(['2024-02', '2026-q4'].map(lastDayOf)).toEqual(['2024-02-29', '2026-12-31']);
  });

  it('knows which meetings lie in it', () => {
    expect(isInPeriod('2026-03-31', '2026-q1')).toBe(true);
    expect(isInPeriod('2026-04-01', '2026-q1')).toBe(false);
    expect(isInPeriod('2025-03-03', '2026-03')).toBe(false);
  });
});

describe('calling a meeting', () => {
  const regular = (on: string) => ({ on, kind: 'regular' });

  it('is proposed for the day on which the cell usually meets', () => {
    const days = ['2026-01-05', '2026-02-04', '2026-03-05'].map(regular);
    expect(commonDay(days)).toBe(5);
    expect(commonDay([])).toBe(3);
    expect(commonDay([{ on: '2026-01-20', kind: 'thematic' }])).toBe(3);
  });

  it.each([
    [3, 3, '2026-02-10', '2026-03-03'],
    [3, 3, '2026-03-10', '2026-03-10'],
    [2, 31, '2026-01-10', '2026-02-28'],
  ])('in month %i on day %i, asked on %s: %s', (month, common, today, on) => {
    expect(dayToMeet(2026, month, common, today)).toBe(on);
  });

  it('has an id of its own for a second meeting that day', () => {
    expect(meetingIdFor('chi-bo-1', '2026-03-03', [])).toBe('chi-bo-1-20260303');
    expect(meetingIdFor('chi-bo-1', '2026-03-03', ['chi-bo-1-20260303'])).toBe(
      'chi-bo-1-20260303b',
    );
  });
});
