import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { MemberHistoryQueries } from './member-history.queries.js';

let models: Opened;
afterEach(() => models.close());

describeEachDatabase(() => {
  describe('the index of histories', () => {
    it('knows every fact about a person, in log order, and nothing of others', async () => {
      models = await readModelsAfter(
        facts.founded('c1', null),
        facts.admitted('a', 'c1'),
        facts.admitted('b', 'c1'),
        facts.submitted('a', 'c1', 2019),
        facts.appointed('c1', 'a', '2019-02-01'),
        facts.endorsed('a', 'c1', 2019),
      );
      const queries = new MemberHistoryQueries(models.db);
      expect(await queries.entries('a')).toMatchObject([
        { role: 'subject', stream: 'membership-a', revision: 0, position: '0000000000000002' },
        { role: 'subject', stream: 'commitment-a-2019', revision: 0, position: '0000000000000004' },
        { role: 'officer', stream: 'orgUnit-c1', revision: 1, position: '0000000000000005' },
        { role: 'subject', stream: 'commitment-a-2019', revision: 1, position: '0000000000000006' },
      ]);
      expect(await queries.streams('a')).toEqual([
        'membership-a',
        'commitment-a-2019',
        'orgUnit-c1',
      ]);
      expect(await queries.entries('nobody')).toEqual([]);
    });
  });
});
