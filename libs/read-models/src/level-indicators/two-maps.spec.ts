import type { GivenFact } from '#libs/projections/testing';
import fc from 'fast-check';
import * as facts from '../testing/facts.fixtures.js';
import { PROVINCE_UNITS, PROVINCE_YEARS, provinceLog } from '../testing/logs.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { recount } from '../testing/recount.js';
import { LevelIndicatorQueries, type MapChoice } from './level-indicators.queries.js';
import type { Indicator } from '../figure-indicators.js';
import { REGISTRATION_INDICATORS as INDICATORS } from './level-indicators.table.js';

let models: Opened;
afterEach(() => models.close());

const rates = async (units: readonly string[], year: number, map: MapChoice): Promise<string[]> => {
  const queries = new LevelIndicatorQueries(models.db);
  const figures = await Promise.all(units.map((unit) => queries.indicators(unit, year, map)));
  return figures.map(({ REG_RATE: { numerator, denominator } }) => `${numerator}/${denominator}`);
};

const AFTER: MapChoice = { date: '2020-06-30' };
const BEFORE: MapChoice = { date: '2019-06-30' };

/** 23 communes of one district, commune i with i+1 members who all registered in 2019 and 2020. */
const communes = Array.from({ length: 23 }, (_, index) => `x${index}`);
const sizeOf = (index: number): number => index + 1;
const people = (year: number): GivenFact[] =>
  communes.flatMap((unit, index) =>
    Array.from({ length: sizeOf(index) }, (_, n) => facts.endorsed(`${unit}-${n}`, unit, year)),
  );
const district = [
  facts.founded('p', null),
  facts.founded('d', 'p'),
  ...communes.map((unit) => facts.founded(unit, 'd')),
  ...communes.flatMap((unit, index) =>
    Array.from({ length: sizeOf(index) }, (_, n) => facts.admitted(`${unit}-${n}`, unit, 2019)),
  ),
];
/** On 2020-01-01 communes 15..22 go into 0..7: 15 are left. */
const mergers = Array.from({ length: 8 }, (_, n) =>
  facts.merged(`x${15 + n}`, `x${n}`, '2020-01-01', { parentId: 'd' }),
);
const before = communes.map((_, index) => `${sizeOf(index)}/${sizeOf(index)}`);
const after = communes.map((_, index) => {
  const size = index < 8 ? sizeOf(index) + sizeOf(index + 15) : index < 15 ? sizeOf(index) : 0;
  return `${size}/${size}`;
});
const total = `${(23 * 24) / 2}/${(23 * 24) / 2}`;

