import type { EventStore, Position } from '#libs/event-store';
import {
  type Applied,
  EVERY_UNIT,
  type LineRecord,
  type LineStatus,
  PositionWaiters,
  type ProjectionControl,
  type RunnerStatus,
  type Waited,
} from '#libs/projections';
import { onAppliedAnywhere } from './applied-channel.js';
import type { Notifications } from './notifications.js';
import type { ProjectionOrders } from './projection-orders.js';
import { type BoardView, reportOf, type WorkerBoard } from './worker-board.js';

export interface RemoteProjectionsOptions {
  readonly store: Pick<EventStore, 'head'>;
  /** Where the lines stand, from the database of the views. */
  readonly lines: () => Promise<readonly LineRecord[]>;
  readonly board: Pick<WorkerBoard, 'read'>;
  readonly orders: ProjectionOrders;
  readonly notifications: Notifications;
  /** How often the board is read, and the lines without having been told, ms; default 1,000. */
  readonly everyMs?: number | undefined;
  /** How often the lines are read while somebody waits for them, ms; default 50. */
  readonly waitEveryMs?: number | undefined;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** The projections of all processes, for those that keep none. */
export interface RemoteProjections extends ProjectionControl {
  /** Reads everything once and follows from then on. Rejects when it cannot be reached. */
  start(): Promise<void>;
  /** Whoever waits is told `stopped`. */
  close(): Promise<void>;
}

/** Projections that other processes keep: where they stand, and orders to whoever keeps them. */
export const remoteProjections = (options: RemoteProjectionsOptions): RemoteProjections =>
  new Remote(options);

/** The database calls a resumed projection parked until it has got further. */
const RESUMED_MS = 5_000;

class Remote implements RemoteProjections {
  #lines: readonly LineRecord[] = [];
  #board: BoardView = { workers: [], items: [] };
  #failure: string | undefined;
  #reading: Promise<void> | undefined;
  #isToldMeanwhile = false;
  #waiting = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #waitTimer: ReturnType<typeof setInterval> | undefined;
  #isClosed = false;
  /** Events from which parked projections go on, until when they are believed to. */
  readonly #resumed = new Map<string, number>();
  readonly #waiters = new PositionWaiters();
  readonly #listeners = new Set<(applied: Applied) => void>();
  #leave: () => void = () => undefined;

  constructor(private readonly options: RemoteProjectionsOptions) {}

