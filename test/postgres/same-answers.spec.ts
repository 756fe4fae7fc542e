import type { EventStore } from '#libs/event-store';
import { wholeLog } from '#libs/event-store/testing';
import { projectionRunner } from '#libs/projections';
import {
  CellMonthQueries,
  DelegationListQueries,
  dumpTables,
  FindingQueries,
  HonoursQueries,
  INBOX_PATHS,
  InboxQueries,
  LevelIndicatorQueries,
  type MapChoice,
  MemberHistoryQueries,
  openPostgresReadModels,
  openReadModels,
  OversightQueries,
  READ_MODELS,
  type ReadModelDb,
  type ReadModels,
  RegistrationListQueries,
  SearchQueries,
  TimerQueries,
  UnitTreeQueries,
  WarrantListQueries,
  YearSheetQueries,
} from '#libs/read-models';
import { describePostgres } from '#libs/read-models/testing';
import { loadScenarios, readScenarios } from '#libs/scenarios';
import { testWorld } from '#libs/scenarios/testing';

const SET_UP_MS = 120_000;
/** The one with a merger, and the one with transfers, a fiftieth of their size. */
const SOME = ['bac-kan', 'binh-dai'];
const SCALE = 0.02;
const YEARS = [2008, 2010, 2012, 2013, 2016, 2018];
const TODAY = '2016-06-30';

/** Every question there is, asked for many things; each answer under its question. */
async function* answers(db: ReadModelDb): AsyncGenerator<readonly [string, unknown]> {
  const units = new UnitTreeQueries(db);
  const all = await units.all();
  const ids = all.map(({ id }) => id);
  const some = ids.filter((_, index) => index % 5 === 0);
  const people = await db.selectFrom('member').select('member_id').orderBy('member_id').execute();
  const members = people.map(({ member_id }) => member_id).filter((_, index) => index % 8 === 0);
  yield ['units', all];
  for (const id of some) {
    yield [`unit ${id}`, await units.one(id, TODAY)];
    yield [`names ${id}`, await units.names(id)];
    for (const map of ['then', { date: TODAY }] satisfies MapChoice[]) {
      const figures = new LevelIndicatorQueries(db);
      yield [`trend ${id}`, await figures.trend(id, 2007, 2018, map)];
      yield [`children ${id}`, await figures.children(id, 2016, map)];
    }
  }
  yield* ofYears(db, ids, some);
  yield* ofPeople(db, members, ids);
  yield* ofSearch(db, ids);
}

async function* ofYears(
  db: ReadModelDb,
  ids: readonly string[],
  some: readonly string[],
): AsyncGenerator<readonly [string, unknown]> {
  const months = new CellMonthQueries(db);
  const sheets = new YearSheetQueries(db);
  const honours = new HonoursQueries(db);
  const oversight = new OversightQueries(db);
  const findings = new FindingQueries(db);
  const figures = new LevelIndicatorQueries(db);
  const lists = new RegistrationListQueries(db);
  for (const year of YEARS) {
    yield [`coverage ${year}`, await months.coverage(ids, year)];
    yield [`lateness ${year}`, await months.medianLateDays(ids, year)];
    yield [`meetings ${year}`, await months.meetings(ids, year)];
    yield [`reviews ${year}`, await months.reviewsIn(ids, year)];
    yield [`sessions ${year}`, await sheets.sessions(ids, year)];
    yield [`ratings ${year}`, await sheets.ratings({ unitIds: ids }, year)];
    yield [`pacts ${year}`, await honours.pacts(ids, year)];
    yield [`transfers ${year}`, await oversight.transfers({ unitIds: ids, year, limit: 50 })];
    yield [`inspections ${year}`, await oversight.inspections({ unitIds: ids, year, limit: 50 })];
    yield [`faults ${year}`, await findings.findings({ unitIds: ids, year, limit: 70 })];
    yield [`counts ${year}`, await findings.counts({ unitIds: ids, year, today: TODAY })];
    const page = { page: 2, size: 30 };
    yield [`registered ${year}`, await lists.registrations({ unitIds: ids, year }, page)];
    for (const unitId of some.slice(0, 4)) {
      const side = { unitId, period: year, side: 'numerator', limit: 7 } as const;
      const first = await figures.behind({ ...side, indicator: 'REG_RATE' });
      yield [`behind ${unitId} ${year}`, first];
      const after = first.next ?? undefined;
      yield [`further`, await figures.behind({ ...side, indicator: 'REG_RATE', after })];
      yield [`cycle`, await figures.behind({ ...side, indicator: 'MEETING_RATE' })];
      yield [`cap ${unitId} ${year}`, await sheets.cap(unitId, year)];
    }
  }
  yield ['awards', await honours.awards({ unitIds: ids, limit: 90 })];
  yield ['award counts', await honours.awardCounts(ids, 2012, 2020)];
  yield ['models', await honours.models(ids)];
  yield ['contests', await honours.contests(ids)];
  yield ['owed', await months.obligations({ unitIds: ids, limit: 80 })];
}

