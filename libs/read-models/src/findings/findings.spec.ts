import * as cycle from '../testing/cycle.fixtures.js';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { FindingQueries } from './findings.queries.js';

let models: Opened;
afterEach(() => models.close());

const UNITS = ['d', 'c1'];
const found = async (year = 2026, openOnly = true) =>
  new FindingQueries(models.db).findings({ unitIds: UNITS, year, openOnly, limit: 100 });
const rules = async (year = 2026, openOnly = true): Promise<string[]> =>
  (await found(year, openOnly)).map(({ ruleId }) => ruleId);

const tree = [facts.founded('d', null), facts.founded('c1', 'd', { level: 'cell' })];

describeEachDatabase(() => {
  describe('meetings', () => {
    it('short, poorly attended, and without a look at what was registered', async () => {
      const on = '2026-03-03';
      const log = [cycle.attended('c1', on, ['a'], 3), cycle.held('c1', on, { short: true })];
      models = await readModelsAfter(...tree, ...log);
      expect(await rules()).toEqual(['ATTENDANCE_LOW', 'MEETING_SHORT', 'NOT_IN_MONTHLY_MEETING']);
      const [low] = await found();
      expect(low).toMatchObject({
        unitId: 'c1',
        period: '2026-03',
        events: ['meeting-c1-20260303@0', 'meeting-c1-20260303@1'],
      });
    });

    it('find nothing in a good one', async () => {
      const on = '2026-03-03';
      const list = cycle.attended('c1', on, ['a', 'b', 'c'], 3);
      models = await readModelsAfter(
        ...tree,
        list,
        cycle.contentReviewed('c1', on),
        cycle.held('c1', on),
      );
      expect(await rules()).toEqual([]);
    });
  });

  describe('reviews', () => {
    it('a missed period is found, and mended by a late remark that stays to be seen', async () => {
      models = await readModelsAfter(...tree, cycle.missed('a', 'c1', '2026-q1'));
      expect(await rules()).toEqual(['NO_MONTHLY_REVIEW']);
      await models.add(cycle.remarked('a', 'c1', '2026-q1', { late: true, lateDays: 40 }));
      expect(await rules()).toEqual([]);
      expect(await found(2026, false)).toMatchObject([
        { clearedOn: expect.any(String), events: ['review-a-2026-q1@0', 'review-a-2026-q1@1'] },
      ]);
    });

    it('three periods entered late on one day are a batch', async () => {
      const late = { late: true, lateDays: 200 };
      const entered = ['2026-01', '2026-02', '2026-03'].map((period) =>
        cycle.remarked('a', 'c1', period, late),
      );
      models = await readModelsAfter(...tree, ...entered.slice(0, 2));
      expect(await rules()).toEqual([]);
      await models.add(entered[2]!);
      expect(await rules()).toEqual(['BATCH_BACKFILL']);
      expect((await found())[0]!.events).toHaveLength(3);
    });

    it('the very words of the period before are a copy', async () => {
      models = await readModelsAfter(
        ...tree,
        cycle.remarked('a', 'c1', '2026-q2', { repeated: true }),
      );
      expect(await rules()).toEqual(['COPY_PASTE']);
    });
  });

  describe('the end of the year', () => {
    it('a rating without a count of ballots is found', async () => {
      const log = [
        cycle.tallied('a', 'c1', 2026),
        cycle.rated('a', 'c1', 2026, 'good'),
        cycle.rated('b', 'c1', 2026, 'good'),
      ];
      models = await readModelsAfter(...tree, ...log);
      expect(await found()).toMatchObject([{ ruleId: 'NO_TALLY', memberId: 'b' }]);
    });

    it('no count is asked for under rules that knew no ballot', async () => {
      models = await readModelsAfter(...tree, cycle.rated('a', 'c1', 2010, 'good'));
      expect(await rules(2010)).toEqual([]);
    });

    it('an overdue remedy is found until it is verified as done', async () => {
      const log = [
        cycle.remedyAssigned('c1', 'r1', '2027-03-31'),
        cycle.remedyPassed('c1', 'r1', '2027-03-31'),
      ];
      models = await readModelsAfter(...tree, ...log);
      expect(await rules(2027)).toEqual(['REMEDY_OVERDUE']);
      await models.add(cycle.remedyVerified('c1', 'r1', '2027-03-31', true));
      expect(await rules(2027)).toEqual([]);
    });

    it('an award for a year without its final rating is found', async () => {
      models = await readModelsAfter(...tree, cycle.awarded('x', 'a', 'c1'));
      expect(await rules()).toEqual(['AWARD_BASIS_MISSING']);
    });

    it('praise for a year rests on no rating', async () => {
      models = await readModelsAfter(...tree, cycle.awarded('x', 'a', 'c1', 'praise'));
      expect(await rules()).toEqual([]);
    });
  });

  describe('registrations', () => {
    it('whoever owes one and has none is missing, by the fact that made them owe it', async () => {
      const log = [facts.admitted('a', 'c1', 2026), facts.admitted('b', 'c1', 2026)];
      models = await readModelsAfter(...tree, ...log, facts.exempted('b', 'c1', 2027));
      expect(await found()).toMatchObject([
        { ruleId: 'REG_MISSING', memberId: 'a', events: ['membership-a@0'] },
        { ruleId: 'REG_MISSING', memberId: 'b' },
      ]);
      expect(await found(2027)).toMatchObject([{ memberId: 'a' }]);
      expect(await found(2025)).toEqual([]);
    });
  });

  describe('what is not there', () => {
    const owing = facts.founded('c1', 'd', { level: 'cell', plansFrom: 2025 });
    const at = async (year: number, today?: string) =>
      new FindingQueries(models.db).findings({ unitIds: UNITS, year, today, limit: 10 });

    it('a unit that owes a plan and issued none, by the fact that founded it', async () => {
      models = await readModelsAfter(facts.founded('d', null), owing);
      expect(await at(2026)).toMatchObject([
        {
          id: 'PLAN_MISSING:c1:2026',
          unitId: 'c1',
          memberId: null,
          events: ['orgUnit-c1@0'],
          raisedOn: '2026-04-15',
          clearedOn: null,
        },
      ]);
      expect(await at(2024)).toEqual([]);
    });

    it('is found once the due day has ended', async () => {
      models = await readModelsAfter(
        facts.founded('d', null),
        owing,
        facts.admitted('a', 'c1', 2026),
      );
      const found = async (today: string) => (await at(2026, today)).map(({ ruleId }) => ruleId);
      expect(await found('2026-03-31')).toEqual([]);
      expect(await found('2026-04-01')).toEqual(['REG_MISSING']);
      expect(await found('2026-04-15')).toEqual(['REG_MISSING']);
      expect(await found('2026-04-16')).toEqual(['PLAN_MISSING', 'REG_MISSING']);
    });

    it('a plan that comes late is late and no longer missing', async () => {
      models = await readModelsAfter(facts.founded('d', null), owing);
      await models.add(facts.planIssued('c1', 2026, '2026-05-02'));
      expect((await at(2026)).map(({ ruleId }) => ruleId)).toEqual(['PLAN_LATE']);
      expect((await at(2025)).map(({ ruleId }) => ruleId)).toEqual(['PLAN_MISSING']);
      expect(await new FindingQueries(models.db).counts({ unitIds: UNITS, year: 2025 })).toEqual([
        { ruleId: 'PLAN_MISSING', count: 1, cleared: 0 },
      ]);
    });

    it('nothing is asked of a unit from the year in which it closed', async () => {
      const closed = facts.merged('c1', 'd', '2026-02-01');
      models = await readModelsAfter(facts.founded('d', null), owing, closed);
      expect(await at(2026)).toEqual([]);
      expect(await at(2025)).toMatchObject([{ ruleId: 'PLAN_MISSING' }]);
    });
  });

  it('counts findings by rule, and how many of them are mended', async () => {
    const log = [cycle.missed('a', 'c1', '2026-q1'), cycle.missed('a', 'c1', '2026-q2')];
    models = await readModelsAfter(...tree, ...log, cycle.remarked('a', 'c1', '2026-q1'));
    expect(await new FindingQueries(models.db).counts({ unitIds: UNITS, year: 2026 })).toEqual([
      { ruleId: 'NO_MONTHLY_REVIEW', count: 2, cleared: 1 },
    ]);
  });
});
