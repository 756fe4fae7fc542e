import { type Engine, TimerRunner, type TimerTable } from '#libs/engine';
import type { EventStore } from '#libs/event-store';
import type { ProjectionStanding } from '#libs/projections';
import { type ReadModelDb, TimerQueries } from '#libs/read-models';

/** How long one wait for the view lasts before it is asked again. */
const WAIT_MS = 1_000;

/** The view of timers does not follow the log any more. */
class TimersBehindError extends Error {
  readonly code = 'VIEWS_STOPPED';
}

export interface TimerTableParts {
  readonly db: ReadModelDb;
  readonly store: EventStore;
  readonly projections: ProjectionStanding;
}

/** The view of running clocks, as the runner of timers asks for it. */
export function timerTable({ db, store, projections }: TimerTableParts): TimerTable {
  const queries = new TimerQueries(db);
  return {
    due: (now, limit, after) => queries.due(now, limit, after),
    async shown(signal) {
      const head = await store.head();
      for (;;) {
        const waited = await projections.waitFor(['timers'], head, WAIT_MS);
        if (waited === 'reached' || signal?.aborted) return;
        if (waited !== 'behind') throw new TimersBehindError('the timers do not follow the log');
      }
    },
  };
}

/** Fires the timers of a data folder; `clock` gives milliseconds since the epoch. */
export const timerRunner = ({
  engine,
  clock,
  ...parts
}: TimerTableParts & { readonly engine: Engine; readonly clock: () => number }): TimerRunner =>
  new TimerRunner({
    table: timerTable(parts),
    execute: (request) => engine.execute(request),
    definition: (name, id) => engine.definition(name, id),
    clock: () => new Date(clock()).toISOString(),
    elapsedMs: () => performance.now(),
  });