async function* ofPeople(
  db: ReadModelDb,
  members: readonly string[],
  unitIds: readonly string[],
): AsyncGenerator<readonly [string, unknown]> {
  const lists = new RegistrationListQueries(db);
  for (const id of members) {
    yield [`member ${id}`, await lists.member(id)];
    yield [`history ${id}`, await new MemberHistoryQueries(db).entries(id)];
    yield [`ratings ${id}`, await new YearSheetQueries(db).ratingsOf(id)];
    yield [`reviews ${id}`, await new CellMonthQueries(db).reviewsOf(id, 2014)];
    yield [`given ${id}`, await new DelegationListQueries(db).given(id)];
    yield [`received ${id}`, await new DelegationListQueries(db).received(id)];
    const page = { limit: 20, offset: 0 };
    yield [`read ${id}`, await new WarrantListQueries(db).readings(id, '2030-01-01', page)];
    yield [`inspects ${id}`, await new WarrantListQueries(db).inspectionsOf(id)];
  }
  yield ['names', [...(await lists.names(members))].sort(([a], [b]) => (a < b ? -1 : 1))];
  const page = { page: 1, size: 40 };
  yield ['members', await lists.members({ unitIds, search: 'nguyen' }, page)];
}

async function* ofSearch(
  db: ReadModelDb,
  ids: readonly string[],
): AsyncGenerator<readonly [string, unknown]> {
  for (const text of ['dang', 'Đảng bộ', 'chi b', '%', '_', "o'", 'ễ'])
    yield [`find ${text}`, await new SearchQueries(db).find(text, { limit: 30, unitIds: ids })];
  const timers = new TimerQueries(db);
  const now = '2030-01-01T00:00:00.000Z';
  const due = await timers.due(now, 25);
  yield ['due', due];
  yield ['due after', await timers.due(now, 25, due.at(-1))];
  yield ['waiting', await timers.waiting(now)];
  const inbox = new InboxQueries(db);
  for (const { atom, awaiting } of INBOX_PATHS)
    for (const values of [ids.slice(0, 1), ids.slice(0, 20), ids]) {
      const probe = { field: atom.field, values, awaiting };
      const first = await inbox.find(probe, { limit: 15 });
      yield [`waits ${atom.field}`, first];
      const options = { limit: 15, after: first.at(-1), search: 'a' };
      yield [`waits on ${atom.field}`, await inbox.find({ ...probe, within: ids }, options)];
    }
}

async function build(models: ReadModels, store: EventStore): Promise<void> {
  const runner = projectionRunner({ store, rows: models.rows, projections: READ_MODELS });
  await runner.start();
  await runner.caughtUp();
  await runner.stop();
}

describePostgres('the years of two organisations, in SQLite and', (database) => {
  let sqlite: ReadModels;
  let postgres: ReadModels;
  let events = 0;

  beforeAll(async () => {
    const world = await testWorld();
    const scenarios = readScenarios().filter(({ id }) => SOME.includes(id));
    await loadScenarios({ ...world, scenarios, scale: SCALE });
    events = (await wholeLog(world.store)).length;
    sqlite = openReadModels({ file: ':memory:' });
    postgres = await openPostgresReadModels({ url: database.url });
    await build(sqlite, world.store);
    await build(postgres, world.store);
    await world.close();
  }, SET_UP_MS);
  afterAll(async () => {
    await sqlite.close();
    await postgres.close();
  }, SET_UP_MS);

  it(
    'hold the same rows',
    async () => {
      expect(events).toBeGreaterThan(2_000);
      const rows = await dumpTables(sqlite.db);
      expect((await dumpTables(postgres.db)) === rows).toBe(true);
    },
    SET_UP_MS,
  );

  it(
    'give the same answers to every question',
    async () => {
      const other = answers(postgres.db);
      let asked = 0;
      for await (const [question, answer] of answers(sqlite.db)) {
        const next = await other.next();
        expect(next.done ? undefined : next.value).toEqual([question, answer]);
        asked += 1;
      }
      expect((await other.next()).done).toBe(true);
      expect(asked).toBeGreaterThan(300);
    },
    SET_UP_MS,
  );
});
