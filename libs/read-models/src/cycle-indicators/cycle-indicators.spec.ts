import * as cycle from '../testing/cycle.fixtures.js';
import * as facts from '../testing/facts.fixtures.js';
import type { Indicator } from '../figure-indicators.js';
import { LevelIndicatorQueries } from '../level-indicators/level-indicators.queries.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';

let models: Opened;
afterEach(() => models.close());

const figure = async (unit: string, indicator: Indicator, year = 2026): Promise<string> => {
  const figures = await new LevelIndicatorQueries(models.db).indicators(unit, year, 'then');
  return `${figures[indicator].numerator}/${figures[indicator].denominator}`;
};

const tree = [
  facts.founded('d', null),
  facts.founded('c1', 'd', { level: 'cell' }),
  facts.founded('c2', 'd', { level: 'cell' }),
];
const people = ['a', 'b', 'c'].map((id) => facts.admitted(id, 'c1', 2020));

describeEachDatabase(() => {
  describe('what a cell owes', () => {
    it('is twelve meetings, four thematic ones and a session a year, nothing above', async () => {
      models = await readModelsAfter(...tree, cycle.held('c1', '2026-03-03'));
      expect(await figure('d', 'MEETING_RATE')).toBe('1/24');
      expect(await figure('d', 'THEMATIC_RATE')).toBe('0/8');
      expect(await figure('c2', 'SESSION_DONE')).toBe('0/1');
    });

    it('counts the first meeting of a month only', async () => {
      const twice = [cycle.held('c1', '2026-03-03'), cycle.held('c1', '2026-03-20')];
      models = await readModelsAfter(...tree, ...twice, cycle.held('c1', '2026-04-03'));
      expect(await figure('c1', 'MEETING_RATE')).toBe('2/12');
      expect(await figure('c1', 'MEETING_LONG')).toBe('3/3');
    });

    it('ends when the cell closes', async () => {
      models = await readModelsAfter(...tree, facts.merged('c2', 'c1', '2026-01-01'));
      expect(await figure('d', 'MEETING_RATE')).toBe('0/12');
      expect(await figure('d', 'MEETING_RATE', 2025)).toBe('0/24');
    });
  });

  describe('study', () => {
    const study = (on: string, ...present: string[]) =>
      cycle.attended('c1', on, present, 3, 'study');

    it('counts turns each time and people once', async () => {
      const rounds = [study('2026-03-03', 'a', 'b'), study('2026-06-03', 'a', 'c')];
      models = await readModelsAfter(...tree, ...people, ...rounds);
      expect(await figure('d', 'STUDY_RATE')).toBe('3/3');
      expect(await figure('d', 'STUDY_TURNS')).toBe('4/3');
    });

    it('takes a corrected list for the earlier one', async () => {
      const lists = [study('2026-03-03', 'a', 'b'), study('2026-03-03', 'a')];
      models = await readModelsAfter(...tree, ...people, ...lists);
      expect(await figure('d', 'STUDY_ATTENDANCE')).toBe('1/3');
    });
  });

  describe('reviews', () => {
    it('are due every quarter, or every month where the cell chose so', async () => {
      const endorsed = [facts.endorsed('a', 'c1', 2026), facts.endorsed('b', 'c2', 2026)];
      models = await readModelsAfter(...tree, cycle.cadenceChosen('c1', 2026), ...endorsed);
      expect(await figure('c1', 'REVIEW_COVERAGE')).toBe('0/12');
      expect(await figure('d', 'REVIEW_COVERAGE')).toBe('0/16');
    });

    it('cover a period once, and the first remark says how late', async () => {
      const late = { late: true, lateDays: 30 };
      const log = [
        facts.endorsed('a', 'c1', 2026),
        cycle.remarked('a', 'c1', '2026-q1', late),
        cycle.remarked('a', 'c1', '2026-q1'),
        cycle.remarked('a', 'c1', '2026-q2'),
      ];
      models = await readModelsAfter(...tree, ...log);
      expect(await figure('d', 'REVIEW_COVERAGE')).toBe('2/4');
      expect(await figure('d', 'REVIEW_LATENESS')).toBe('1/2');
    });
  });

  describe('what is recorded', () => {
    it('late, after the days of grace, counts against the health of the record', async () => {
      // The log of these specifications is written on 1 January 2020.
      const inTime = [cycle.held('c1', '2019-12-22'), cycle.rated('a', 'c1', 2019, 'good')];
      const late = [cycle.held('c1', '2019-11-03'), cycle.held('c2', '2019-12-21')];
      models = await readModelsAfter(...tree, ...inTime, ...late);
      expect(await figure('d', 'DATA_HEALTH', 2019)).toBe('3/4');
      expect(await figure('c1', 'DATA_HEALTH', 2019)).toBe('2/3');
    });
  });

  describe('ratings and awards', () => {
    it('count a rating as it was last decided', async () => {
      const log = [cycle.rated('a', 'c1', 2026, 'completed'), cycle.rated('b', 'c1', 2026, 'good')];
      models = await readModelsAfter(...tree, ...log);
      await models.add(cycle.ratingChanged('a', 'c1', 2026, 'good'));
      expect(await figure('d', 'RATING_GOOD')).toBe('2/2');
      expect(await figure('d', 'RATING_COMPLETED')).toBe('0/2');
    });

    it('find who failed two years running, in whatever order it is recorded', async () => {
      const failed = [2026, 2025].map((year) => cycle.rated('a', 'c1', year, 'not_completed'));
      models = await readModelsAfter(...tree, ...failed);
      expect(await figure('d', 'TWO_YEAR_FAIL')).toBe('1/1');
      await models.add(cycle.ratingChanged('a', 'c1', 2025, 'completed'));
      expect(await figure('d', 'TWO_YEAR_FAIL')).toBe('0/1');
    });

    it('no longer count a revoked award in the year of its decision', async () => {
      const log = [cycle.awarded('x', 'a', 'c1'), cycle.awarded('y', 'b', 'c1')];
      models = await readModelsAfter(...tree, ...people, ...log);
      expect(await figure('d', 'AWARDS')).toBe('2/3');
      await models.add(cycle.revoked('x', 'a', 'c1'), cycle.revoked('x', 'a', 'c1'));
      expect(await figure('d', 'AWARDS')).toBe('1/3');
      expect(await figure('d', 'AWARDS', 2027)).toBe('0/3');
    });

    it('count a remedy in the year in which it is due', async () => {
      const log = [
        cycle.remedyAssigned('c1', 'r1', '2027-03-31'),
        cycle.remedyAssigned('c1', 'r2', '2027-06-30'),
        cycle.remedyVerified('c1', 'r1', '2027-03-31'),
        cycle.remedyVerified('c1', 'r2', '2027-06-30', true),
      ];
      models = await readModelsAfter(...tree, ...log);
      expect(await figure('d', 'REMEDY_RATE', 2027)).toBe('1/2');
      expect(await figure('d', 'REMEDY_RATE', 2026)).toBe('0/0');
    });
  });

  describe('on the map', () => {
    it('leaves the past with the old unit and explains every figure by its events', async () => {
      const log = [
        facts.founded('e', null),
        cycle.rated('a', 'c1', 2025, 'good'),
        facts.reparented('c1', 'd', 'e', '2026-01-01'),
        cycle.rated('a', 'c1', 2026, 'good'),
      ];
      models = await readModelsAfter(...tree, ...log);
      expect([
        await figure('d', 'RATING_GOOD', 2025),
        await figure('e', 'RATING_GOOD', 2025),
      ]).toEqual(['1/1', '0/0']);
      expect([await figure('d', 'RATING_GOOD'), await figure('e', 'RATING_GOOD')]).toEqual([
        '0/0',
        '1/1',
      ]);
      const { items } = await new LevelIndicatorQueries(models.db).behind({
        ...{ unitId: 'e', period: 2026, indicator: 'RATING_GOOD', side: 'numerator', limit: 10 },
      });
      expect(items).toMatchObject([
        { stream: 'rating-member.a-2026', type: 'RatingDecided', memberId: 'a', contribution: 1 },
      ]);
    });

    it('gives the people of a closed unit to its heir', async () => {
      const log = [cycle.rated('a', 'c2', 2026, 'good'), facts.merged('c2', 'c1', '2026-01-01')];
      models = await readModelsAfter(...tree, ...log);
      expect([await figure('c1', 'RATING_GOOD'), await figure('c2', 'RATING_GOOD')]).toEqual([
        '1/1',
        '0/0',
      ]);
    });
  });
});
