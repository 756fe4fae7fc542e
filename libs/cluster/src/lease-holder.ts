import { sharePlan } from './fair-share.js';
import type { HolderStatus, LeaseHolderOptions, LossReason } from './lease-holder.port.js';
import type { Beat, Lease, LeaseView } from './lease-table.port.js';

interface Holding {
  readonly lease: Lease;
  /** By `elapsedMs`: until then the work may go on. */
  deadlineMs: number;
  hasBegun: boolean;
  isLeaving: boolean;
}

/** A lease is renewed so many times before it would be over. */
const BEATS_PER_LEASE = 3;
/** This part of a lease is not used: nothing begins in the last moment. */
const RESERVE = 1 / 20;

/**
 * Holds a fair share of the leases: takes, renews and gives back. When a lease is over by this
 * process's own clock its work ends, whether the table can be reached or not.
 */
export class LeaseHolder {
  readonly #holdings = new Map<string, Holding>();
  /** Beginnings and ends of one item's work, one after another. */
  readonly #turns = new Map<string, Promise<void>>();
  /** Items that could not be begun here, until when others are to try. */
  readonly #failed = new Map<string, number>();
  #view: LeaseView = { leases: [], workers: [] };
  #failure: string | undefined;
  #isRegistered = false;
  #isWoken = false;
  #isAside = false;
  #report: object = {};
  #running: Promise<void> | undefined;
  readonly #stopping = new AbortController();
  #endRest: () => void = () => undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LeaseHolderOptions) {}

  get status(): HolderStatus {
    const { leaseMs } = this.options.table;
    const own = new Set(this.options.items.map(({ item }) => item));
    const lying = this.#view.leases.filter(({ item, idleMs }) => own.has(item) && idleMs > leaseMs);
    const waiting = [...lying.map(({ item }) => item), ...this.#failed.keys()];
    return {
      worker: this.options.worker,
      held: [...this.#holdings.values()].map(({ lease }) => lease),
      waiting: [...new Set(waiting)].filter((item) => !this.#holdings.has(item)).sort(),
      ...(this.#failure !== undefined && { failure: this.#failure }),
    };
  }

  /** Whether the work may go on: the lease is held, and not over by this process's own clock. */
  isHeld({ item, token }: Pick<Lease, 'item' | 'token'>): boolean {
    const holding = this.#holdings.get(item);
    return holding?.lease.token === token && this.options.elapsedMs() < holding.deadlineMs;
  }

  /** Begins to take leases; does not wait until it has any. Started already: nothing. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends the work of every lease and gives them back. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#endRest();
    await this.#running;
    await Promise.all([...this.#holdings.values()].map((one) => this.#giveBack(one, 'stopping')));
    await Promise.all(this.#turns.values());
    clearTimeout(this.#watch);
    await this.#tried(() => this.options.table.leave(this.options.worker));
  }

  /** Somebody else writes for this item: it is lost, whatever the table says. */
  fenced(item: string): void {
    this.#dropExpired();
    const holding = this.#holdings.get(item);
    if (holding !== undefined) this.#drop(holding, 'taken');
  }

  /**
   * One round: renews, looks, takes and gives back. Resolves when leases are taken and given away,
   * not when their work has begun or ended. Rejects when the table cannot be reached. For tests;
   * `start` does it from time to time.
   */
  async beat(): Promise<void> {
    const { table, worker, elapsedMs } = this.options;
    if (!this.#isRegistered) {
      await table.register(this.options.items.map(({ item }) => item));
      this.#isRegistered = true;
    }
    const told = await this.#told();
    this.#dropExpired();
    const isAble = this.options.isAble?.() !== false;
    if (!isAble && this.#holdings.size === 0) return this.#stepAside();
    this.#isAside = false;
    const asked = [...this.#holdings.values()];
    const askedAtMs = elapsedMs();
    const beat = await table.beat(
      worker,
      asked.map(({ lease }) => lease),
      told,
    );
    this.#learn(asked, askedAtMs, beat);
    if (isAble) await this.#balance(beat.view);
    else for (const holding of this.#holdings.values()) void this.#giveBack(holding, 'failed');
  }

  async #run(): Promise<void> {
    const leaveWake = this.options.wake?.(() => {
      this.#isWoken = true;
      this.#endRest();
    });
    for (const { signal } = this.#stopping; !signal.aborted;) {
      this.#isWoken = false;
      this.#failure = await this.#tried(() => this.beat());
      await this.#rest();
    }
    leaveWake?.();
  }

  /** Until the next beat is due, or a lease of somebody else should be over. */
  #rest(): Promise<void> {
    const others = this.#view.leases.filter(({ item }) => !this.#holdings.has(item));
    const ends = others.map(({ remainsMs }) => remainsMs).filter((remains) => remains > 0);
    const beatMs = this.options.table.leaseMs / BEATS_PER_LEASE;
    const restMs = this.#failure === undefined ? Math.min(beatMs, ...ends) : beatMs / 4;
    if (this.#isWoken || this.#stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#endRest(), restMs + 1);
      this.#endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** What there is to say of the work; leases are not kept waiting for it. */
  async #told(): Promise<object> {
    const { report, table } = this.options;
    if (report === undefined) return {};
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, table.leaseMs * RESERVE);
      void this.#tried(async () => {
        this.#report = await report();
      }).then(() => {
        clearTimeout(patience);
        resolve();
      });
    });
    return this.#report;
  }

  /** Whoever can do nothing is no worker: nobody keeps a share for it. */
  async #stepAside(): Promise<void> {
    // Once: leaving wakes everybody, this one included.
    if (this.#isAside) return;
    await this.options.table.leave(this.options.worker);
    this.#view = { leases: [], workers: [] };
    this.#isAside = true;
  }

  #learn(asked: readonly Holding[], askedAtMs: number, { renewed, view }: Beat): void {
    this.#view = view;
    // Over while the table was asked: what counted as lost for a moment is lost for good, because
    // whoever was refused then has stopped.
    this.#dropExpired();
    for (const holding of asked) {
      // Reckoned from before the question: the table's own end is later in any case.
      if (renewed.includes(holding.lease.item)) holding.deadlineMs = askedAtMs + this.#usableMs();
      else this.#drop(holding, 'taken');
    }
    this.#watchNext();
  }

