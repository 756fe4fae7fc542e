import {
  listenTo,
  openClusterDatabase,
  projectionOrders,
  remoteProjections,
  workerBoard,
  APPLIED,
} from '#libs/cluster';
import { eventually } from '#libs/cluster/testing';
import type { Position } from '#libs/event-store';
import { emptyLog, repeatingLog } from '#libs/projections/testing';
import { openPostgresReadModels } from '#libs/read-models';
import { seeded } from '../torture/random.js';
import { entityFact, entityProjection, expected, record, shown } from './entities.js';
import { startProjector, type TestProjector } from './test-projector.js';

export interface ShuffleOptions {
  /** Address of an empty database. */
  readonly url: string;
  readonly seed: number;
  readonly steps: number;
  /** Processes at the same time, at most. */
  readonly workersMax: number;
  readonly entities: number;
  /** Up to six. */
  readonly projections: number;
  readonly leaseMs: number;
  /** Part of the events at which a handler fails, once; default 0.01. */
  readonly failing?: number;
}

export interface ShuffleReport {
  readonly problems: readonly string[];
  /** How often each thing was done. */
  readonly did: Readonly<Record<string, number>>;
}

const SETTLED_MS = 120_000;

/**
 * Starts, stops, kills and cuts off projectors at random while events are written and handlers
 * fail, lets things settle, and compares the rows with the log folded once. The log delivers some
 * events more than once.
 */
export async function shuffleProjectors(options: ShuffleOptions): Promise<ShuffleReport> {
  const { url, seed, leaseMs } = options;
  const random = seeded(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const store = emptyLog();
  const failed = new Set<string>();
  let isFailing = true;
  const projections = [...'abcdef'].slice(0, options.projections).map((letter) =>
    entityProjection(letter, (name, { position }) => {
      const key = `${name} ${position}`;
      if (!isFailing || failed.has(key) || random() >= (options.failing ?? 0.01)) return;
      failed.add(key);
      throw new Error('a handler fails');
    }),
  );
  const names = projections.map(({ name }) => name);
  const did: Record<string, number> = {};
  const problems: string[] = [];
  const tokens = new Map<string, number>();
  const workers: TestProjector[] = [];
  const watch = await watcher(url, () => store.head());
  let started = 0;
  const start = async (): Promise<void> => {
    started += 1;
    workers.push(
      await startProjector({
        name: `w${started}`,
        url,
        store: repeatingLog(store, 2),
        projections,
        leaseMs,
        batch: 1 + pick(20),
        onGained({ item, token }) {
          if (token <= (tokens.get(item) ?? 0)) problems.push(`${item} twice under ${token}`);
          tokens.set(item, token);
        },
      }),
    );
  };
  const taken = (): TestProjector | undefined => workers.splice(pick(workers.length), 1)[0];
  const deeds: Record<string, () => Promise<unknown>> = {
    write: () =>
      record(
        store,
        Array.from({ length: 1 + pick(6) }, () => entityFact(pick(options.entities), 1 + pick(40))),
      ),
    start: async () => (workers.length < options.workersMax ? start() : undefined),
    stop: async () => taken()?.stop(),
    kill: async () => taken()?.kill(),
    cutLeases: async () => workers[pick(workers.length)]?.leases.cut(),
    cutViews: async () => workers[pick(workers.length)]?.views.cut(),
    heal: async () => workers.forEach(heal),
    wait: () => new Promise((resolve) => setTimeout(resolve, pick(leaseMs / 2))),
    resume: () => watch.resumeParked(),
  };
  const order = ['write', 'write', 'write', 'write', 'wait', 'wait', ...Object.keys(deeds)];
  try {
    await start();
    for (let step = 0; step < options.steps; step += 1) {
      const deed = order[pick(order.length)] ?? 'write';
      did[deed] = (did[deed] ?? 0) + 1;
      await deeds[deed]?.();
    }
    isFailing = false;
    workers.forEach(heal);
    if (workers.length === 0) await start();
    await watch.settled(names, SETTLED_MS).catch((error: unknown) => problems.push(String(error)));
    for (const [index, projection] of projections.entries())
      if ((await shown(url, projection)) !== (await expected(store, 'abcdef'[index]!)))
        problems.push(`rows of ${projection.name} are not those of the log`);
  } finally {
    for (const worker of workers) await worker.stop();
    await watch.close();
  }
  return { problems, did: { ...did, failures: failed.size } };
}

const heal = (worker: TestProjector): void => {
  worker.leases.heal();
  worker.views.heal();
};

/** Another process, which sees everything from outside and orders the parked to go on. */
async function watcher(url: string, head: () => Promise<Position>) {
  const database = await openClusterDatabase({ url });
  const views = await openPostgresReadModels({ url, fence: () => undefined });
  const notifications = listenTo({ database, channels: [APPLIED] });
  const remote = remoteProjections({
    store: { head },
    lines: () => views.rows.committed.lines(),
    board: workerBoard(database),
    orders: projectionOrders(database, 2_000),
    notifications,
    everyMs: 200,
  });
  await remote.start();
  const resumeParked = async (): Promise<void> => {
    const { lines } = await remote.status();
    // Nobody may keep one at the moment: it is asked for again.
    for (const { name, state } of lines)
      if (state === 'parked') await remote.resume(name).catch(() => false);
  };
  return {
    resumeParked,
    settled: (names: readonly string[], withinMs: number): Promise<void> =>
      eventually(
        async () => {
          await resumeParked();
          return (await remote.waitFor(names, await head(), 500)) === 'reached';
        },
        'every projection at the head',
        withinMs,
      ),
    async close() {
      await remote.close();
      await notifications.close();
      await database.close();
      await views.close();
    },
  };
}
