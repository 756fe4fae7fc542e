import { firstYearOnMap, UnitMap } from './unit-map.js';

const OPEN = { to_date: null, heir_id: null };

/** Two districts; commune c1 merges into c2 in 2020, c3 moves to the other district in 2019. */
const map = (): UnitMap =>
  new UnitMap(
    [
      { id: 'p', from_date: '2000-01-01', ...OPEN },
      { id: 'd1', from_date: '2000-01-01', ...OPEN },
      { id: 'd2', from_date: '2000-01-01', ...OPEN },
      { id: 'c1', from_date: '2000-01-01', to_date: '2020-01-01', heir_id: 'c2' },
      { id: 'c2', from_date: '2000-01-01', ...OPEN },
      { id: 'c3', from_date: '2000-01-01', ...OPEN },
      { id: 'late', from_date: '2021-05-01', ...OPEN },
    ],
    [
      { unit_id: 'p', from_date: '2000-01-01', parent_id: null },
      { unit_id: 'd1', from_date: '2000-01-01', parent_id: 'p' },
      { unit_id: 'd2', from_date: '2000-01-01', parent_id: 'p' },
      { unit_id: 'c1', from_date: '2000-01-01', parent_id: 'd1' },
      { unit_id: 'c2', from_date: '2000-01-01', parent_id: 'd1' },
      { unit_id: 'c3', from_date: '2000-01-01', parent_id: 'd1' },
      { unit_id: 'c3', from_date: '2018-06-01', parent_id: 'd2' },
      { unit_id: 'late', from_date: '2021-05-01', parent_id: 'd2' },
    ],
  );

describe('the map of units', () => {
  it.each([
    ['2019-01-01', 2019],
    ['2019-03-31', 2019],
    ['2019-04-01', 2020],
    ['2019-12-31', 2020],
  ])('draws a change of %s for the figures of %i on', (date, year) =>
    expect(firstYearOnMap(date)).toBe(year),
  );

  it('knows where a unit stood in a year', () => {
    expect(map().pathIn('c3', 2018)).toEqual(['c3', 'd1', 'p']);
    expect(map().pathIn('c3', 2019)).toEqual(['c3', 'd2', 'p']);
    expect(map().pathIn('c3', 1990)).toEqual(['c3', 'd1', 'p']);
  });

  it("counts a closed unit's people in its heir from the year of closing on", () => {
    expect(map().placesOf('c1')).toEqual([
      { from: 0, path: ['c1', 'd1', 'p'] },
      { from: 2020, path: ['c2', 'd1', 'p'] },
    ]);
    expect(map().standingOf('c1')).toEqual([{ from: 0, path: ['c1', 'd1', 'p'] }]);
  });

  it('draws the map of a date: heirs for the closed, elders for those not yet founded', () => {
    expect(map().pathAt('c1', '2019-12-31')).toEqual(['c1', 'd1', 'p']);
    expect(map().pathAt('c1', '2020-01-01')).toEqual(['c2', 'd1', 'p']);
    expect(map().pathAt('late', '2021-04-30')).toEqual(['d2', 'p']);
    expect(map().pathAt('late', '2021-05-01')).toEqual(['late', 'd2', 'p']);
  });

  it('lists what is below, and whose figures a unit answers for', () => {
    const drawing = map().drawnAt('2022-01-01');
    expect(drawing.own.get('c2')).toEqual(['c1', 'c2']);
    expect(drawing.below.get('d2')).toEqual(['d2', 'c3', 'late']);
    expect(drawing.children.get('d1')).toEqual(['c2']);
    expect(drawing.below.get('c1')).toBeUndefined();
  });

  it('draws anew after a change', () => {
    const units = map();
    units.drawnIn(2022);
    units.edge('d2', '2022-01-01', 'd1');
    expect(units.drawnIn(2022).below.get('d1')).toContain('late');
    expect(units.placesOf('c3').at(-1)).toEqual({ from: 2022, path: ['c3', 'd2', 'd1', 'p'] });
  });

  it('survives a circle and an unknown unit', () => {
    const units = map();
    units.edge('p', '2022-01-01', 'c3');
    expect(units.pathIn('c3', 2022)).toEqual(['c3', 'd2', 'p']);
    expect(units.pathIn('nobody', 2022)).toEqual(['nobody']);
  });
});
