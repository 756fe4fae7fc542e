import * as cycle from '../testing/cycle.fixtures.js';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { CellMonthQueries } from './cell-month.queries.js';

let models: Opened;
afterEach(() => models.close());

const tree = [
  facts.founded('d', null),
  facts.founded('c1', 'd', { level: 'cell' }),
  facts.founded('c2', 'd', { level: 'cell' }),
];

describeEachDatabase(() => {
  it('lays cells against months: who was looked at or missed, and whether they met', async () => {
    models = await readModelsAfter(
      ...tree,
      cycle.cadenceChosen('c1', 2026),
      facts.endorsed('a', 'c1', 2026),
      facts.endorsed('b', 'c1', 2026),
      cycle.remarked('a', 'c1', '2026-01'),
      cycle.remarked('b', 'c1', '2026-01', { late: true, lateDays: 9 }),
      cycle.missed('a', 'c1', '2026-02'),
      cycle.scheduled('c1', '2026-02-03'),
      cycle.held('c1', '2026-02-03'),
      cycle.scheduled('c2', '2026-05-03'),
    );
    const [monthly, quarterly] = await new CellMonthQueries(models.db).coverage(['c1', 'c2'], 2026);
    expect(monthly).toMatchObject({ unitId: 'c1', cadence: 'monthly' });
    expect(monthly!.cells).toHaveLength(12);
    expect(monthly!.cells.slice(0, 2)).toEqual([
      { period: '2026-01', due: 2, remarked: 2, late: 1, missed: 0, meetingId: null },
      { period: '2026-02', due: 2, remarked: 0, late: 0, missed: 1, meetingId: 'c1-20260203' },
    ]);
    // Scheduled is not held.
    expect(quarterly!.cells.map(({ meetingId }) => meetingId)).toEqual([null, null, null, null]);
  });

  it.each([
    [[], null],
    [[0], 0],
    [[40, 0], 20],
    [[0, 3, 90], 3],
    [[0, 0, 0, 200], 0],
  ])('of remarks recorded %j days late the median is %j', async (days, median) => {
    const remarks = days.map((lateDays, index) =>
      cycle.remarked(`m${index}`, 'c1', '2026-q1', { late: lateDays > 0, lateDays }),
    );
    models = await readModelsAfter(...tree, ...remarks, cycle.missed('z', 'c1', '2026-q1'));
    expect(await new CellMonthQueries(models.db).medianLateDays(['c1'], 2026)).toBe(median);
  });

  it('lists what is owed by due date, done things last', async () => {
    models = await readModelsAfter(
      ...tree,
      cycle.remedyAssigned('c1', 'r1', '2027-06-30'),
      cycle.remedyAssigned('c1', 'r2', '2027-03-31'),
      cycle.remedyAssigned('c1', 'r3', '2027-01-31'),
      cycle.remedyVerified('c1', 'r3', '2027-01-31'),
    );
    const owed = await new CellMonthQueries(models.db).obligations({ ownerId: 'a', limit: 10 });
    expect(owed.map(({ itemId, status }) => `${itemId} ${status}`)).toEqual([
      'r2 open',
      'r1 open',
      'r3 done',
    ]);
  });
});
