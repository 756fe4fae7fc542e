import {
  APPLIED,
  type ClusterDatabase,
  listenTo,
  type Notifications,
  openClusterDatabase,
  projectionOrders,
  type RemoteProjections,
  remoteProjections,
  workerBoard,
} from '#libs/cluster';
import { eventually } from '#libs/cluster/testing';
import type { EventStore } from '#libs/event-store';
import { emptyLog } from '#libs/projections/testing';
import { openPostgresReadModels, type PostgresReadModels } from '#libs/read-models';
import { describePostgres } from '#libs/read-models/testing';
import { entityFact, entityProjection, expected, record, shown } from './entities.js';
import { startProjector, type TestProjector } from './test-projector.js';

const SLOW_MS = 120_000;
const REACHED_MS = 60_000;
const LEASE_MS = 1_500;

describePostgres('fault 15: a poisonous event, among several processes', (given) => {
  let store: EventStore;
  let isPoisoned = true;
  let workers: TestProjector[];
  let remote: RemoteProjections;
  let views: PostgresReadModels;
  let database: ClusterDatabase;
  let notifications: Notifications;
  const poisoned = entityProjection('a', () => {
    if (isPoisoned) throw new TypeError('cannot read "Nguyễn Thị Lan"');
  });
  const sound = entityProjection('b');

  beforeAll(async () => {
    store = emptyLog();
    const common = { url: given.url, store, projections: [poisoned, sound], leaseMs: LEASE_MS };
    workers = [];
    for (const name of ['w1', 'w2']) workers.push(await startProjector({ ...common, name }));
    database = await openClusterDatabase({ url: given.url });
    views = await openPostgresReadModels({ url: given.url, fence: () => undefined });
    notifications = listenTo({ database, channels: [APPLIED] });
    remote = remoteProjections({
      store,
      lines: () => views.rows.committed.lines(),
      board: workerBoard(database),
      orders: projectionOrders(database),
      notifications,
      everyMs: 100,
    });
    await remote.start();
  }, SLOW_MS);
  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    await remote.close();
    await notifications.close();
    await database.close();
    await views.close();
  }, SLOW_MS);

  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await remote.status()).lines.map(({ name, state }) => [name, state]));
  const write = () =>
    record(
      store,
      [1, 2, 3, 4, 5].map((by) => entityFact(by % 2, by)),
    );

  it(
    'stops its projection alone, which everybody can see, and survives a change of hands',
    async () => {
      await eventually(async () => Object.keys(await states()).length === 2);
      const head = await write();
      expect(await remote.waitFor([sound.name], head, REACHED_MS)).toBe('reached');
      await eventually(async () => (await states())[poisoned.name] === 'parked');
      expect(await remote.waitFor([poisoned.name], head, REACHED_MS)).toBe('stopped');
      const line = (await remote.status()).lines.find(({ name }) => name === poisoned.name);
      expect(line?.parked).toMatchObject({ type: 'Changed', error: 'TypeError: cannot read "…"' });
      const owner = workers.find(({ holder }) =>
        holder.status.held.some(({ item }) => item === `projection:${poisoned.name}`),
      );
      if (owner === undefined) throw new Error('somebody holds it');
      workers = workers.filter((worker) => worker !== owner);
      await owner.stop();
      await eventually(async () => (await states())[poisoned.name] === 'parked');
      expect(await remote.waitFor([sound.name], await write(), REACHED_MS)).toBe('reached');
    },
    SLOW_MS,
  );

  it(
    'goes on after the fix by an order from elsewhere, with nothing skipped and in order',
    async () => {
      isPoisoned = false;
      const head = await write();
      await eventually(async () => {
        if ((await states())[poisoned.name] === 'parked') await remote.resume(poisoned.name);
        return (await remote.waitFor([poisoned.name, sound.name], head, 500)) === 'reached';
      });
      expect(await shown(given.url, poisoned)).toBe(await expected(store, 'a'));
      expect(await shown(given.url, sound)).toBe(await expected(store, 'b'));
    },
    SLOW_MS,
  );

  it(
    'and where nobody keeps a projection, that is what is said of it',
    async () => {
      for (const worker of workers.splice(0)) await worker.stop();
      await eventually(async () => Object.values(await states()).every((one) => one === 'unowned'));
      const head = await write();
      expect(await remote.waitFor([sound.name], head, REACHED_MS)).toBe('stopped');
    },
    SLOW_MS,
  );
});
