import type { Engine, ReactorStatus, TimerStatus } from '#libs/engine';
import type { EventStore, Position } from '#libs/event-store';
import type { ProjectionControl } from '#libs/projections';
import type { ReadModels } from '#libs/read-models';

/** How reactors and timers are, wherever they run. */
export interface Standing {
  reactors(): Promise<readonly ReactorStatus[]>;
  timers(): Promise<TimerStatus>;
}

/** What it takes to serve people, the same over a data folder and over a cluster. */
export interface Product {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly views: ReadModels;
  readonly projections: ProjectionControl;
  readonly standing: Standing;
  /**
   * Waits until what the engine answers from memory includes what is at `position`, wherever that
   * was written; false: not within `timeoutMs`. Left out where nobody else writes.
   */
  readonly hasLearnt?: (position: Position, timeoutMs: number) => Promise<boolean>;
  /**
   * Tells the other processes that something was written in these units, also where no figure rests
   * on it; they hear of it through `projections.onApplied`. Left out where there are none.
   */
  readonly announce?: (units: readonly string[]) => void;
  /** Starts whatever runs in this process; does not wait until it has caught up. */
  readonly start: () => Promise<void>;
  /** Nothing committed is lost. */
  readonly close: () => Promise<void>;
}