  async start(): Promise<void> {
    const { notifications, everyMs = 1_000 } = this.options;
    await this.#readAll();
    this.#leave = onAppliedAnywhere(notifications, (applied) => {
      if (this.#waiting > 0) this.#look();
      for (const listener of this.#listeners) listener(applied);
    });
    // One at a time: questions to a database that is slow must not pile up.
    let polling: Promise<void> | undefined;
    this.#timer = setInterval(() => {
      polling ??= this.#poll().finally(() => (polling = undefined));
    }, everyMs);
  }

  async status(): Promise<RunnerStatus> {
    const head = await this.options.store.head();
    await this.#readAll();
    const lines = this.#lines
      .filter(({ role }) => role !== 'retired')
      .map((line) => this.#statusOf(line));
    const failures = this.#board.workers
      .filter(({ isAlive }) => isAlive)
      .flatMap(({ report }) => report.failures ?? []);
    const failure = this.#failure ?? failures[0];
    return { head, lines, ...(failure !== undefined && { failure }) };
  }

  async waitFor(names: readonly string[], position: Position, timeoutMs: number): Promise<Waited> {
    if (this.#isOver()) return 'stopped';
    this.#waiting += 1;
    this.#waitTimer ??= setInterval(() => this.#look(), this.options.waitEveryMs ?? 50);
    try {
      const begunMs = performance.now();
      // What was read before may be behind what is there.
      if (!this.#hasReached(names, position)) await this.#lookWithin(timeoutMs);
      if (this.#isOver()) return 'stopped';
      const leftMs = Math.max(0, timeoutMs - (performance.now() - begunMs));
      const standing = (name: string): Position | 'stopped' => this.#standing(name, position);
      return await this.#waiters.wait(names, position, leftMs, standing);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) {
        clearInterval(this.#waitTimer);
        this.#waitTimer = undefined;
      }
    }
  }

  onApplied(listener: (applied: Applied) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  resume(name: string): Promise<boolean> {
    return this.#order('resume', name);
  }

  rebuild(name: string): Promise<boolean> {
    return this.#order('rebuild', name);
  }

  cancelRebuild(name: string): Promise<boolean> {
    return this.#order('cancelRebuild', name);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    clearInterval(this.#waitTimer);
    this.#leave();
    this.#waiters.close();
    await this.#reading?.catch(() => undefined);
  }

  async #order(kind: 'resume' | 'rebuild' | 'cancelRebuild', name: string): Promise<boolean> {
    this.#lines = await this.options.lines();
    const lines = this.#lines.filter((line) => line.name === name);
    if (lines.length === 0) return false;
    const isDone = await this.options.orders.ask(kind, name);
    if (isDone && kind === 'resume')
      for (const { parked } of lines)
        if (parked !== undefined) this.#resumed.set(parked.id, performance.now() + RESUMED_MS);
    return isDone;
  }

  async #readAll(): Promise<void> {
    [this.#lines, this.#board] = await Promise.all([
      this.options.lines(),
      this.options.board.read(),
    ]);
    this.#waiters.notify();
  }

  /** Where nobody tells what became visible, it is seen from the lines that have moved. */
  async #poll(): Promise<void> {
    const before = new Map(this.#serving().map((line) => [line.name, line.position]));
    try {
      await this.#readAll();
      this.#failure = undefined;
    } catch (error) {
      this.#failed(error);
      return;
    }
    if (this.options.notifications.isListening) return;
    const moved = this.#serving().filter(({ name, position }) => before.get(name) !== position);
    const position = moved
      .map((line) => line.position)
      .sort()
      .at(-1);
    if (position === undefined) return;
    for (const listener of this.#listeners) listener({ position, units: [EVERY_UNIT] });
  }

  /** Reads the lines for those who wait; once more if told while reading. */
  #look(): void {
    this.#isToldMeanwhile = true;
    this.#reading ??= this.#readLines().finally(() => (this.#reading = undefined));
  }

  async #readLines(): Promise<void> {
    while (this.#isToldMeanwhile && !this.#isClosed) {
      this.#isToldMeanwhile = false;
      try {
        this.#lines = await this.options.lines();
      } catch (error) {
        this.#failed(error);
        return;
      }
      this.#waiters.notify();
    }
  }

  #isOver(): boolean {
    return this.#isClosed;
  }

  async #lookWithin(ms: number): Promise<void> {
    this.#look();
    const patience = Promise.withResolvers<undefined>();
    const timer = setTimeout(patience.resolve, ms, undefined);
    await Promise.race([this.#reading, patience.promise]);
    clearTimeout(timer);
  }

  #failed(error: unknown): void {
    const { code } = error as { code?: unknown };
    this.#failure = typeof code === 'string' ? code : 'VIEWS_UNAVAILABLE';
    this.options.onFailure?.(error);
  }

  #serving(): readonly LineRecord[] {
    return this.#lines.filter(({ role }) => role === 'serving');
  }

  #hasReached(names: readonly string[], position: Position): boolean {
    const serving = this.#serving();
    return names.every((name) =>
      serving.some((line) => line.name === name && line.position >= position),
    );
  }

  #standing(name: string, wanted: Position): Position | 'stopped' {
    const line = this.#serving().find((one) => one.name === name);
    if (line === undefined) return 'stopped';
    if (line.position >= wanted) return line.position;
    const { state } = this.#statusOf(line);
    return state === 'live' || state === 'catchingUp' ? line.position : 'stopped';
  }

  #statusOf(line: LineRecord): LineStatus {
    const { name, version, generation, role, position } = line;
    const item = this.#board.items.find((one) => one.item === `projection:${name}`);
    const said = reportOf(this.#board, `projection:${name}`)?.lines?.find(
      (one) => one.name === name && one.version === version && one.generation === generation,
    );
    const parked = this.#isResumed(line) ? undefined : line.parked;
    // The board is as old as the last beat; parked is what the line itself says.
    const moving = said === undefined || said.state === 'parked' ? 'catchingUp' : said.state;
    const state = item === undefined || item.isUnowned ? 'unowned' : moving;
    return {
      name,
      version,
      generation,
      role: role === 'building' ? 'building' : 'serving',
      state: parked === undefined ? state : 'parked',
      position,
      ...(parked !== undefined && { parked }),
    };
  }

  #isResumed({ parked }: LineRecord): boolean {
    return performance.now() < (this.#resumed.get(parked?.id ?? '') ?? 0);
  }
}
