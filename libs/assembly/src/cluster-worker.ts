import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  type FenceTokens,
  type Lease,
  LeaseHolder,
  type LeaseTable,
  type LossReason,
  type Weighed,
  type WorkerReport,
} from '#libs/cluster';
import type { TimerRunner } from '#libs/engine';
import { codeOf, type EventStore, type Position } from '#libs/event-store';
import type { ProjectionRunner } from '#libs/projections';
import type { Worker, WorkerStatus } from './worker.js';
import {
  isProjectionItem,
  type LeasedWork,
  projectionItem,
  type ReactorWork,
  reactorItem,
  TIMERS_ITEM,
} from './worker-items.js';

/** A worker, and what those ask of it who own the time. */
export interface OpenedWorker extends Worker {
  /** Resolves when the reactors that run here now have passed a position. */
  passed(position: Position): Promise<void>;
}

/** One thing that must be started after, and stopped before, the leases. */
export interface Surroundings {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterWorkerParts {
  readonly store: EventStore;
  readonly tokens: FenceTokens;
  readonly table: LeaseTable;
  readonly work: ReadonlyMap<string, LeasedWork>;
  readonly weights: readonly Weighed[];
  readonly runner: ProjectionRunner;
  /** How many transactions were refused because somebody else had taken over. */
  readonly refused: () => number;
  readonly reactors: readonly ReactorWork[];
  readonly timers: TimerRunner;
  /** Calls the listener when something may have become free; returns how to leave. */
  readonly wake: (listener: () => void) => () => void;
  readonly surroundings: Surroundings;
  readonly onFailure: (error: unknown) => void;
}

/** Does what it holds leases of, says how that is, and gives it back at the end. */
export class ClusterWorker implements OpenedWorker {
  readonly #holder: LeaseHolder;
  /** Since when the log does not answer here. */
  #awaySinceMs: number | undefined;
  readonly #lost: Partial<Record<LossReason, number>> = {};

  constructor(private readonly parts: ClusterWorkerParts) {
    const { table, weights, wake, onFailure } = parts;
    this.#holder = new LeaseHolder({
      table,
      worker: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
      items: weights,
      elapsedMs: () => performance.now(),
      onGained: (lease) => this.#workOf(lease).begin(lease),
      onLost: (lease, why) => this.#end(lease, why),
      report: () => this.#report(),
      isAble: () => this.#logAwayMs() <= table.leaseMs,
      wake,
      onFailure,
    });
    parts.tokens.limitTo((lease) => this.#holder.isHeld(lease));
  }

  async start(): Promise<void> {
    await this.parts.surroundings.start();
    await this.parts.runner.start();
    this.#holder.start();
  }

  async status(): Promise<WorkerStatus> {
    const { worker, waiting, held } = this.#holder.status;
    const report = await this.#report();
    return {
      owner: worker,
      items: held.map((lease) => ({ ...lease, state: stateOf(lease.item, report) })),
      waiting,
      failures: report.failures ?? [],
      refused: this.parts.refused(),
      lost: this.#lost,
    };
  }

  async passed(position: Position): Promise<void> {
    const own = this.parts.reactors.filter(({ runner }) =>
      this.#holds(reactorItem(runner.status.name)),
    );
    await Promise.all(own.map(({ runner }) => runner.passed(position)));
  }

  async close(): Promise<void> {
    await this.#holder.stop();
    await this.parts.runner.stop();
    await this.parts.surroundings.stop();
  }

  /** Names of the projections that it keeps now. */
  projections(): readonly string[] {
    return this.#holder.status.held
      .filter(({ item }) => isProjectionItem(item))
      .map(({ item }) => item.slice(projectionItem('').length));
  }

  /** Somebody else has taken these projections over. */
  fenced(names: readonly string[]): void {
    for (const name of names) this.#holder.fenced(projectionItem(name));
  }

  #workOf({ item }: Lease): LeasedWork {
    const work = this.parts.work.get(item);
    if (work === undefined) throw new Error(`nobody does ${item}`);
    return work;
  }

  #end(lease: Lease, why: LossReason): Promise<void> {
    this.#lost[why] = (this.#lost[why] ?? 0) + 1;
    // Lost already: what is under way must not be stored any more.
    if (why === 'expired' || why === 'taken') this.parts.tokens.forget(lease.item);
    return this.#workOf(lease).end();
  }

  #holds(item: string): boolean {
    return this.#holder.status.held.some((lease) => lease.item === item);
  }

  async #report(): Promise<WorkerReport> {
    const { runner, reactors, timers } = this.parts;
    const log = await this.#logFailure();
    const { failure } = this.#holder.status;
    const status = log === undefined ? await runner.status() : undefined;
    const failures = [failure, log, status?.failure].filter((code) => code !== undefined);
    return {
      ...(status !== undefined && { lines: status.lines }),
      reactors: reactors
        .map(({ runner: { status: one } }) => one)
        .filter(({ name }) => this.#holds(reactorItem(name))),
      ...(this.#holds(TIMERS_ITEM) && { timers: timers.status }),
      failures,
    };
  }

  /** Code of why the log does not answer now. */
  async #logFailure(): Promise<string | undefined> {
    try {
      await this.parts.store.head();
      this.#awaySinceMs = undefined;
      return undefined;
    } catch (error) {
      this.#awaySinceMs ??= performance.now();
      return codeOf(error);
    }
  }

  /** Perhaps it answers somebody else: whoever waited for a lease in vain leaves the work. */
  #logAwayMs(): number {
    return this.#awaySinceMs === undefined ? 0 : performance.now() - this.#awaySinceMs;
  }
}

function stateOf(item: string, { lines = [], reactors = [], timers }: WorkerReport): string {
  if (item === TIMERS_ITEM) return timers?.kind ?? 'stopped';
  const reactor = reactors.find(({ name }) => reactorItem(name) === item);
  if (reactor !== undefined) return reactor.kind;
  const line = lines.find(({ name, role }) => projectionItem(name) === item && role === 'serving');
  return line?.state ?? 'catchingUp';
}
