import type { FindingItem } from '../../api/cycle-types.js';
import { daysLeft, dataOf, isRaised, type RaisedFinding, yearsOf } from './inspection-data.js';

const finding = (given: Partial<FindingItem>): FindingItem => ({
  ...{ id: 'f', ruleId: 'REG_MISSING', unitId: 'kp4', unitName: null, memberId: 'm.khai' },
  ...{ memberName: null, year: 2025, period: null, events: [], raisedOn: '2025-03-31' },
  ...{ clearedOn: null, source: 'rule' },
  ...given,
});

describe('an inspection as its room reads it', () => {
  it('has empty lists where the record shows none', () => {
    expect(dataOf({ unitId: 'xa-b' })).toEqual({
      unitId: 'xa-b',
      ...{ team: [], findings: [], heard: [], followUps: [] },
    });
  });

  it.each([
    ['2024-07-01', '2025-12-31', [2024, 2025]],
    ['2010-01-01', '2025-12-31', [2020, 2021, 2022, 2023, 2024, 2025]],
    ['2025-01-01', '2024-01-01', []],
  ])('looks at the years from %s until %s', (from, until, years) => {
    expect(yearsOf({ from, until })).toEqual(years);
  });

  it.each([
    ['2026-03-02', '2026-03-31', 29],
    ['2026-03-31', '2026-03-31', 0],
    ['2026-04-02', '2026-03-31', -2],
  ])('on %s has until %s, %d days', (today, expires, days) => {
    expect(daysLeft(today, expires)).toBe(days);
  });

  it('knows what was raised of the same subject and stands', () => {
    const raised: RaisedFinding[] = [
      { id: '1', ruleId: 'REG_MISSING', subjectKind: 'member', subjectId: 'm.khai' },
      { id: '2', ruleId: 'PLAN_LATE', subjectKind: 'unit', subjectId: 'kp4', retracted: true },
    ];
    expect(isRaised(raised, finding({}))).toBe(true);
    expect(isRaised(raised, finding({ memberId: 'm.lan' }))).toBe(false);
    expect(isRaised(raised, finding({ ruleId: 'PLAN_LATE', memberId: null }))).toBe(false);
  });
});
