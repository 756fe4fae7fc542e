import { join } from 'node:path';
import { ReactorRunner, type TimerRunner } from '#libs/engine';
import type { Tracer } from '#libs/event-store';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import type { ProjectionRunner } from '#libs/projections';
import { projectionRunner } from '#libs/projections';
import { openReadModels, READ_MODELS } from '#libs/read-models';
import type { RulePack } from '#libs/workflows';
import { REACTORS } from '#libs/workflows';
import { Closers } from './closers.js';
import type { Product } from './opened-product.js';
import { productEngine, type ProductOptions } from './product.js';
import { sqliteCheckpoints } from './reactor-checkpoints.js';
import { fired, reacted, shown } from './settled.js';
import { timerRunner } from './timer-table.js';
import { warrantIndex } from './warrant-index.js';
import { workingDays } from './working-days.js';

export interface EmbeddedOptions {
  /** An existing folder; gets `events.db`, `views.db`, `reactors.db`; may hold `holidays.json`. */
  readonly folder: string;
  /** Milliseconds since the epoch; default the system's clock. */
  readonly clock?: (() => number) | undefined;
  readonly packs?: readonly RulePack[] | undefined;
  readonly warrants?: ProductOptions['warrants'];
  /** Nobody else needs this process: views are built in big batches. */
  readonly offline?: boolean | undefined;
  /** A load that can be run again need not wait for the disk at every commit. */
  readonly repeatable?: boolean | undefined;
  /** Told of failures of store or views database; the projections go on trying. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  /**
   * Whether timers fire by themselves, looked at once a second; default: unless `offline`. Where
   * time is simulated, `timers.runDue()` fires what is due.
   */
  readonly polls?: boolean | undefined;
  /** Left out: nothing is traced. */
  readonly tracer?: Tracer | undefined;
  /** Told of each commit of the log: how long the disk took, ms, and for how many appends. */
  readonly onCommit?: ((ms: number, appends: number) => void) | undefined;
}

/** The whole product in one process over one data folder. */
export interface Guong extends Product {
  readonly folder: string;
  readonly projections: ProjectionRunner;
  readonly reactors: readonly ReactorRunner[];
  readonly timers: TimerRunner;
  /**
   * Starts the reactors alone, for a long load: building the views from the log afterwards
   * (`start`) costs a fraction of keeping them up to date meanwhile. Until then no inspection's
   * warrant counts.
   */
  readonly startReactors: () => Promise<void>;
  /** Resolves when reactors have dealt with everything stored, and with what that led to. */
  readonly reacted: () => Promise<void>;
  /**
   * Resolves when reactors and projections have done everything there is to do now; with `timers`
   * also everything that is due, and what that leads to.
   */
  readonly settled: (also?: { readonly timers?: boolean }) => Promise<void>;
}

/**
 * Opens the data folder. Throws StoreError with STORE_IN_USE when another process has it,
 * STORE_NEWER, STORE_READ_ONLY or STORE_CORRUPT when it cannot be used; HolidayFileError when its
 * `holidays.json` says something that cannot be.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Guong> {
  const { folder, clock = Date.now, offline = false, onFailure, onCommit, tracer } = options;
  const closers = new Closers();
  return closers.orClose(async () => {
    const file = join(folder, 'events.db');
    const sync = options.repeatable ? 'checkpoint' : 'commit';
    const store = closers.opened(sqliteEventStore({ file, clock, sync, onCommit }));
    const views = closers.opened(openReadModels({ file: join(folder, 'views.db') }));
    const checkpoints = closers.opened(sqliteCheckpoints(join(folder, 'reactors.db')));
    const warrants = warrantIndex({ db: views.db, clock, onFailure });
    let isShowing = false;
    const engine = productEngine({
      store,
      clock,
      packs: options.packs,
      warrants: options.warrants,
      inspectionsOf: (unitIds) => (isShowing ? warrants.covering(unitIds) : []),
      calendar: workingDays(folder),
      tracer,
    });
    const read = { store, rows: views.rows, projections: READ_MODELS };
    const projections = projectionRunner({ ...read, offline, onFailure, tracer });
    const execute = engine.execute.bind(engine);
    const reactors = REACTORS.map(
      (reactor) => new ReactorRunner({ store, reactor, checkpoints, execute, tracer }),
    );
    const timers = timerRunner({ db: views.db, store, projections, engine, clock });
    const polls = options.polls ?? !offline;
    const startReactors = async (): Promise<void> => {
      for (const reactor of reactors) await reactor.start();
    };
    return {
      folder,
      store,
      engine,
      views,
      projections,
      reactors,
      timers,
      standing: {
        reactors: () => Promise.resolve(reactors.map(({ status }) => status)),
        timers: () => Promise.resolve(timers.status),
      },
      async start() {
        await projections.start();
        await warrants.refresh().catch((error: unknown) => onFailure?.(error));
        isShowing = true;
        await startReactors();
        if (polls) timers.start();
      },
      startReactors,
      reacted: () => reacted(store, reactors),
      async settled(also) {
        if (also?.timers === true) await fired(store, reactors, timers);
        await reacted(store, reactors);
        await shown(store, projections);
      },
      async close() {
        await timers.stop();
        await Promise.all(reactors.map((reactor) => reactor.stop()));
        await projections.stop();
        await closers.closeAll();
      },
    };
  });
}
