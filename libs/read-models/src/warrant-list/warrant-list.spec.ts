import type { GivenFact } from '#libs/projections/testing';
import * as facts from '../testing/facts.fixtures.js';
import { describeEachDatabase } from '../testing/each-database.js';
import { type Opened, readModelsAfter } from '../testing/read-models-after.js';
import { WarrantListQueries } from './warrant-list.queries.js';

let models: Opened;
let queries: WarrantListQueries;
const open = async (...given: readonly GivenFact[]): Promise<void> => {
  models = await readModelsAfter(...given);
  queries = new WarrantListQueries(models.db);
};
afterEach(() => models.close());

const fact = (id: string, type: string, data: object = {}): GivenFact => ({
  stream: `inspection-${id}`,
  type,
  data: { inspectionId: id, unitId: 'w1', kind: 'compliance', year: 2026, warrantId: id, ...data },
});
const issued = (id: string, unitIds: string[], ...team: string[]): GivenFact =>
  fact(id, 'WarrantIssued', {
    decisionNo: '07-QĐ/UBKT',
    scope: { unitIds, memberIds: ['khai'], from: '2023-01-01', until: '2025-12-31' },
    team: team.map((memberId) => ({ memberId, role: 'member' })),
    from: '2026-03-01',
    expires: '2026-06-30',
    on: '2026-03-01',
  });
const viewed = (day: string, subjectId: string, data: object = {}): GivenFact => ({
  stream: `access-${day}`,
  type: 'RecordViewed',
  data: {
    day,
    at: `${day}T03:00:00.000Z`,
    viewerId: 'sau',
    subjectKind: 'member',
    subjectId,
    endpoint: 'members.book',
    basis: 'warrant',
    inspectionId: 'kt-7',
    warrantId: 'kt-7',
    shownFrom: '2026-04-14',
    ...data,
  },
});

describeEachDatabase(() => {
  describe('where warrants are found', () => {
    it('by everybody who was ever on a team', async () => {
      await open(
        issued('kt-7', ['c1'], 'sau', 'thao'),
        issued('kt-8', ['c2'], 'sau'),
        fact('kt-8', 'WarrantRevoked', { reason: 'abuse', on: '2026-03-10' }),
      );
      expect(await queries.inspectionsOf('sau')).toEqual(['kt-7', 'kt-8']);
      expect(await queries.inspectionsOf('thao')).toEqual(['kt-7']);
      expect(await queries.inspectionsOf('khai')).toEqual([]);
    });

    it('by the units named, until their last day or their end', async () => {
      await open(
        issued('kt-7', ['c1', 'c2'], 'sau'),
        issued('kt-8', ['c1'], 'thao'),
        issued('kt-9', ['c3'], 'thao'),
        fact('kt-7', 'WarrantExtended', {
          decisionNo: '8',
          expires: '2026-09-30',
          on: '2026-04-01',
        }),
        fact('kt-9', 'InspectionClosed', { on: '2026-04-01', followUps: 0, done: 0 }),
      );
      const named = async (day: string) =>
        (await queries.named(day))
          .map(({ unitId, inspectionId }) => `${inspectionId} ${unitId}`)
          .sort();
      expect(await named('2026-06-30')).toEqual(['kt-7 c1', 'kt-7 c2', 'kt-8 c1']);
      expect(await named('2026-07-01')).toEqual(['kt-7 c1', 'kt-7 c2']);
      expect(await named('2026-10-01')).toEqual([]);
    });
  });

  describe('who was read about', () => {
    it('is told from the day on that was set, newest first, and not by whom', async () => {
      await open(
        facts.founded('w1', null),
        issued('kt-7', ['c1'], 'sau'),
        viewed('2026-03-15', 'khai'),
        viewed('2026-03-16', 'khai', { endpoint: 'members.history' }),
        viewed('2026-03-16', 'lan'),
        viewed('2026-03-17', 'khai', { shownFrom: '2026-05-01' }),
      );
      const all = { limit: 10, offset: 0 };
      expect(await queries.readings('khai', '2026-04-13', all)).toEqual([]);
      const inspection = {
        inspectionId: 'kt-7',
        decisionNo: '07-QĐ/UBKT',
        byUnitId: 'w1',
        byUnitName: 'Đảng bộ w1',
      };
      expect(await queries.readings('khai', '2026-04-14', all)).toEqual([
        { at: '2026-03-16T03:00:00.000Z', endpoint: 'members.history', ...inspection },
        { at: '2026-03-15T03:00:00.000Z', endpoint: 'members.book', ...inspection },
      ]);
      expect(await queries.readings('khai', '2026-05-01', { limit: 1, offset: 2 })).toHaveLength(1);
    });
  });
});
