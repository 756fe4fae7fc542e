import {
  answerOrders,
  appliedPublisher,
  FenceTokens,
  LEASES_FREED,
  listenTo,
  ORDERS,
  postgresLeases,
  type Weighed,
} from '#libs/cluster';
import type { Reactor } from '#libs/kernel';
import { type Projection, projectionRunner } from '#libs/projections';
import { Closers } from './closers.js';
import { countingRefusals } from './counting-refusals.js';
import { type ClusterOptions, openPlaces } from './cluster-places.js';
import { ClusterWorker, type OpenedWorker } from './cluster-worker.js';
import { timerRunner } from './timer-table.js';
import { viewsElsewhere } from './views-elsewhere.js';
import {
  type LeasedWork,
  projectionItem,
  projectionWork,
  reactorItem,
  ReactorWork,
  TIMERS_ITEM,
  timerWork,
} from './worker-items.js';

/** A piece of work, and how much it is beside the others; above 0. */
export interface Share<Work> {
  readonly work: Work;
  readonly weight: number;
}

export interface WorkerOptions extends ClusterOptions {
  readonly projections: readonly Share<Projection>[];
  readonly reactors: readonly Share<Reactor>[];
  /** Weight of the timers; left out: they are not fired here. */
  readonly timers?: number | undefined;
  /** How long a lease lasts that nobody renews, ms; default 10,000. */
  readonly leaseMs?: number | undefined;
}

const LEASE_MS = 10_000;
const ignore = (): void => undefined;

/**
 * Opens log and database for a process that keeps views, reacts and fires timers, beside others of
 * its kind. Throws as `openPlaces`; nothing is taken before `start`.
 */
export async function openWorker(options: WorkerOptions): Promise<OpenedWorker> {
  const closers = new Closers();
  return closers.orClose(() => openWithin(options, closers));
}

async function openWithin(options: WorkerOptions, closers: Closers): Promise<OpenedWorker> {
  const { clock = Date.now, leaseMs = LEASE_MS, tracer, onFailure = ignore } = options;
  const tokens = new FenceTokens();
  const places = await openPlaces(options, closers, (name) => tokens.of(projectionItem(name)));
  const { store, views, database, engine } = places;
  const channels = [LEASES_FREED, ORDERS, ...viewsElsewhere.channels];
  const notifications = closers.opened(listenTo({ database, channels, onFailure }));
  const publisher = closers.opened(appliedPublisher(database, onFailure));
  const everywhere = viewsElsewhere.open({ store, views, database, notifications, onFailure });
  const rows = countingRefusals(views.rows);
  const runner = projectionRunner({
    store,
    rows,
    projections: options.projections.map(({ work }) => work),
    owned: [],
    onFenced: (names) => worker.fenced(names),
    onFailure,
    tracer,
  });
  runner.onApplied(publisher.publish);
  const reactors = options.reactors.map(
    ({ work }) => new ReactorWork(work, places, tokens, tracer),
  );
  const timers = timerRunner({ db: views.db, store, projections: everywhere, engine, clock });
  let orders: ReturnType<typeof answerOrders> | undefined;
  const worker: ClusterWorker = new ClusterWorker({
    store,
    tokens,
    table: postgresLeases(database, leaseMs),
    work: new Map<string, LeasedWork>([
      ...options.projections.map(({ work: { name } }): [string, LeasedWork] => [
        projectionItem(name),
        projectionWork(name, views, runner, tokens),
      ]),
      ...reactors.map((one): [string, LeasedWork] => [reactorItem(one.runner.status.name), one]),
      [TIMERS_ITEM, timerWork(timers)],
    ]),
    weights: weightsOf(options),
    runner,
    refused: rows.refused,
    reactors,
    timers,
    wake: (listener) => notifications.on(LEASES_FREED, listener),
    surroundings: {
      async start() {
        await places.start();
        await everywhere.start();
        const owned = (): readonly string[] => worker.projections();
        orders = answerOrders({ database, notifications, control: runner, owned, onFailure });
      },
      async stop() {
        await orders?.close();
        await everywhere.close();
        await places.stop();
        await closers.closeAll();
      },
    },
    onFailure,
  });
  return worker;
}

const weightsOf = ({ projections, reactors, timers }: WorkerOptions): readonly Weighed[] => [
  ...projections.map(({ work, weight }) => ({ item: projectionItem(work.name), weight })),
  ...reactors.map(({ work, weight }) => ({ item: reactorItem(work.name), weight })),
  ...(timers === undefined ? [] : [{ item: TIMERS_ITEM, weight: timers }]),
];
