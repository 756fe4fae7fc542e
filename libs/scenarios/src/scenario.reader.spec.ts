import { parseScenario, readScenarios, ScenarioFileError } from './index.js';

describe('reading scenarios', () => {
  it('gives the five organisations in order of time', () => {
    expect(
      readScenarios().map(({ id, years, levels, units, members }) => ({
        id,
        years: [years.first, years.last],
        top: levels[0],
        cells: units.cell,
        members,
      })),
    ).toEqual([
      { id: 'lang-son', years: [2006, 2010], top: 'sector', cells: 14, members: 210 },
      { id: 'thang-tam', years: [2011, 2015], top: 'ward', cells: 13, members: 320 },
      { id: 'bac-kan', years: [2016, 2020], top: 'province', cells: 130, members: 1500 },
      { id: 'phu-tho', years: [2016, 2018], top: 'bloc', cells: 60, members: 720 },
      { id: 'binh-dai', years: [2021, 2022], top: 'district', cells: 253, members: 1800 },
    ]);
  });

  it('gives every expected row an id of its own', () => {
    const ids = readScenarios().flatMap(({ expect: rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('binh-dai: capability meeting issue, assignee, follow-up');
  });

  it('keeps the terms of a row as written', () => {
    const rows = readScenarios().flatMap(({ expect: all }) => all);
    expect(rows.find(({ id }) => id === 'phu-tho: indicator PLAN_ONTIME')).toEqual({
      id: 'phu-tho: indicator PLAN_ONTIME',
      kind: 'indicator',
      subject: 'PLAN_ONTIME',
      terms: { some_units_late: true, finding: 'PLAN_LATE' },
    });
    expect(rows.find(({ id }) => id === 'lang-son: indicator STUDY_RATE')?.terms).toEqual({
      counted: 'distinct people, never turns',
    });
  });

  const GOOD = `
id: an-binh
source: none
title: Đảng bộ phường An Bình
title_en: Ward Party organisation of An Bình
years: [2011, 2012]
levels: [ward, cell]
facts: [one fact]
units: {ward: 1, cells: 2, note: small}
members: 20
expect:
  - {indicator: REG_RATE}
`;

  it('takes a file of its own', () => {
    expect(parseScenario(GOOD, 'an-binh.yaml')).toMatchObject({
      id: 'an-binh',
      units: { ward: 1, cell: 2 },
    });
  });

  it.each([
    ['years: [2011, 2012]', 'years: [2012, 2011]', 'an-binh.yaml years'],
    ['years: [2011, 2012]', 'years: 2011', 'an-binh.yaml years'],
    ['levels: [ward, cell]', 'levels: [ward, hamlet]', 'an-binh.yaml levels'],
    ['levels: [ward, cell]', 'levels: [ward]', 'an-binh.yaml levels'],
    ['cells: 2', 'base: 2', 'an-binh.yaml units'],
    ['ward: 1', 'ward: 2', 'an-binh.yaml units'],
    ['members: 20', 'members: many', 'an-binh.yaml members'],
    ['members: 20', 'members: 0', 'an-binh.yaml members'],
    ['id: an-binh', 'id: ""', 'an-binh.yaml id'],
    ['{indicator: REG_RATE}', '{figure: REG_RATE}', 'an-binh.yaml expect[0]'],
    ['{indicator: REG_RATE}', 'REG_RATE', 'an-binh.yaml expect[0]'],
  ])('refuses %j written as %j', (good, bad, at) => {
    const reading = () => parseScenario(GOOD.replace(good, bad), 'an-binh.yaml');
    expect(reading).toThrow(ScenarioFileError);
    expect(reading).toThrow(at);
  });
});
