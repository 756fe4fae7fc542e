import { type EventStore, type Position, START, type SubscriptionMessage } from '#libs/event-store';
import type { Line } from './line.js';
import { createLine, dropLine, planLines, switchOver } from './line-registry.js';
import { PositionWaiters, type Waited } from './position-waiters.js';
import type { LineRecord, RowDatabase } from './row-database.port.js';
import type {
  Applied,
  LineState,
  LineStatus,
  ProjectionRunner,
  RunnerOptions,
  RunnerStatus,
} from './runner.port.js';
import { pause, Turn, yieldToOthers } from './turn.js';

/** Log entries read at once: small enough for a slice, and their garbage dies young. */
const READ = 1_000;
/** Events folded before rows and checkpoints are written. */
const FLUSH_EVERY = 10_000;
const FLUSH_EVERY_OFFLINE = 100_000;
const LIVE_BATCH = 500;
const RETRY_MIN_MS = 50;
const RETRY_MAX_MS = 5_000;

/** Follows the log for all projections at once: one pass for those behind, one for those live. */
export const projectionRunner = (options: RunnerOptions): ProjectionRunner => new Runner(options);

class Runner implements ProjectionRunner {
  private readonly store: EventStore;
  private readonly rows: RowDatabase;
  private readonly types: readonly string[];
  private readonly turn = new Turn();
  private readonly waiters = new PositionWaiters();
  private readonly stopped = new AbortController();
  private readonly listeners = new Set<(applied: Applied) => void>();
  private readonly elapsedMs: () => number;
  private readonly sliceMs: number;
  /** Lines that are caught up and follow together from `cursor`. */
  private readonly live = new Set<Line>();
  private readonly behind = new Set<Line>();
  private readonly ahead = new Set<Line>();
  private frozen: LineRecord[] = [];
  private lines: Line[] = [];
  private cursor: Position = START;
  private following: Promise<void> | undefined;
  private catchingUp: Promise<void> | undefined;
  private readonly flushEvery: number;
  private unwritten = 0;
  private round: Promise<void> = Promise.resolve();
  private failure: string | undefined;
  private lastYield = 0;

  constructor(private readonly options: RunnerOptions) {
    this.store = options.store;
    this.rows = options.rows;
    this.types = [...new Set(options.projections.flatMap(({ types }) => types))];
    this.elapsedMs = options.elapsedMs ?? (() => performance.now());
    this.sliceMs = options.sliceMs ?? 8;
    this.flushEvery = options.offline ? FLUSH_EVERY_OFFLINE : FLUSH_EVERY;
  }

  async start(): Promise<void> {
    const { projections } = this.options;
    const plan = await this.rows.transaction((tx) => planLines(tx, projections, this.building));
    this.lines = plan.lines;
    this.frozen = plan.frozen;
    for (const line of this.lines) await this.admit(line);
    this.kick();
  }

  async caughtUp(): Promise<void> {
    while (this.catchingUp !== undefined) await this.catchingUp;
  }

  async status(): Promise<RunnerStatus> {
    const head = await this.store.head();
    const lines = [
      ...this.lines.map((line) => statusOf(line.record, this.stateOf(line))),
      ...this.frozen.map((record) => statusOf(record, 'frozen')),
    ];
    return { head, lines, ...(this.failure !== undefined && { failure: this.failure }) };
  }

  async resume(name: string): Promise<boolean> {
    const parked = this.lines.filter(
      ({ record }) => record.name === name && record.parked !== undefined,
    );
    for (const line of parked) await this.admit(line);
    this.kick();
    return parked.length > 0;
  }

  async rebuild(name: string): Promise<boolean> {
    return this.turn.take(async () => {
      const serving = this.servingOf(name);
      if (serving === undefined) return false;
      if (this.buildingOf(name) === undefined) {
        const { projection, record } = serving;
        const line = await this.rows.transaction((tx) =>
          createLine(tx, projection, record.generation + 1, 'building', this.building),
        );
        this.lines.push(line);
        await this.admit(line);
      }
      this.kick();
      return true;
    });
  }

  async cancelRebuild(name: string): Promise<boolean> {
    const line = this.buildingOf(name);
    if (line === undefined || this.servingOf(name) === undefined) return false;
    this.behind.delete(line);
    // What is under way may still write to its tables, or even switch to them.
    await this.round.catch(() => undefined);
    if (line.record.role !== 'building') return false;
    this.leave(line);
    await this.rows.transaction((tx) => dropLine(tx, line.record));
    return true;
  }

  waitFor(names: readonly string[], position: Position, timeoutMs: number): Promise<Waited> {
    return this.waiters.wait(names, position, timeoutMs, (name) => {
      const line = this.servingOf(name);
      if (line === undefined || this.stopped.signal.aborted) return 'stopped';
      if (this.ahead.has(line)) return 'stopped';
      return line.record.parked !== undefined && line.position < position
        ? 'stopped'
        : line.position;
    });
  }

  onApplied(listener: (applied: Applied) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all([this.following, this.catchingUp]);
    await this.turn.take(async () => undefined);
    this.waiters.close();
  }

  private get building(): { indexesLast: boolean } {
    return { indexesLast: this.options.offline === true };
  }

  private servingOf(name: string): Line | undefined {
    return this.lines.find(({ record }) => record.name === name && record.role === 'serving');
  }

  private buildingOf(name: string): Line | undefined {
    return this.lines.find(({ record }) => record.name === name && record.role === 'building');
  }

  private stateOf(line: Line): LineState {
    if (line.record.parked !== undefined) return 'parked';
    if (this.ahead.has(line)) return 'ahead';
    return this.live.has(line) ? 'live' : 'catchingUp';
  }

