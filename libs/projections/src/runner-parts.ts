import type { EventStore } from '#libs/event-store';
import type { LineBook } from './line-book.js';
import type { PositionWaiters } from './position-waiters.js';
import type { Retries } from './retries.js';
import type { RowDatabase } from './row-database.port.js';
import type { Turn } from './turn.js';

/** What both passes over the log work with. */
export interface RunnerParts {
  readonly store: EventStore;
  readonly rows: RowDatabase;
  readonly book: LineBook;
  /** Live batches, arrivals and new builds, one after another. */
  readonly turn: Turn;
  readonly waiters: PositionWaiters;
  readonly retries: Retries;
  /** Aborts when the runner stops. */
  readonly signal: AbortSignal;
  /** Drops what another process has taken over; false: the error says nothing of the kind. */
  readonly letGo: (error: unknown) => boolean;
}
