import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { SearchQueries } from './search.queries.js';

let models: Opened;
afterEach(() => models.close());

const given = [
  facts.founded('p', null, { name: 'Tỉnh Đông Hòa', level: 'province' }),
  facts.founded('c1', 'p', { name: 'Chi bộ Khu phố 4', level: 'cell' }),
  facts.admitted('a', 'c1', 2019, 'Hoàng Thị Đông'),
];

describeEachDatabase(() => {
  describe('search', () => {
    it('finds units and members, diacritics aside', async () => {
      models = await readModelsAfter(...given);
      expect(await new SearchQueries(models.db).find(' dong', { limit: 10 })).toEqual([
        { kind: 'unit', id: 'p', name: 'Tỉnh Đông Hòa', detail: 'province' },
        { kind: 'member', id: 'a', name: 'Hoàng Thị Đông', detail: 'Chi bộ Khu phố 4' },
      ]);
    });

    it('keeps to the units one may see, and finds nothing for nothing', async () => {
      models = await readModelsAfter(...given);
      const search = new SearchQueries(models.db);
      const seen = await search.find('ĐÔNG', { limit: 10, unitIds: ['c1'] });
      expect(seen.map(({ id }) => id)).toEqual(['a']);
      expect(await search.find('  ', { limit: 10 })).toEqual([]);
    });
  });
});
