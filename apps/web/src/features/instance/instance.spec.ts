import { kindOfValue, shownFields } from './data-kinds.js';
import { periodOf, subjectOf, titleOf } from './record-subject.js';

describe('what a record says of itself', () => {
  it.each([
    [{ period: '2026-03' }, '03/2026'],
    [{ period: '2026-q1', year: 2026 }, 'Q1/2026'],
    [{ month: 3, year: 2026 }, '03/2026'],
    [{ year: 2026 }, '2026'],
    [{}, ''],
  ])('%j is of %j', (data, period) => {
    expect(periodOf(data)).toBe(period);
  });

  it.each([
    [
      { memberId: 'm.khai', unitId: 'u' },
      { kind: 'member', id: 'm.khai' },
    ],
    [
      { subjectId: 'xa-b', subjectKind: 'unit', unitId: 'u' },
      { kind: 'unit', id: 'xa-b' },
    ],
    [{ unitId: 'u' }, { kind: 'unit', id: 'u' }],
    [{}, undefined],
  ])('%j concerns %j', (data, subject) => {
    expect(subjectOf(data)).toEqual(subject);
  });

  it('has a title of its own, or one level down, or none', () => {
    expect(titleOf({ title: 'Hội thi' })).toBe('Hội thi');
    expect(titleOf({ content: { title: 'Kế hoạch' }, tasks: [{ title: 'Việc' }] })).toBe(
      'Kế hoạch',
    );
    expect(titleOf({ tasks: [{ title: 'Việc' }] })).toBeUndefined();
  });
});

describe('the values of a record', () => {
  it.each<[string, unknown, string]>([
    ['on', '2026-03-05', 'date'],
    ['openedAt', '2026-03-05T01:00:00Z', 'date'],
    ['ownerId', 'm.khai', 'member'],
    ['toUnitId', 'chi-bo-1', 'unit'],
    ['judges', ['m.minh', 'm.lan'], 'members'],
    ['status', 'on_track', 'code'],
    ['decisionNo', '12', 'text'],
    ['place', 'Nhà văn hóa', 'text'],
    ['late', true, 'yesNo'],
    ['points', 7, 'number'],
    ['tasks', [{ key: 'k1' }], 'lines'],
    ['cap', { percent: 20 }, 'group'],
  ])('%s %j is read as %s', (name, value, kind) => {
    expect(kindOfValue(name, value)).toBe(kind);
  });

  it('leaves out what is empty or of no use to a person, and puts lists last', () => {
    const data = { tasks: [], id: 'a-1', note: '', late: false, key: 'k', year: 2026 };
    expect(shownFields(data, 'a-1').map(([name]) => name)).toEqual(['year']);
    const full = { tasks: [{ key: 'k1', title: 'Việc' }], year: 2026 };
    expect(shownFields(full).map(([name]) => name)).toEqual(['year', 'tasks']);
  });
});
