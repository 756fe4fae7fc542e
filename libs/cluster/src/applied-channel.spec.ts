import type { Position } from '#libs/event-store';
import { type Applied, EVERY_UNIT } from '#libs/projections';
import { describePostgres } from '#libs/read-models/testing';
import { APPLIED, appliedPublisher, onAppliedAnywhere, payloadsOf } from './applied-channel.js';
import { type ClusterDatabase, openClusterDatabase } from './cluster-database.js';
import { listenTo, type Notifications } from './notifications.js';
import { eventually } from './testing/eventually.js';

const at = (position: number): Position => String(position).padStart(8, '0') as Position;

describe('what became visible', () => {
  it('is cut into payloads that the server takes, letters of three bytes included', () => {
    const units = Array.from({ length: 2_000 }, (_, index) => `đơn vị ${index}`);
    const payloads = payloadsOf({ position: at(7), units });
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
    const read = payloads.map((payload) => JSON.parse(payload) as Applied);
    expect(read.flatMap((part) => part.units)).toEqual(units);
    expect(new Set(read.map(({ position }) => position))).toEqual(new Set([at(7)]));
  });

  it('is told also where no unit was touched', () =>
    expect(payloadsOf({ position: at(1), units: [] })).toEqual([
      '{"position":"00000001","units":[]}',
    ]));
});

describePostgres('what became visible', (given) => {
  let database: ClusterDatabase;
  let notifications: Notifications;
  let told: Applied[];

  beforeAll(async () => {
    database = await openClusterDatabase({ url: given.url });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    told = [];
    notifications = listenTo({ database, channels: [APPLIED] });
    onAppliedAnywhere(notifications, (applied) => told.push(applied));
    await eventually(() => notifications.isListening);
  });
  afterEach(() => notifications.close());

  it('is heard by another process, together where it comes fast', async () => {
    const { publish, close } = appliedPublisher(database);
    for (let index = 1; index <= 200; index += 1)
      publish({ position: at(index), units: [`u${index % 3}`] });
    await close();
    await eventually(() => told.at(-1)?.position === at(200));
    expect(new Set(told.flatMap(({ units }) => units))).toEqual(new Set(['u0', 'u1', 'u2']));
    expect(told.length).toBeLessThan(200);
  });

  it('concerns every unit after a broken connection, and is heard again', async () => {
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'guong-listen' and datname = current_database()`,
    );
    await eventually(() => told.some(({ units }) => units.includes(EVERY_UNIT)));
    const { publish, close } = appliedPublisher(database);
    publish({ position: at(9), units: ['u'] });
    await close();
    await eventually(() => told.at(-1)?.units.includes('u') === true);
  });

  it('leaves no timer behind that would keep a process', async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const other = listenTo({ database, channels: [APPLIED] });
    await eventually(() => other.isListening);
    await other.close();
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('is kept while the database is away', async () => {
    let isAway = true;
    const failures: unknown[] = [];
    const query = (...asked: Parameters<typeof database.pool.query>) =>
      isAway ? Promise.reject(new Error('away')) : database.pool.query(...asked);
    const flaky = { pool: { query } } as unknown as Pick<ClusterDatabase, 'pool'>;
    const { publish, close } = appliedPublisher(flaky, (error) => failures.push(error));
    publish({ position: at(1), units: ['a'] });
    await eventually(() => failures.length > 0);
    publish({ position: at(2), units: ['b'] });
    isAway = false;
    await eventually(() => told.length > 0);
    expect(told).toEqual([{ position: at(2), units: ['a', 'b'] }]);
    await close();
  });
});