  /** Lets a line run, unless it has seen more than there is. */
  private async admit(line: Line): Promise<void> {
    line.release();
    if (line.position > (await this.store.head())) this.ahead.add(line);
    else this.behind.add(line);
  }

  private leave(line: Line): void {
    this.lines = this.lines.filter((other) => other !== line);
    for (const set of [this.live, this.behind, this.ahead]) set.delete(line);
  }

  private kick(): void {
    if (this.behind.size === 0 || this.stopped.signal.aborted) return;
    this.catchingUp ??= this.catchUp().finally(() => {
      this.catchingUp = undefined;
      this.kick();
    });
  }

  private async catchUp(): Promise<void> {
    while (this.behind.size > 0 && !this.stopped.signal.aborted)
      await this.untilItWorks(() => (this.round = this.catchUpOnce()));
    for (const line of this.behind) line.forget();
  }

  /** Reads one page for all that are behind: lines further on ignore what they know. */
  private async catchUpOnce(): Promise<void> {
    const after = [...this.behind].map(({ folded }) => folded).sort()[0]!;
    const page = await this.store.readAll(after, { types: this.types, limit: READ });
    // A line that came in while the page was read may stand before it: its turn comes.
    const lines = [...this.behind].filter(({ folded }) => folded >= after);
    for (const line of lines) {
      await line.fold(this.rows, page.events, page.next);
      await this.breathe();
    }
    this.unwritten += page.events.length;
    if (page.atEnd || this.unwritten >= this.flushEvery || lines.some(({ halted }) => halted)) {
      this.unwritten = 0;
      for (const line of lines) await line.flush(this.rows, () => this.breathe());
      this.setAsideParked(this.behind);
      this.waiters.notify();
    }
    if (page.atEnd) await this.turn.take(() => this.arrive(lines, page.next));
  }

  /** Those that have seen everything up to `end`: builds are switched to, and all join the live ones. */
  private async arrive(lines: readonly Line[], end: Position): Promise<void> {
    for (const line of lines) {
      if (!this.behind.has(line) || line.position < end) continue;
      line.touched.clear();
      if (line.indexesDue) {
        await this.rows.transaction((tx) => tx.createIndexes(line.tables));
        line.indexesDue = false;
      }
      if (line.record.role === 'building') await this.switchTo(line);
      if (this.following === undefined) {
        this.cursor = line.position;
        this.following = this.follow();
      }
      // The live ones are further on by now: one more round.
      if (line.position < this.cursor) continue;
      this.behind.delete(line);
      this.live.add(line);
    }
    this.waiters.notify();
  }

  private async switchTo(line: Line): Promise<void> {
    const { name } = line.record;
    const old = this.servingOf(name);
    const gone = old?.record ?? this.frozen.find((record) => record.name === name);
    line.record = await this.rows.transaction((tx) => switchOver(tx, line.record, gone));
    if (old !== undefined) this.leave(old);
    this.frozen = this.frozen.filter((record) => record !== gone);
    if (gone !== undefined) await this.rows.transaction((tx) => dropLine(tx, gone));
  }

  private setAsideParked(lines: Set<Line>): void {
    for (const line of lines) if (line.record.parked !== undefined) lines.delete(line);
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted)
      await this.untilItWorks(async () => {
        const options = { types: this.types, signal, batch: LIVE_BATCH };
        for await (const message of this.store.subscribe(this.cursor, options)) {
          if (signal.aborted) return;
          if (message.kind !== 'caughtUp') await this.turn.take(() => this.applyLive(message));
          await this.breathe();
        }
        if (!signal.aborted) await pause(RETRY_MIN_MS, signal);
      });
  }

  private async applyLive(
    message: Exclude<SubscriptionMessage, { kind: 'caughtUp' }>,
  ): Promise<void> {
    const events = message.kind === 'events' ? message.events : [];
    for (const line of this.live) {
      await line.fold(this.rows, events, message.next);
      await line.flush(this.rows);
      if (line.position >= message.next) continue;
      // It could not take an event: from its checkpoint on it goes its own way.
      this.live.delete(line);
      this.behind.add(line);
    }
    this.cursor = message.next;
    this.failure = undefined;
    this.waiters.notify();
    this.tell();
    this.kick();
  }

  private tell(): void {
    const units = new Set<string>();
    for (const line of this.live) {
      for (const unit of line.touched) units.add(unit);
      line.touched.clear();
    }
    const applied: Applied = { position: this.cursor, units: [...units] };
    for (const listener of this.listeners)
      try {
        listener(applied);
      } catch (error) {
        // A listener is a guest: its failure must not look like one of the database.
        this.options.onFailure?.(error);
      }
  }

  /** Tries until store and database do their part; waits longer each time. */
  private async untilItWorks(work: () => Promise<void>): Promise<void> {
    const { signal } = this.stopped;
    for (let waitMs = RETRY_MIN_MS; !signal.aborted; waitMs = Math.min(RETRY_MAX_MS, waitMs * 2))
      try {
        await work();
        this.failure = undefined;
        return;
      } catch (error) {
        this.failure = failureText(error);
        this.options.onFailure?.(error);
        await pause(waitMs, signal);
      }
  }

  private async breathe(): Promise<void> {
    if (this.elapsedMs() - this.lastYield < this.sliceMs / 2) return;
    await yieldToOthers();
    this.lastYield = this.elapsedMs();
  }
}

const statusOf = (record: LineRecord, state: LineState): LineStatus => {
  const { name, version, generation, position, parked } = record;
  const role = record.role === 'building' ? 'building' : 'serving';
  return { name, version, generation, role, state, position, ...(parked && { parked }) };
};

const failureText = (error: unknown): string => {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown failure';
};
