import type { ClockChange } from '#libs/kernel';
import { projectionRunner } from '#libs/projections';
import { emptyLog, type GivenFact, record } from '#libs/projections/testing';
import { openReadModels } from '../database.js';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { inbox } from './inbox.projection.js';
import { InboxQueries, type InboxProbe } from './inbox.queries.js';

let models: Opened;
let queries: InboxQueries;
const open = async (...given: readonly GivenFact[]): Promise<void> => {
  models = await readModelsAfter(...given);
  queries = new InboxQueries(models.db);
};
afterEach(() => models.close());

const units = [facts.founded('p', null), facts.founded('c1', 'p'), facts.founded('c2', 'p')];
const people = ['a', 'b', 'd'].map((id) => facts.admitted(id, 'c1', 2019, `Lê Thị ${id}`));
const clocked = (fact: GivenFact, ...clocks: readonly object[]): GivenFact =>
  ({ ...fact, clocks }) as GivenFact;
const dueOn = (due: string) => ({ clock: 'endorsement', due });
const submitted = (id: string, due: string, unitId = 'c1'): GivenFact =>
  clocked(facts.submitted(id, unitId, 2019), dueOn(due));

const ofUnits = (...values: readonly string[]): InboxProbe => ({
  field: 'unitId',
  values,
  awaiting: ['registration|submitted', 'registration|endorsed'],
});
const ids = async (
  probe: InboxProbe,
  options: Partial<Parameters<InboxQueries['find']>[1]> = {},
): Promise<string[]> => (await queries.find(probe, { limit: 50, ...options })).map(({ id }) => id);

describeEachDatabase(() => {
  describe('what waits', () => {
    it('is found by its unit, the earliest date first, none last', async () => {
      await open(
        ...units,
        ...people,
        submitted('a', '2019-03-20'),
        submitted('b', '2019-03-10'),
        facts.submitted('d', 'c1', 2019),
        submitted('e', '2019-03-01', 'c2'),
      );
      expect(await queries.find(ofUnits('c1'), { limit: 50 })).toEqual([
        { workflow: 'registration', id: 'b-2019', state: 'submitted', due: '2019-03-10' },
        { workflow: 'registration', id: 'a-2019', state: 'submitted', due: '2019-03-20' },
        { workflow: 'registration', id: 'd-2019', state: 'submitted', due: null },
      ]);
      expect(await ids(ofUnits('c1', 'c2'))).toEqual(['e-2019', 'b-2019', 'a-2019', 'd-2019']);
      expect(await ids(ofUnits())).toEqual([]);
      expect(await ids({ ...ofUnits('c1'), awaiting: ['registration|draft'] })).toEqual([]);
    });

    it('goes on where a page ended', async () => {
      await open(
        ...units,
        submitted('a', '2019-03-20'),
        submitted('b', '2019-03-10'),
        submitted('d', '2019-03-10'),
        facts.submitted('e', 'c1', 2019),
      );
      const pages: string[] = [];
      let after: Parameters<InboxQueries['find']>[1]['after'];
      for (let rows = 1; rows > 0;) {
        const page = await queries.find(ofUnits('c1'), { limit: 1, after });
        rows = page.length;
        pages.push(...page.map(({ id }) => id));
        after = page.at(-1);
      }
      expect(pages).toEqual(['b-2019', 'd-2019', 'a-2019', 'e-2019']);
    });

    it('is found by its member, within units, before a day, by name', async () => {
      await open(...units, ...people, submitted('a', '2019-03-20'), submitted('b', '2019-03-10'));
      const mine: InboxProbe = { ...ofUnits(), field: 'memberId', values: ['a'] };
      expect(await ids(mine)).toEqual(['a-2019']);
      expect(await ids({ ...mine, within: ['c2'] })).toEqual([]);
      expect(await ids({ ...mine, within: ['c1', 'c2'] })).toEqual(['a-2019']);
      expect(await ids({ ...ofUnits('c1'), dueBefore: '2019-03-20' })).toEqual(['b-2019']);
      expect(await ids(ofUnits('c1'), { search: 'le thi A' })).toEqual(['a-2019']);
      expect(await ids(ofUnits('c1'), { search: 'c1' })).toHaveLength(2);
      expect(await ids(ofUnits('c1'), { search: '%' })).toEqual([]);
    });

    it('follows its state and its clocks, and is gone with the last', async () => {
      await open(...units, submitted('a', '2019-03-20'));
      const rows = async () => queries.find(ofUnits('c1'), { limit: 5 });
      const extended = clocked(facts.submitted('a', 'c1', 2019), dueOn('2019-04-20'));
      await models.add(extended);
      expect(await rows()).toMatchObject([{ state: 'submitted', due: '2019-04-20' }]);
      await models.add(
        clocked(facts.submitted('a', 'c1', 2019), { clock: 'endorsement', left: 3 }),
      );
      expect(await rows()).toMatchObject([{ due: null }]);
      await models.add(
        clocked(facts.endorsed('a', 'c1', 2019), { clock: 'endorsement', stopped: true }),
      );
      expect(await rows()).toMatchObject([{ state: 'endorsed', due: null }]);
      await models.add({
        stream: 'commitment-a-2019',
        type: 'RegistrationClosed',
        data: { memberId: 'a', year: 2019, unitId: 'c1', on: '2019-12-31' },
      });
      expect(await rows()).toEqual([]);
    });

    it('is found by whoever still owes something in it, for each thing', async () => {
      const fact = (type: string, data: object, ...clocks: ClockChange[]): GivenFact => ({
        stream: 'meeting-c1-2026-01-05',
        type,
        data: { unitId: 'c1', ...data },
        clocks,
      });
      const clock = (id: string, due: string) => ({ clock: `issue:${id}`, due });
      const assigned = [
        fact('IssueAssigned', { id: 'i1', ownerId: 'a' }, clock('i1', '2026-02-01')),
        fact('IssueAssigned', { id: 'i2', ownerId: 'a' }, clock('i2', '2026-03-01')),
      ];
      const owed = async (person: string, ...given: readonly GivenFact[]) => {
        const rows = await inboxAfter(...given);
        queries = new InboxQueries(rows.db);
        models = rows;
        const awaiting = ['meeting|none', 'meeting|open'];
        const found = await ids({ field: 'owner:', values: [person], awaiting });
        await rows.close();
        return found;
      };
      expect(await owed('a', ...assigned)).toEqual(['c1-2026-01-05']);
      expect(await owed('b', ...assigned)).toEqual([]);
      const later = [
        ...assigned,
        fact('IssueHandedOver', { id: 'i1', ownerId: 'a', heirId: 'b' }, clock('i1', '2026-02-01')),
        fact('IssueVerified', { id: 'i2', ownerId: 'a' }, { clock: 'issue:i2', stopped: true }),
      ];
      expect(await owed('a', ...later)).toEqual([]);
      expect(await owed('b', ...later)).toEqual(['c1-2026-01-05']);
      await open();
    });
  });

  /** The inbox alone: other read models want more of these facts than it looks at. */
  async function inboxAfter(...given: readonly GivenFact[]): Promise<Opened> {
    const store = emptyLog();
    await record(store, given);
    const rows = openReadModels({ file: ':memory:' });
    const runner = projectionRunner({ store, rows: rows.rows, projections: [inbox] });
    await runner.start();
    await runner.caughtUp();
    return {
      ...rows,
      runner,
      add: () => Promise.resolve(),
      async close() {
        await runner.stop();
        await rows.close();
      },
    };
  }
});
