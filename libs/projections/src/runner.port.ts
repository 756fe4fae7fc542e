import type { EventStore, Position, Tracer } from '#libs/event-store';
import type { Waited } from './position-waiters.js';
import type { Projection } from './projection.js';
import type { ParkedEvent, RowDatabase } from './row-database.port.js';

export interface RunnerOptions {
  readonly store: EventStore;
  readonly rows: RowDatabase;
  /** An older version beside a newer one of the same name keeps following until the switch. */
  readonly projections: readonly Projection[];
  /** Names of those to keep from the start, where processes share the work; default: all. */
  readonly owned?: readonly string[] | undefined;
  /** Told which projections were given up because another process has taken them over. */
  readonly onFenced?: ((names: readonly string[]) => void) | undefined;
  /** Longest stretch of work before others have a turn, ms; default 8. */
  readonly sliceMs?: number;
  /** Nobody else needs this process: big batches, indexes built last. */
  readonly offline?: boolean;
  /** Events folded before rows are written; default 5,000, offline 40,000. */
  readonly batch?: number;
  /** A clock that only measures durations, ms. */
  readonly elapsedMs?: () => number;
  /** Told of every failure of store or database; the runner goes on trying. */
  readonly onFailure?: (error: unknown) => void;
  /** Told of each live batch that holds events of traced commands; left out: nothing is traced. */
  readonly tracer?: Tracer | undefined;
}

export type LineState = 'catchingUp' | 'live' | 'parked' | 'ahead' | 'frozen' | 'unowned';

export interface LineStatus {
  readonly name: string;
  readonly version: number;
  readonly generation: number;
  readonly role: 'serving' | 'building';
  /**
   * `parked`: stopped before an event it cannot take, see `parked`, then `resume`. `ahead`: it has
   * seen more than the log holds (an older log was restored); `rebuild`. `frozen`: serves rows of a
   * version whose code is gone, until the new version has caught up. `unowned`: where several
   * processes share the work, nobody has run it for longer than a lease lasts.
   */
  readonly state: LineState;
  readonly position: Position;
  readonly parked?: ParkedEvent;
}

export interface RunnerStatus {
  readonly head: Position;
  readonly lines: readonly LineStatus[];
  /** Class and code of the last failure of store or database, while it lasts. */
  readonly failure?: string;
}

/** In place of units: what became visible was missed, and any unit may be concerned. */
export const EVERY_UNIT = '*';

/** What became visible: read the views again if they show one of these. */
export interface Applied {
  readonly position: Position;
  readonly units: readonly string[];
}

/** What those who read the views need to know of whoever keeps them, here or elsewhere. */
export interface ProjectionStanding {
  status(): Promise<RunnerStatus>;
  /** Waits until these projections show what is at `position`, at most `timeoutMs`. */
  waitFor(names: readonly string[], position: Position, timeoutMs: number): Promise<Waited>;
  /** Called after each live commit; returns how to stop listening. */
  onApplied(listener: (applied: Applied) => void): () => void;
}

/** What can be asked of whoever keeps the views, here or elsewhere. */
export interface ProjectionControl extends ProjectionStanding {
  /** Goes on with a parked projection; false: it is not parked. */
  resume(name: string): Promise<boolean>;
  /** Builds new rows beside the old and switches when they have caught up; false: unknown name. */
  rebuild(name: string): Promise<boolean>;
  /** Drops a build that does not serve yet; false: there is none, or nothing else serves. */
  cancelRebuild(name: string): Promise<boolean>;
}

export interface ProjectionRunner extends ProjectionControl {
  /** Prepares tables and begins to follow; does not wait until it has caught up. */
  start(): Promise<void>;
  /** Resolves once everything that can run is live. */
  caughtUp(): Promise<void>;
  /**
   * Takes projections on, from where the database says they stand. Those known already and names
   * of no projection are passed over. Rejects, with none of them taken on, when store or database
   * fails.
   */
  adopt(names: readonly string[]): Promise<void>;
  /**
   * Gives projections up: nothing is begun for them from this call on. Resolves when what was under
   * way is committed or forgotten; whoever waits for them is told `stopped`.
   */
  disown(names: readonly string[]): Promise<void>;
  /** Ends following; what is committed stays. Does not close store or database. */
  stop(): Promise<void>;
}
