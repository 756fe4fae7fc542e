import type { Engine } from '#libs/engine';
import { type Position, sharedFeed, START } from '#libs/event-store';
import { LogTail } from '#libs/engine';
import { type EventStoreDb, eventStoreDb, type LogAlarm } from '#libs/event-store-eventstoredb';
import { openPostgresReadModels, type PostgresReadModels } from '#libs/read-models';
import {
  type ClusterDatabase,
  type LogMarks,
  logMarks,
  openClusterDatabase,
  SAFE_UNTIL,
} from '#libs/cluster';
import type { Closers } from './closers.js';
import { productEngine, type ProductOptions } from './product.js';
import { type WarrantIndex, warrantIndex } from './warrant-index.js';
import { holidayFile } from './working-days.js';

const UNDEFINED_TABLE = '42P01';

/** Where a cluster's log and views are, and how this process works with them. */
export interface ClusterOptions extends Pick<
  ProductOptions,
  'packs' | 'warrants' | 'cached' | 'tracer' | 'onCommand'
> {
  /** `esdb://…`: the log. */
  readonly eventsUrl: string;
  /** `postgres://…`: views, leases and checkpoints. */
  readonly viewsUrl: string;
  /** Milliseconds since the epoch; default the system's clock. */
  readonly clock?: (() => number) | undefined;
  /** A file of holidays; the same one for every process. Default: those this release ships. */
  readonly holidays?: string | undefined;
  /** For one call of the log, ms; default 5,000. */
  readonly deadlineMs?: number | undefined;
  /** Connections for queries at most; default 10. */
  readonly poolSize?: number | undefined;
  /** Told of failures of log and database; everything goes on trying. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  /** Told of what endangers the record. */
  readonly onAlarm?: ((alarm: LogAlarm) => void) | undefined;
}

/** What every process of a cluster has open. */
export interface ClusterPlaces {
  readonly store: EventStoreDb;
  readonly views: PostgresReadModels;
  readonly database: ClusterDatabase;
  readonly engine: Engine;
  readonly warrants: WarrantIndex;
  /** Waits until the engine has learnt what is at a position; false: not within `timeoutMs`. */
  readonly hasLearnt: (position: Position, timeoutMs: number) => Promise<boolean>;
  /** Begins to follow what other processes write, and to watch over the log. */
  start(): Promise<void>;
  /** Ends both; nothing is closed. */
  stop(): Promise<void>;
}

/**
 * Opens log, views and engine of a process that is one of several; all are among `closers`. Throws
 * StoreError, with STORE_UNSAFE when the log's settings let the record be changed, and what the
 * driver throws when the database cannot be reached.
 */
export async function openPlaces(
  options: ClusterOptions,
  closers: Closers,
  fence?: (projection: string) => number | undefined,
): Promise<ClusterPlaces> {
  const { eventsUrl, viewsUrl, clock = Date.now, deadlineMs, poolSize, onFailure } = options;
  const { onAlarm } = options;
  const store = closers.opened(
    // Projections, reactors and the tail of one process: the log comes once for all of them.
    sharedFeed(eventStoreDb({ url: eventsUrl, clock, deadlineMs, onAlarm })),
  );
  const database = closers.opened(await openClusterDatabase({ url: viewsUrl, onFailure }));
  const safeUntil = await requireSafe(store, logMarks(database));
  const views = closers.opened(await openPostgresReadModels({ url: viewsUrl, poolSize, fence }));
  const warrants = warrantIndex({ db: views.db, clock, onFailure });
  let isFresh = (): boolean => false;
  const engine = productEngine({
    store,
    clock,
    packs: options.packs,
    warrants: options.warrants,
    inspectionsOf: (unitIds) => warrants.covering(unitIds),
    calendar: holidayFile(options.holidays),
    cached: options.cached,
    tracer: options.tracer,
    onCommand: options.onCommand,
    isFresh: () => isFresh(),
  });
  const tail = new LogTail({
    store,
    listener: engine,
    elapsedMs: () => performance.now(),
    onFailure,
  });
  isFresh = tail.isFresh;
  const guard = onAlarm === undefined ? undefined : store.guard({ after: safeUntil });
  return {
    store,
    views,
    database,
    engine,
    warrants,
    hasLearnt: (position, timeoutMs) => tail.reached(position, timeoutMs),
    async start() {
      tail.start();
      await warrants.refresh().catch((error: unknown) => {
        // A view that nobody has built yet is read again while commands come.
        if (!isMissingTable(error)) onFailure?.(error);
      });
    },
    async stop() {
      guard?.stop();
      await guard?.stopped;
      await tail.stop();
    },
  };
}

/**
 * Refuses a log whose settings let the record be changed. What was searched by some process before
 * is not searched again: of a nation's log that would take long. Gives the place to watch from.
 */
async function requireSafe(store: EventStoreDb, marks: LogMarks): Promise<Position> {
  const mark = await marks.load(SAFE_UNTIL);
  // Beyond the end: an older log was put in its place, which nobody has searched yet.
  const after = mark <= (await store.head()) ? mark : START;
  const { next } = await store.requireSafe({ after });
  await marks.save(SAFE_UNTIL, next);
  return next;
}

/** Of a database in which no worker has made the views yet. */
const isMissingTable = (error: unknown): boolean =>
  (error as { code?: string }).code === UNDEFINED_TABLE;