describeEachDatabase(() => {
  describe('23 communes become 15', () => {
    it('shows 2019 as it was shown in 2019, and on the map of today', async () => {
      models = await readModelsAfter(...district, ...people(2019));
      expect(await rates(communes, 2019, 'then')).toEqual(before);
      await models.add(...mergers, ...people(2020));
      expect(await rates(communes, 2019, 'then')).toEqual(before);
      expect(await rates(communes, 2019, AFTER)).toEqual(after);
    });

    it('shows 2020 on the new map, and never changes the totals above', async () => {
      models = await readModelsAfter(...district, ...people(2019), ...mergers, ...people(2020));
      expect(await rates(communes, 2020, 'then')).toEqual(after);
      for (const year of [2019, 2020])
        for (const map of ['then', BEFORE, AFTER] as const)
          expect(await rates(['d', 'p'], year, map)).toEqual([total, total]);
    });

    it('lists below the district those of the year, 23 and then 15', async () => {
      models = await readModelsAfter(...district, ...people(2019), ...mergers, ...people(2020));
      const queries = new LevelIndicatorQueries(models.db);
      const children = async (year: number, map: MapChoice): Promise<string[]> =>
        (await queries.children('d', year, map)).map(({ unitId }) => unitId);
      const left = communes.slice(0, 15);
      expect((await children(2019, 'then')).sort()).toEqual([...communes].sort());
      expect((await children(2020, 'then')).sort()).toEqual([...left].sort());
      expect((await children(2021, 'then')).sort()).toEqual([...left].sort());
      expect((await children(2019, AFTER)).sort()).toEqual([...left].sort());
    });

    it('goes on listing a closed unit while an open one stands below it', async () => {
      models = await readModelsAfter(...district, facts.founded('k', 'x15'), ...mergers);
      const queries = new LevelIndicatorQueries(models.db);
      const children = async (): Promise<string[]> =>
        (await queries.children('d', 2020, 'then')).map(({ unitId }) => unitId);
      expect(await children()).toContain('x15');
      await models.add(facts.reparented('k', 'x15', 'x0', '2020-01-01'));
      expect(await children()).not.toContain('x15');
    });

    it('takes with it what was already registered in the year of the merger', async () => {
      const spring = mergers.map(({ data, ...fact }) => ({
        ...fact,
        data: { ...data, on: '2020-03-31' },
      }));
      models = await readModelsAfter(...district, ...people(2020), ...spring);
      expect(await rates(communes, 2020, 'then')).toEqual(after);
    });

    it('leaves the year alone when the merger comes after the window', async () => {
      const summer = mergers.map(({ data, ...fact }) => ({
        ...fact,
        data: { ...data, on: '2020-04-01' },
      }));
      models = await readModelsAfter(...district, ...people(2020), ...summer);
      expect(await rates(communes, 2020, 'then')).toEqual(before);
      expect(await rates(communes, 2020, AFTER)).toEqual(after);
    });

    it('does not count twice those who are then moved by name', async () => {
      const moves = [
        facts.moved('x15-0', 'x15', 'x0', 2020),
        facts.moved('x15-1', 'x15', 'x0', 2021),
      ];
      models = await readModelsAfter(...district, ...people(2020), ...mergers, ...moves);
      expect(await rates(communes, 2020, 'then')).toEqual(after);
      expect((await rates(['x0', 'x15'], 2021, 'then')).map((rate) => rate.split('/')[1])).toEqual([
        '17',
        '0',
      ]);
    });
  });

  describe('a commune changes district', () => {
    const start = [
      facts.founded('p', null),
      facts.founded('d1', 'p'),
      facts.founded('d2', 'p'),
      facts.founded('c1', 'd1'),
      facts.founded('k', 'c1'),
      facts.admitted('a', 'k', 2018),
      facts.admitted('b', 'k', 2021),
      facts.endorsed('a', 'k', 2019),
    ];
    const move = facts.reparented('c1', 'd1', 'd2', '2020-02-01');

    it('leaves past years with the old district and brings later ones to the new', async () => {
      models = await readModelsAfter(...start, move, facts.endorsed('a', 'k', 2020));
      expect(await rates(['d1', 'd2', 'p'], 2019, 'then')).toEqual(['1/1', '0/0', '1/1']);
      expect(await rates(['d1', 'd2', 'p'], 2020, 'then')).toEqual(['0/0', '1/1', '1/1']);
      expect(await rates(['d1', 'd2', 'p'], 2021, 'then')).toEqual(['0/0', '0/2', '0/2']);
      expect(await rates(['d1', 'd2', 'p'], 2019, AFTER)).toEqual(['0/0', '1/1', '1/1']);
      expect(await rates(['d1', 'd2', 'p'], 2021, BEFORE)).toEqual(['0/2', '0/0', '0/2']);
    });

    it('treats what is recorded late by the map of its year', async () => {
      models = await readModelsAfter(...start, move, facts.admitted('c', 'k', 2017));
      expect(await rates(['d1', 'd2'], 2019, 'then')).toEqual(['1/2', '0/0']);
      expect(await rates(['d1', 'd2'], 2021, 'then')).toEqual(['0/0', '0/3']);
    });

    it('lists a new unit under its elder on a map of before its founding', async () => {
      const young = [
        facts.founded('n', 'd2', { on: '2020-01-01' }),
        facts.admitted('y', 'n', 2020),
      ];
      models = await readModelsAfter(...start, ...young);
      expect(await rates(['n', 'd2', 'p'], 2020, BEFORE)).toEqual(['0/0', '0/1', '0/2']);
      const children = await new LevelIndicatorQueries(models.db).children('d2', 2020, AFTER);
      expect(children.map(({ unitId }) => unitId)).toEqual(['n']);
    });
  });

  it('equals a plain recount, on every map, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(provinceLog, async (log) => {
        models = await readModelsAfter(...log);
        const queries = new LevelIndicatorQueries(models.db);
        for (const unit of PROVINCE_UNITS)
          for (const year of PROVINCE_YEARS)
            for (const date of [undefined, '2018-06-30', '2031-01-01']) {
              const map = date === undefined ? 'then' : { date };
              const figures = await queries.indicators(unit, year, map);
              const plain = recount(log, unit, year, date);
              for (const [name, { numerator, denominator }] of Object.entries(INDICATORS)) {
                if (name === 'PLAN_ONTIME') continue;
                const { numerator: above, denominator: below } = figures[name as Indicator];
                const where = `${name} of ${unit} ${year} ${date ?? 'then'}`;
                expect([where, above, below]).toEqual([
                  where,
                  plain[numerator] ?? 0,
                  plain[denominator] ?? 0,
                ]);
              }
            }
        await models.close();
      }),
      { numRuns: 20 },
    );
    models = await readModelsAfter();
  }, 60_000);
});
