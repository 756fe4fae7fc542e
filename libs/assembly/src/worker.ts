import type { LossReason } from '#libs/cluster';

/** One thing a worker holds a lease of: `projection:<name>`, `reactor:<name>` or `timers`. */
export interface HeldItem {
  readonly item: string;
  /** The fencing token: larger than that of everybody who held the item before. */
  readonly token: number;
  /** When it was taken over, ISO 8601. */
  readonly since: string;
  /** As the projection, the reactor or the timers say of themselves. */
  readonly state: string;
}

export interface WorkerStatus {
  /** Name of this process among the workers; new at every start. */
  readonly owner: string;
  readonly items: readonly HeldItem[];
  /** Items that nobody holds although they were free for longer than a lease lasts. */
  readonly waiting: readonly string[];
  /** Codes of what does not work at the moment: log, database. */
  readonly failures: readonly string[];
  /** Transactions of views that were not stored because somebody else had taken over; so far. */
  readonly refused?: number;
  /** How often leases ended, by why; so far. */
  readonly lost?: Readonly<Partial<Record<LossReason, number>>>;
}

/** A process that keeps views, reacts and fires timers, beside others of its kind. */
export interface Worker {
  /** Begins to take leases; does not wait until it has any. */
  start(): Promise<void>;
  status(): Promise<WorkerStatus>;
  /** Finishes what is under way and gives the leases back; nothing committed is lost. */
  close(): Promise<void>;
}
