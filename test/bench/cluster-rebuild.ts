import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openCluster, type Product } from '#libs/assembly';
import { type EventStore, START } from '#libs/event-store';
import { eventStoreDb } from '#libs/event-store-eventstoredb';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { READ_MODELS } from '#libs/read-models';
import { ownTime } from './cluster-commands.js';
import { ask, type ClusterPlaces, type RunningProgram, sharedOut } from './cluster-places.js';
import { readWhole, rebuildRate } from './log.section.js';
import { inTurns, median, perSecond } from './measure.js';
import { costs, stopwatch } from './process-time.js';
import { shapeFor, writeLog } from './product-log.js';
import { RawEvents } from './raw-events.js';
import type { Row } from './row.js';
import type { ClusterScale } from './scale.js';

const LEASE_SECONDS = 10;
const LOOK_MS = 50;
const WAIT_MS = 120_000;
const ALL = READ_MODELS.map(({ name }) => name);
const ROUNDS = 2;

/** A log of the same events in both stores: written, read, and all views built from it. */
export async function clusterLogRows(
  places: ClusterPlaces,
  folder: string,
  scale: ClusterScale,
): Promise<readonly Row[]> {
  const store = eventStoreDb({ url: places.eventsUrl, clock: Date.now });
  const embedded = sqliteEventStore({ file: join(folder, 'log.db'), clock: Date.now });
  const count = await writeLog(embedded, shapeFor(scale.log));
  await writeLog(store, shapeFor(scale.log));
  const raw = new RawEvents(places.eventsUrl);
  const whole = await countOf(store);
  const readCost = { client: 0, log: 0 };
  const rates = await inTurns(ROUNDS, {
    raw: () => raw.readAll(),
    embedded: () => perSecond(count, () => readWhole(embedded, count)),
    ours: async (round) => {
      const read = stopwatch({ client: ownTime, log: places.log });
      const rate = await perSecond(whole, () => readWhole(store, whole));
      if (round >= 0) Object.assign(readCost, read());
      return rate;
    },
  });
  const { data, metadata } = await raw.bytes();
  await raw.close();
  const [one, two] = await rebuilds(places, store, { count: whole, times: scale.rebuilds });
  const embeddedRebuild = await rebuildRate(embedded, join(folder, 'views.db'), count);
  await store.close();
  await embedded.close();
  return [
    {
      id: 'cluster-read',
      what: 'cluster: read all, parse data and metadata',
      unit: '/s',
      raw: rates.raw,
      embedded: rates.embedded,
      ours: rates.ours,
      note: `${whole} events of ${metadata} + ${data} bytes; ${costs(readCost, whole)}`,
    },
    {
      id: 'cluster-rebuild',
      what: 'cluster: rebuild of all read models, one worker',
      unit: '/s',
      raw: rates.raw,
      embedded: embeddedRebuild,
      ours: one.rate,
      note: one.note,
    },
    {
      id: 'cluster-rebuild-two',
      what: 'cluster: the same, two workers',
      unit: '/s',
      raw: rates.raw,
      embedded: embeddedRebuild,
      ours: two.rate,
      note: two.note,
    },
    {
      id: 'cluster-rebuild-gain',
      what: 'cluster: two workers beside one',
      unit: '×',
      ours: two.rate / one.rate,
      note:
        `busy processors ${one.busy.toFixed(1)} with one, ${two.busy.toFixed(1)} with two; with ` +
        `processors enough ${(one.busiestWorker / two.busiestWorker).toFixed(2)}×, by what the busier used`,
    },
  ];
}

async function countOf(store: EventStore): Promise<number> {
  let events = 0;
  for (let after = START, atEnd = false; !atEnd;) {
    const page = await store.readAll(after, { limit: 5_000 });
    events += page.events.length;
    ({ next: after, atEnd } = page);
  }
  return events;
}

interface Rebuild {
  /** Events a second. */
  readonly rate: number;
  /** Processor seconds of all processes in a second. */
  readonly busy: number;
  /** Processor seconds of the worker that had most to do. */
  readonly busiestWorker: number;
  readonly note: string;
}

interface RebuildOptions {
  /** Events in the log. */
  readonly count: number;
  readonly times: number;
}

/** All views built anew on order, by one projector as it runs, then by two that share the work. */
async function rebuilds(
  places: ClusterPlaces,
  store: EventStore,
  { count, times }: RebuildOptions,
): Promise<readonly [Rebuild, Rebuild]> {
  const views = await places.emptyViews();
  const projectors = [await places.projector(views, LEASE_SECONDS)];
  const product = await openCluster({ eventsUrl: places.eventsUrl, viewsUrl: views });
  await product.start();
  await sharedOut(views, 1);
  while ((await product.projections.waitFor(ALL, await store.head(), WAIT_MS)) !== 'reached')
    await delay(LOOK_MS);
  const run = async (): Promise<Rebuild> => {
    const runs: Rebuild[] = [];
    for (let time = 0; time < times; time += 1)
      runs.push(await rebuildAll(places, product, projectors, views, count));
    return { ...runs.at(-1)!, rate: median(runs.map(({ rate }) => rate)) };
  };
  const one = await run();
  projectors.push(await places.projector(views, LEASE_SECONDS));
  await sharedOut(views, 2);
  const two = await run();
  await product.close();
  for (const projector of projectors) await projector.end();
  return [one, two];
}

async function rebuildAll(
  places: ClusterPlaces,
  product: Product,
  projectors: readonly RunningProgram[],
  views: string,
  count: number,
): Promise<Rebuild> {
  const before = await generation(views);
  const read = stopwatch({
    log: places.log,
    database: places.database,
    ...Object.fromEntries(projectors.map(({ time }, n) => [`worker ${n + 1}`, time])),
  });
  const began = performance.now();
  const ordered = await Promise.all(ALL.map((name) => product.projections.rebuild(name)));
  if (ordered.includes(false)) throw new Error('a projection is not rebuilt');
  while ((await generation(views)) === before) await delay(LOOK_MS);
  const seconds = (performance.now() - began) / 1000;
  const spent = read();
  const busy = Object.values(spent).reduce((sum, part) => sum + part, 0) / seconds;
  const busiestWorker = Math.max(
    ...Object.entries(spent).flatMap(([name, part]) => (name.startsWith('worker') ? [part] : [])),
  );
  const note = `${seconds.toFixed(1)} s; ${costs(spent, count)} an event`;
  return { rate: count / seconds, busy, busiestWorker, note };
}

/** The lowest generation that serves, over all projections. */
async function generation(viewsUrl: string): Promise<number> {
  const [row] = await ask<{ lowest: string }>(
    viewsUrl,
    `select min(generation) as lowest from projection_line where role = 'serving'`,
  );
  return Number(row?.lowest);
}