  async #balance(view: LeaseView): Promise<void> {
    const { table, worker, items, elapsedMs } = this.options;
    for (const [item, untilMs] of this.#failed)
      if (elapsedMs() >= untilMs) this.#failed.delete(item);
    const strays = view.leases.filter(
      ({ item, owner }) => owner === worker && !this.#holdings.has(item) && !this.#turns.has(item),
    );
    if (strays.length > 0) await table.release(worker, strays);
    const plan = sharePlan({ view, worker, items, leaseMs: table.leaseMs });
    for (const item of plan.giveBack) {
      const holding = this.#holdings.get(item);
      if (holding !== undefined) void this.#giveBack(holding, 'givenBack');
    }
    const take = plan.take.filter((item) => !this.#failed.has(item) && !this.#turns.has(item));
    if (take.length > 0 && !this.#stopping.signal.aborted) await this.#take(take);
  }

  async #take(items: readonly string[]): Promise<void> {
    const { table, worker, elapsedMs, onGained } = this.options;
    const askedAtMs = elapsedMs();
    for (const lease of await table.acquire(worker, items)) {
      const deadlineMs = askedAtMs + this.#usableMs();
      const holding: Holding = { lease, deadlineMs, hasBegun: false, isLeaving: false };
      this.#holdings.set(lease.item, holding);
      void this.#inTurn(lease.item, async () => {
        // Lost before its turn came.
        if (this.#holdings.get(lease.item) !== holding) return;
        holding.hasBegun = true;
        const failure = await this.#tried(() => onGained(lease));
        if (failure !== undefined) this.#couldNotBegin(holding);
      });
    }
    this.#watchNext();
  }

  #couldNotBegin(holding: Holding): void {
    const { item } = holding.lease;
    this.#failed.set(item, this.options.elapsedMs() + this.options.table.leaseMs);
    if (this.#holdings.get(item) === holding) void this.#giveBack(holding, 'failed');
  }

  /** The lease is kept until the work has ended, so that nobody begins beside it. */
  #giveBack(holding: Holding, why: LossReason): Promise<void> {
    const { lease } = holding;
    if (holding.isLeaving) return Promise.resolve();
    holding.isLeaving = true;
    return this.#inTurn(lease.item, async () => {
      // Gone meanwhile: its end is already under way.
      if (this.#holdings.get(lease.item) !== holding) return;
      await this.#ended(holding, why);
      if (this.#holdings.get(lease.item) !== holding) return;
      this.#holdings.delete(lease.item);
      await this.#tried(() => this.options.table.release(this.options.worker, [lease]));
    });
  }

  /** The lease is gone: from this moment on nothing is begun under it. */
  #drop(holding: Holding, why: LossReason): void {
    const { lease } = holding;
    if (this.#holdings.get(lease.item) !== holding) return;
    this.#holdings.delete(lease.item);
    void this.#inTurn(lease.item, () => this.#ended(holding, why));
  }

  async #ended({ lease, hasBegun }: Holding, why: LossReason): Promise<void> {
    if (hasBegun) await this.#tried(() => this.options.onLost(lease, why));
  }

  #dropExpired(): void {
    const now = this.options.elapsedMs();
    for (const holding of this.#holdings.values())
      if (now >= holding.deadlineMs) this.#drop(holding, 'expired');
  }

  /** Looks at the clock when the next lease would be over, whatever the beats are doing. */
  #watchNext(): void {
    clearTimeout(this.#watch);
    const deadlines = [...this.#holdings.values()].map(({ deadlineMs }) => deadlineMs);
    if (deadlines.length === 0) return;
    const waitMs = Math.max(0, Math.min(...deadlines) - this.options.elapsedMs());
    this.#watch = setTimeout(() => {
      this.#dropExpired();
      this.#watchNext();
    }, waitMs + 1);
  }

  #inTurn(item: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(item) ?? Promise.resolve()).then(work).finally(() => {
      if (this.#turns.get(item) === turn) this.#turns.delete(item);
    });
    this.#turns.set(item, turn);
    return turn;
  }

  /** Does it; the code of what went wrong, or undefined. */
  async #tried(work: () => Promise<void>): Promise<string | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      this.options.onFailure?.(error);
      const { code } = error as { code?: unknown };
      // Of a database that is paused the driver has but words.
      return typeof code === 'string' ? code : 'VIEWS_UNAVAILABLE';
    }
  }

  #usableMs(): number {
    return this.options.table.leaseMs * (1 - RESERVE);
  }
}
