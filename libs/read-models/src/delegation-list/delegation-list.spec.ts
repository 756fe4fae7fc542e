import type { GivenFact } from '#libs/projections/testing';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { type Delegation, DelegationListQueries, runsOn } from './delegation-list.queries.js';

let models: Opened;
let queries: DelegationListQueries;
const open = async (...given: readonly GivenFact[]): Promise<void> => {
  models = await readModelsAfter(...given);
  queries = new DelegationListQueries(models.db);
};
afterEach(() => models.close());

const fact = (giver: string, type: string, data: object): GivenFact => ({
  stream: `delegation-${giver}`,
  type,
  data: { memberId: giver, ...data },
});
const span = { from: '2026-04-01', until: '2026-04-30' };
const granted = (giver: string, data: object): GivenFact =>
  fact(giver, 'DelegationGranted', { toId: 'b', unitId: 'c1', mayPassOn: false, ...span, ...data });
const world = [
  facts.founded('c1', null),
  facts.admitted('a', 'c1', 2019, 'Trần Thị An'),
  facts.admitted('b', 'c1', 2019, 'Lê Văn Bình'),
];

describeEachDatabase(() => {
  describe('rights given and received', () => {
    it('are shown to both sides, with names', async () => {
      await open(
        ...world,
        granted('a', { id: 'd1', office: 'secretary', workflows: ['review'], mayPassOn: true }),
        granted('b', { id: 'd2', toId: 'c', of: { fromId: 'a', id: 'd1' } }),
        fact('a', 'SubstituteAppointed', {
          id: 's1',
          toId: 'b',
          unitId: 'c1',
          office: 'secretary',
          reason: 'ill',
          ...span,
        }),
      );
      expect(await queries.received('b')).toMatchObject([
        {
          giverId: 'a',
          giverName: 'Trần Thị An',
          id: 'd1',
          kind: 'delegation',
          toName: 'Lê Văn Bình',
          unitName: 'Đảng bộ c1',
          office: 'secretary',
          workflows: ['review'],
          mayPassOn: true,
          of: null,
          reason: null,
          endedOn: null,
          ...span,
        },
        { id: 's1', kind: 'substitution', workflows: null, reason: 'ill' },
      ]);
      expect(await queries.one('b', 'd2')).toMatchObject({ of: { fromId: 'a', id: 'd1' } });
      expect(await queries.one('b', 'd9')).toBeUndefined();
      expect((await queries.given('a')).map(({ id }) => id)).toEqual(['d1', 's1']);
    });

    it('end when they are revoked, and all at once when the giver leaves', async () => {
      await open(
        ...world,
        granted('a', { id: 'd1' }),
        granted('a', { id: 'd2', toId: 'c' }),
        fact('a', 'DelegationRevoked', { id: 'd1', on: '2026-04-05' }),
        fact('a', 'DelegationRevoked', { id: 'gone', on: '2026-04-05' }),
      );
      const ends = async () => (await queries.given('a')).map(({ endedOn }) => endedOn);
      expect(await ends()).toEqual(['2026-04-05', null]);
      await models.add(fact('a', 'DelegationsClosed', { on: '2026-04-20' }));
      expect(await ends()).toEqual(['2026-04-05', '2026-04-20']);
    });

    it.each([
      ['2026-03-31', false],
      ['2026-04-01', true],
      ['2026-04-30', true],
      ['2026-05-01', false],
    ])('are valid from the first to the last day: %s %s', async (day, expected) => {
      await open(...world, granted('a', { id: 'd1' }));
      const delegation = (await queries.one('a', 'd1')) as Delegation;
      expect(runsOn(delegation, day)).toBe(expected);
      expect(runsOn({ ...delegation, endedOn: day }, day)).toBe(false);
    });
  });
});
