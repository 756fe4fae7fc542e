import type { GivenFact } from '#libs/projections/testing';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { RegistrationListQueries } from './registration-list.queries.js';

let models: Opened;
let queries: RegistrationListQueries;
const open = async (...given: readonly GivenFact[]): Promise<void> => {
  models = await readModelsAfter(...given);
  queries = new RegistrationListQueries(models.db);
};
afterEach(() => models.close());

const units = [facts.founded('p', null), facts.founded('c1', 'p'), facts.founded('c2', 'p')];
const later = (memberId: string, type: string, data: object): GivenFact => ({
  stream: `commitment-${memberId}-2019`,
  type,
  data: { memberId, year: 2019, unitId: 'c1', ...data },
});
const everything = { page: 1, size: 50 };

describeEachDatabase(() => {
  describe('the list of registrations', () => {
    it('follows a registration through its states', async () => {
      const only = async (): Promise<unknown> =>
        (await queries.registrations({ unitIds: ['c1'], year: 2019 }, everything)).items[0];
      await open(
        ...units,
        facts.admitted('a', 'c1', 2019, 'Lê Thị Thu Hà'),
        facts.submitted('a', 'c1', 2019),
      );
      expect(await only()).toMatchObject({
        memberId: 'a',
        memberName: 'Lê Thị Thu Hà',
        unitName: 'Đảng bộ c1',
        state: 'submitted',
        deeds: 2,
        late: true,
        leader: false,
        submittedAt: '2019-02-01T08:00:00.000Z',
        endorsedAt: null,
      });
      const steps: readonly [GivenFact, string][] = [
        [facts.returned('a', 'c1', 2019), 'returned'],
        [facts.submitted('a', 'c1', 2019), 'submitted'],
        [facts.endorsed('a', 'c1', 2019, { deeds: 3 }), 'endorsed'],
        [later('a', 'RegistrationPublished', { channel: 'radio', on: '2019-03-01' }), 'endorsed'],
        [later('a', 'RegistrationEnteredIntoForce', { on: '2019-03-02' }), 'in_force'],
        [facts.adjusted('a', 'c1', 2019, { deeds: 3 }, { deeds: 2 }), 'in_force'],
        [later('a', 'RegistrationAssessed', { results: [], shortcomings: [] }), 'assessed'],
        [later('a', 'RegistrationClosed', { on: '2019-12-31' }), 'closed'],
      ];
      for (const [fact, state] of steps) {
        await models.add(fact);
        expect(await only()).toMatchObject({ state });
      }
      const row = await models.db.selectFrom('registration').selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({
        deeds: 2,
        returned_at: '2019-02-10T08:00:00.000Z',
        endorsed_at: '2019-02-20T08:00:00.000Z',
        published_at: '2019-03-01',
        position: '0000000000000013',
      });
    });

    it('shows a draft without a unit to nobody but its owner', async () => {
      await open(...units, facts.admitted('a', 'c1', 2019), later('a', 'RegistrationDrafted', {}));
      const listed = await queries.registrations({ unitIds: ['c1'], year: 2019 }, everything);
      expect(listed.total).toBe(0);
      expect((await queries.member('a'))?.years).toEqual([2019]);
    });

    it('is filtered by unit, year and state, and paged', async () => {
      const ids = Array.from({ length: 7 }, (_, index) => `m-${index}`);
      await open(
        ...units,
        ...ids.map((id) => facts.admitted(id, 'c1', 2019)),
        ...ids.map((id) => facts.submitted(id, 'c1', 2019)),
        facts.endorsed('m-3', 'c1', 2019),
        facts.submitted('m-0', 'c2', 2020),
      );
      const in2019 = { unitIds: ['c1', 'c2'], year: 2019 };
      const first = await queries.registrations(in2019, { page: 1, size: 5 });
      expect([first.total, first.items.length, first.next]).toEqual([7, 5, 2]);
      const second = await queries.registrations(in2019, { page: 2, size: 5 });
      expect([second.items.map(({ memberId }) => memberId), second.next]).toEqual([
        ['m-5', 'm-6'],
        null,
      ]);
      const endorsed = await queries.registrations({ ...in2019, state: 'endorsed' }, everything);
      expect(endorsed.items.map(({ memberId }) => memberId)).toEqual(['m-3']);
      expect((await queries.registrations({ unitIds: [], year: 2019 }, everything)).total).toBe(0);
    });
  });

  describe('the members', () => {
    const given = [
      ...units,
      facts.admitted('a', 'c1', 2019, 'Đỗ Quang Vinh'),
      facts.admitted('b', 'c1', 2019, 'Nguyễn Thị Lan'),
      facts.admitted('c', 'c2', 2019, 'Đỗ_Văn%Lộc'),
    ];
    const found = async (search: string): Promise<string[]> =>
      (await queries.members({ unitIds: ['c1', 'c2'], search }, everything)).items.map(
        ({ memberId }) => memberId,
      );

    it.each([
      ['do quang', ['a']],
      ['ĐỖ', ['a', 'c']],
      ['lan', ['b']],
      ['_', ['c']],
      ['%', ['c']],
      ['nobody', []],
    ])('are found by %s, diacritics aside', async (search, expected) => {
      await open(...given);
      expect(await found(search)).toEqual(expected);
    });

    it('are shown with standing, offices and where they count', async () => {
      await open(
        ...given,
        facts.leads('a', 'c1', 2019),
        facts.exempted('b', 'c1', 2020),
        facts.moved('a', 'c1', 'c2', 2020, { leader: true }),
        facts.leadsNoMore('a', 'c1', 2021),
      );
      expect(await queries.member('a')).toMatchObject({
        name: 'Đỗ Quang Vinh',
        unitId: 'c2',
        unitName: 'Đảng bộ c2',
        status: 'official',
        exempt: false,
        leader: false,
        countedUnitId: 'c2',
        offices: [{ unitId: 'c1', office: 'secretary', from: '2019-01-05', to: '2021-01-05' }],
      });
      expect(await queries.member('b')).toMatchObject({ exempt: true, countedUnitId: null });
      await models.add(facts.exemptionEnded('b', 'c1', 2021));
      expect(await queries.member('b')).toMatchObject({ exempt: false, countedUnitId: 'c1' });
      expect(await queries.member('nobody')).toBeUndefined();
    });

    it('who have left are listed no more, but can be looked up', async () => {
      await open(...given, facts.ended('a', 'c1', 2020));
      expect(await found('vinh')).toEqual([]);
      expect(await queries.member('a')).toMatchObject({
        endedOn: '2020-01-05',
        countedUnitId: null,
      });
    });

    it('whose data were erased keep their place without a name', async () => {
      const erased = { ...facts.admitted('e', 'c1', 2019), sealed: {} };
      const corrected: GivenFact = {
        stream: 'membership-b',
        type: 'PersonCorrected',
        data: { memberId: 'b', on: '2019-02-01', reason: 'typing' },
        sealed: { person: { of: 'b', value: { fullName: 'Nguyễn Thị Lân' } } },
      };
      const official: GivenFact = {
        stream: 'membership-b',
        type: 'StatusChanged',
        data: { memberId: 'b', on: '2019-02-01', status: 'probationary' },
      };
      await open(...given, erased, corrected, official);
      expect(await queries.names(['a', 'b', 'e'])).toEqual(
        new Map([
          ['a', 'Đỗ Quang Vinh'],
          ['b', 'Nguyễn Thị Lân'],
          ['e', null],
        ]),
      );
      expect(await queries.member('b')).toMatchObject({ status: 'probationary' });
    });
  });
});
