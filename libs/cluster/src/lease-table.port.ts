/** The right to do one piece of work, for a time. */
export interface Lease {
  /** What is done under it: `projection:inbox`, `reactor:transfer`, `timers`. */
  readonly item: string;
  /** Larger than that of everybody who held the item before; written with what is done. */
  readonly token: number;
  /** When it was taken, ISO 8601, by the table's clock. */
  readonly since: string;
}

/** An item as everybody sees it. */
export interface LeaseStanding {
  readonly item: string;
  /** Who holds it; undefined: nobody, or its time is over. */
  readonly owner: string | undefined;
  readonly token: number;
  readonly since: string;
  /** How long it is still held, ms; 0: nobody holds it. */
  readonly remainsMs: number;
  /** For how long nobody has held it, ms; 0: somebody does. */
  readonly idleMs: number;
}

/** All items, and the workers that were seen within the time of a lease. */
export interface LeaseView {
  readonly leases: readonly LeaseStanding[];
  readonly workers: readonly string[];
}

export interface Beat {
  /** Items whose time begins anew. The others of those named are lost. */
  readonly renewed: readonly string[];
  readonly view: LeaseView;
}

/**
 * Who does what, where several processes share the work. Only the table's own clock counts. Every
 * method rejects while the table cannot be reached.
 */
export interface LeaseTable {
  /** How long a lease lasts that nobody renews, and a worker that is not heard of, ms. */
  readonly leaseMs: number;
  /** Makes items known; those known already stay as they are. */
  register(items: readonly string[]): Promise<void>;
  /** Says that a worker lives and how it is, renews what it holds and reads everything. */
  beat(worker: string, held: readonly Lease[], report: object): Promise<Beat>;
  /** Takes those of the items that nobody holds. */
  acquire(worker: string, items: readonly string[]): Promise<readonly Lease[]>;
  /** Gives leases back; those that somebody else holds by now stay as they are. */
  release(worker: string, leases: readonly Lease[]): Promise<void>;
  /** The worker ends: it gives back everything and is not counted any more. */
  leave(worker: string): Promise<void>;
}
