import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { LevelIndicatorQueries, type MapChoice } from './level-indicators.queries.js';
import type { Indicator } from '../figure-indicators.js';

let models: Opened;
afterEach(() => models.close());

const figure = async (
  unitId: string,
  indicator: Indicator,
  period: number,
  map: MapChoice = 'then',
): Promise<string> => {
  const figures = await new LevelIndicatorQueries(models.db).indicators(unitId, period, map);
  return `${figures[indicator].numerator}/${figures[indicator].denominator}`;
};

const tree = [
  facts.founded('p', null),
  facts.founded('d1', 'p'),
  facts.founded('d2', 'p'),
  facts.founded('c1', 'd1'),
  facts.founded('c2', 'd1'),
  facts.founded('c3', 'd2'),
];

describeEachDatabase(() => {
  describe('figures', () => {
    it('count the obliged from their first year on, at every level', async () => {
      models = await readModelsAfter(
        ...tree,
        facts.admitted('a', 'c1', 2016),
        facts.admitted('b', 'c1', 2018),
        facts.endorsed('a', 'c1', 2018, { deeds: 3, specific: 2 }),
      );
      for (const unit of ['c1', 'd1', 'p']) {
        expect(await figure(unit, 'REG_RATE', 2017)).toBe('0/1');
        expect(await figure(unit, 'REG_RATE', 2018)).toBe('1/2');
        expect(await figure(unit, 'REG_RATE', 2030)).toBe('0/2');
        expect(await figure(unit, 'DEED_AVG', 2018)).toBe('3/1');
        expect(await figure(unit, 'DEED_OK', 2018)).toBe('1/1');
        expect(await figure(unit, 'PLAN_SPECIFIC', 2018)).toBe('2/3');
      }
      expect(await figure('d2', 'REG_RATE', 2018)).toBe('0/0');
      const figures = await new LevelIndicatorQueries(models.db).indicators('p', 2018, 'then');
      expect(figures.REG_RATE.value).toBe(0.5);
      expect(figures.LEADER_PLAN_RATE.value).toBeNull();
    });

    it('leave out the exempt, take them back, follow who moves, drop who leaves', async () => {
      models = await readModelsAfter(
        ...tree,
        ...['a', 'b', 'c'].map((id) => facts.admitted(id, 'c1', 2016)),
        facts.exempted('a', 'c1', 2017),
        facts.exemptionEnded('a', 'c1', 2019),
        facts.moved('b', 'c1', 'c3', 2018),
        facts.ended('c', 'c1', 2020),
      );
      const years = [2016, 2017, 2018, 2019, 2020];
      const obliged = (unit: string): Promise<string[]> =>
        Promise.all(years.map((year) => figure(unit, 'REG_RATE', year)));
      expect(await obliged('c1')).toEqual(['0/3', '0/2', '0/1', '0/2', '0/1']);
      expect(await obliged('c3')).toEqual(['0/0', '0/0', '0/1', '0/1', '0/1']);
      expect(await obliged('p')).toEqual(['0/3', '0/2', '0/2', '0/3', '0/2']);
    });

    it('ask leaders for a personal plan, wherever they are', async () => {
      models = await readModelsAfter(
        ...tree,
        facts.admitted('a', 'c1'),
        facts.leads('a', 'c1', 2016),
        facts.endorsed('a', 'c1', 2016, { leader: true, personalPlan: true }),
        facts.moved('a', 'c1', 'c2', 2017, { leader: true }),
        facts.endorsed('a', 'c2', 2017, { leader: true, personalPlan: false }),
        facts.leadsNoMore('a', 'c2', 2018),
        facts.leads('b', 'c2'),
      );
      expect(await figure('c1', 'LEADER_PLAN_RATE', 2016)).toBe('1/1');
      expect(await figure('c1', 'LEADER_PLAN_RATE', 2017)).toBe('0/0');
      expect(await figure('c2', 'LEADER_PLAN_RATE', 2017)).toBe('0/1');
      expect(await figure('d1', 'LEADER_PLAN_RATE', 2018)).toBe('0/0');
    });

    it('leave offices taken and left while exempt to the end of the exemption', async () => {
      models = await readModelsAfter(
        ...tree,
        facts.admitted('a', 'c1'),
        facts.leads('a', 'c1', 2016),
        facts.exempted('a', 'c1', 2017, true),
        facts.leadsNoMore('a', 'c1', 2018, { exempt: true }),
        facts.admitted('b', 'c1'),
        facts.exempted('b', 'c1', 2017),
        facts.leads('b', 'c1', 2018, { exempt: true }),
      );
      const leaders = (): Promise<string[]> =>
        Promise.all([2016, 2017, 2018, 2019].map((year) => figure('c1', 'LEADER_PLAN_RATE', year)));
      expect(await leaders()).toEqual(['0/1', '0/0', '0/0', '0/0']);
      await models.add(
        facts.exemptionEnded('a', 'c1', 2019, false),
        facts.exemptionEnded('b', 'c1', 2019, true),
      );
      expect(await leaders()).toEqual(['0/1', '0/0', '0/0', '0/1']);
    });

    it('take an adjustment for what it changes', async () => {
      models = await readModelsAfter(
        ...tree,
        facts.admitted('a', 'c1'),
        facts.endorsed('a', 'c1', 2016, { deeds: 2, specific: 2 }),
        facts.adjusted(
          'a',
          'c1',
          2016,
          { deeds: 2, specific: 2 },
          { deeds: 4, specific: 1, withinLimits: false },
        ),
      );
      expect(await figure('p', 'DEED_AVG', 2016)).toBe('4/1');
      expect(await figure('p', 'DEED_OK', 2016)).toBe('0/1');
      expect(await figure('p', 'PLAN_SPECIFIC', 2016)).toBe('1/4');
    });

    it('count plans in time of the units that owe one', async () => {
      models = await readModelsAfter(
        facts.founded('p', null, { plansFrom: 2016 }),
        facts.founded('c1', 'p', { plansFrom: 2017 }),
        facts.founded('c2', 'p'),
        facts.planIssued('p', 2016, '2016-03-31'),
        facts.planIssued('p', 2017, '2017-04-01'),
        facts.planIssued('c1', 2016, '2016-02-01'),
        facts.planIssued('c1', 2017, '2017-02-01'),
        facts.planIssued('c2', 2017, '2017-02-01'),
      );
      expect(await figure('p', 'PLAN_ONTIME', 2016)).toBe('1/1');
      expect(await figure('p', 'PLAN_ONTIME', 2017)).toBe('1/2');
      await models.add(
        facts.merged('c1', 'c2', '2017-03-01', { plansUntil: 2017, owesPlans: true }),
      );
      expect(await figure('p', 'PLAN_ONTIME', 2017)).toBe('0/1');
    });
  });

  describe('a figure explains itself', () => {
    it('lists the events whose contributions add up to it, page by page', async () => {
      models = await readModelsAfter(
        ...tree,
        ...['a', 'b', 'c'].map((id) => facts.admitted(id, 'c1', 2016)),
        facts.exempted('a', 'c1', 2017),
        facts.endorsed('b', 'c1', 2017),
        facts.endorsed('c', 'c1', 2018),
        facts.merged('c1', 'c3', '2018-01-01'),
      );
      const queries = new LevelIndicatorQueries(models.db);
      const of = { indicator: 'REG_RATE', side: 'denominator', period: 2018, limit: 3 } as const;
      const first = await queries.behind({ ...of, unitId: 'd2' });
      const second = await queries.behind({ ...of, unitId: 'd2', after: first.next! });
      expect([...first.items, ...second.items].map(({ contribution }) => contribution)).toEqual([
        1, 1, 1, -1,
      ]);
      expect(second.next).toBeNull();
      expect(await figure('d2', 'REG_RATE', 2018)).toBe('1/2');
      const { items } = await queries.behind({
        ...of,
        unitId: 'd1',
        period: 2017,
        side: 'numerator',
      });
      expect(items).toMatchObject([
        { memberId: 'b', unitId: 'c1', type: 'RegistrationEndorsed', stream: 'commitment-b-2017' },
      ]);
      expect((await queries.behind({ ...of, unitId: 'd1' })).items).toEqual([]);
    });
  });
});
