import type { GivenFact } from '#libs/projections/testing';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { UnitTreeQueries } from './unit-tree.queries.js';

let models: Opened;
let queries: UnitTreeQueries;
const open = async (...given: readonly GivenFact[]): Promise<void> => {
  models = await readModelsAfter(...given);
  queries = new UnitTreeQueries(models.db);
};
afterEach(() => models.close());

const tree = [
  facts.founded('p', null, { level: 'province', name: 'Tỉnh Sông Vân' }),
  facts.founded('d1', 'p'),
  facts.founded('d2', 'p'),
  facts.founded('c1', 'd1', { on: '2017-01-01' }),
  facts.founded('c2', 'd1', { on: '2017-01-01' }),
];

describeEachDatabase(() => {
  describe('the tree of units', () => {
    it('lists all units, or those open on a day', async () => {
      await open(...tree, facts.merged('c1', 'c2', '2020-01-01'));
      expect((await queries.all()).map(({ id }) => id)).toEqual(['d1', 'd2', 'p', 'c1', 'c2']);
      expect((await queries.all('2016-12-31')).map(({ id }) => id)).toEqual(['d1', 'd2', 'p']);
      expect((await queries.all('2020-01-01')).map(({ id }) => id)).not.toContain('c1');
      expect((await queries.all()).find(({ id }) => id === 'c1')).toEqual({
        id: 'c1',
        parentId: 'd1',
        level: 'base',
        name: 'Đảng bộ c1',
        from: '2017-01-01',
        to: '2020-01-01',
        heirId: 'c2',
      });
    });

    it('shows one with its path, children, officers, members and years', async () => {
      await open(
        ...tree,
        facts.admitted('m-1', 'c1', 2018, 'Trần Minh Khải'),
        facts.admitted('m-2', 'c2', 2019),
        facts.ended('m-2', 'c2', 2020),
        facts.appointed('d1', 'm-1', '2018-02-01'),
        facts.appointed('d1', 'm-2', '2019-02-01'),
        facts.officerEnded('d1', 'm-2', '2020-02-01'),
        facts.officerEnded('d1', 'nobody', '2020-02-01'),
      );
      const unit = await queries.one('d1', '2020-06-01');
      expect(unit?.path.map(({ id }) => id)).toEqual(['p', 'd1']);
      expect(unit?.children.map(({ id }) => id)).toEqual(['c1', 'c2']);
      expect(unit?.memberCount).toBe(1);
      expect(unit?.years).toEqual([2018, 2019, 2020]);
      expect(unit?.officers.map((officer) => ({ ...officer }))).toEqual([
        {
          memberId: 'm-1',
          name: 'Trần Minh Khải',
          office: 'secretary',
          from: '2018-02-01',
          to: null,
        },
        {
          memberId: 'm-2',
          name: 'Nguyễn Văn m-2',
          office: 'secretary',
          from: '2019-02-01',
          to: '2020-02-01',
        },
      ]);
      expect(await queries.one('nobody', '2020-06-01')).toBeUndefined();
    });

    it('draws what is below a unit at any date', async () => {
      await open(
        ...tree,
        facts.reparented('c1', 'd1', 'd2', '2019-05-01'),
        facts.merged('c2', 'c1', '2020-01-01'),
      );
      expect(await queries.subtree('d1', '2019-04-30')).toEqual(['d1', 'c1', 'c2']);
      expect(await queries.subtree('d1', '2019-05-01')).toEqual(['d1', 'c2']);
      expect(await queries.subtree('d2', '2020-01-01')).toEqual(['d2', 'c1', 'c2']);
    });

    it('keeps every name a unit has borne', async () => {
      await open(...tree, facts.renamed('c1', 'Phường An Bình', '2018-07-01'));
      expect(await queries.names('c1')).toMatchObject([
        { from: '2017-01-01', name: 'Đảng bộ c1' },
        { from: '2018-07-01', name: 'Phường An Bình' },
      ]);
      expect((await queries.one('c1', '2020-01-01'))?.name).toBe('Phường An Bình');
    });

    it('is drawn anew when it changes, and only then', async () => {
      await open(...tree);
      const before = await queries.tree();
      await models.add(facts.admitted('m-1', 'c1'));
      expect(await queries.tree()).toBe(before);
      await models.add(facts.founded('c3', 'd2'));
      expect((await queries.tree()).units.has('c3')).toBe(true);
    });
  });
});
