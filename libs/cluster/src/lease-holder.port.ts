import type { Weighed } from './fair-share.js';
import type { Lease, LeaseTable } from './lease-table.port.js';

/**
 * Why a lease ends: `givenBack` to even out the work, `stopping` with the process, `expired` by
 * this process's own clock, `taken` by another worker, `failed` because its work could not begin.
 */
export type LossReason = 'givenBack' | 'stopping' | 'expired' | 'taken' | 'failed';

export interface LeaseHolderOptions {
  readonly table: LeaseTable;
  /** Name of this process among the workers; another at every start. */
  readonly worker: string;
  /** What this process can do. */
  readonly items: readonly Weighed[];
  /** A clock that only measures durations, ms, and goes on while the process is paused. */
  readonly elapsedMs: () => number;
  /** Begins the work. Rejecting means that it did not begin: the lease is given back. */
  readonly onGained: (lease: Lease) => Promise<void>;
  /**
   * Ends the work; resolves when nothing of it is under way. Called after `onGained` has resolved.
   * For `givenBack` and `stopping` the lease is still held until then; otherwise it is gone.
   */
  readonly onLost: (lease: Lease, why: LossReason) => Promise<void>;
  /**
   * Whether this process can work at all; asked at every beat. While it cannot, it gives everything
   * back and does not count among the workers, so that the others share its part.
   */
  readonly isAble?: (() => boolean) | undefined;
  /** How the work of this process is, for the board; survives JSON. */
  readonly report?: (() => object | Promise<object>) | undefined;
  /** Calls the listener when something may have become free; returns how to leave. */
  readonly wake?: ((listener: () => void) => () => void) | undefined;
  /** Told of every failure of the table and of the work's beginning and end. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

export interface HolderStatus {
  readonly worker: string;
  readonly held: readonly Lease[];
  /** Items that nobody holds although they were free for longer than a lease lasts. */
  readonly waiting: readonly string[];
  /** Code of the last failure of the table, while it lasts. */
  readonly failure?: string;
}
