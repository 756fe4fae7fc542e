import { daysLeft, dueGroupOf, dueGroups } from './due-groups.js';

const TODAY = '2026-03-02';
const item = (due: string | null, overdue = false) => ({ due, overdue });

describe('groups by date', () => {
  it.each([
    [item('2026-03-01', true), 'overdue'],
    [item('2026-03-02'), 'week'],
    [item('2026-03-09'), 'week'],
    [item('2026-03-10'), 'later'],
    [item(null), 'noDate'],
  ])('%j stands under %s', (one, group) => {
    expect(dueGroupOf(one, TODAY)).toBe(group);
  });

  it('come in order, and none is empty', () => {
    const items = [item('2026-03-01', true), item('2026-02-01', true), item(null)];
    expect(dueGroups(items, TODAY)).toEqual([
      { group: 'overdue', items: items.slice(0, 2) },
      { group: 'noDate', items: items.slice(2) },
    ]);
    expect(dueGroups([], TODAY)).toEqual([]);
  });

  it.each([
    ['2026-03-02', 0],
    ['2026-03-05', 3],
    ['2026-02-28', -2],
  ])('%s is %i days away', (due, days) => {
    expect(daysLeft(due, TODAY)).toBe(days);
  });
});
