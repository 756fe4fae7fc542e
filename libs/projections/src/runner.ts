import {
  type EventStore,
  type Position,
  START,
  type SubscriptionMessage,
  type WantedParts,
} from '#libs/event-store';
import { applyTogether } from './apply-together.js';
import type { Line } from './line.js';
import { LineBook } from './line-book.js';
import { createLine, dropLine, planLines, switchOver } from './line-registry.js';
import { PositionWaiters, type Waited } from './position-waiters.js';
import { partsOf } from './projection.js';
import { Retries } from './retries.js';
import type { RowDatabase } from './row-database.port.js';
import type { Applied, ProjectionRunner, RunnerOptions, RunnerStatus } from './runner.port.js';
import { pause, Turn, yieldToOthers } from './turn.js';

/** Log entries read at once: small enough for a slice, and their garbage dies young. */
const READ = 1_000;
/** Events folded before rows and checkpoints are written. */
const BATCH = 5_000;
const BATCH_OFFLINE = 40_000;
/** Fewer are not worth another thread. */
const HAND_OVER_MIN = 2_000;
/** A live batch holds the event loop: some 5 ms. */
const LIVE_BATCH = 128;
/**
 * Between two live batches: under load a dozen commands then share the commit of their rows, which
 * otherwise costs the event loop as much as the commands themselves.
 */
const LIVE_GAP_MS = 4;

/** Follows the log for all projections at once: one pass for those behind, one for those live. */
export const projectionRunner = (options: RunnerOptions): ProjectionRunner => new Runner(options);

class Runner implements ProjectionRunner {
  private readonly store: EventStore;
  private readonly rows: RowDatabase;
  private readonly wanted: { readonly types: readonly string[]; readonly parts: WantedParts };
  private readonly turn = new Turn();
  private readonly waiters = new PositionWaiters();
  private readonly stopped = new AbortController();
  private readonly retries: Retries;
  private readonly listeners = new Set<(applied: Applied) => void>();
  private readonly elapsedMs: () => number;
  private readonly sliceMs: number;
  private readonly book = new LineBook();
  /** Where the live lines follow from. */
  private cursor: Position = START;
  private following: Promise<void> | undefined;
  private catchingUp: Promise<void> | undefined;
  private readonly batch: number;
  private unwritten = 0;
  private round: Promise<void> = Promise.resolve();
  private lastYield = 0;

  constructor(private readonly options: RunnerOptions) {
    this.store = options.store;
    this.rows = options.rows;
    this.wanted = {
      types: [...new Set(options.projections.flatMap(({ types }) => types))],
      parts: partsOf(options.projections),
    };
    this.elapsedMs = options.elapsedMs ?? (() => performance.now());
    this.retries = new Retries(this.stopped.signal, options.onFailure);
    this.sliceMs = options.sliceMs ?? 8;
    this.batch = options.batch ?? (options.offline ? BATCH_OFFLINE : BATCH);
  }

  async start(): Promise<void> {
    const { projections } = this.options;
    const plan = await this.rows.transaction((tx) => planLines(tx, projections, this.building));
    this.book.lines = plan.lines;
    this.book.frozen = plan.frozen;
    for (const line of this.book.lines) await this.admit(line);
    this.kick();
  }

  async caughtUp(): Promise<void> {
    while (this.catchingUp !== undefined) await this.catchingUp;
  }

  async status(): Promise<RunnerStatus> {
    const head = await this.store.head();
    const { failure } = this.retries;
    return { head, lines: this.book.statuses(), ...(failure !== undefined && { failure }) };
  }

  async resume(name: string): Promise<boolean> {
    const parked = this.book.lines.filter(
      ({ record }) => record.name === name && record.parked !== undefined,
    );
    for (const line of parked) await this.admit(line);
    this.kick();
    return parked.length > 0;
  }

  async rebuild(name: string): Promise<boolean> {
    return this.turn.take(async () => {
      const serving = this.book.servingOf(name);
      if (serving === undefined) return false;
      if (this.book.buildingOf(name) === undefined) {
        const { projection, record } = serving;
        const line = await this.rows.transaction((tx) =>
          createLine(tx, projection, record.generation + 1, 'building', this.building),
        );
        this.book.lines.push(line);
        await this.admit(line);
      }
      this.kick();
      return true;
    });
  }

  async cancelRebuild(name: string): Promise<boolean> {
    const line = this.book.buildingOf(name);
    if (line === undefined || this.book.servingOf(name) === undefined) return false;
    this.book.behind.delete(line);
    // What is under way may still write to its tables, or even switch to them.
    await this.round.catch(() => undefined);
    if (line.record.role !== 'building') return false;
    this.book.leave(line);
    await this.rows.transaction((tx) => dropLine(tx, line.record));
    return true;
  }

  waitFor(names: readonly string[], position: Position, timeoutMs: number): Promise<Waited> {
    return this.waiters.wait(names, position, timeoutMs, (name) => {
      const line = this.book.servingOf(name);
      if (line === undefined || this.stopped.signal.aborted) return 'stopped';
      if (this.book.ahead.has(line)) return 'stopped';
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

  /** Lets a line run, unless it has seen more than there is. */
  private async admit(line: Line): Promise<void> {
    line.release();
    if (line.position > (await this.store.head())) this.book.ahead.add(line);
    else this.book.behind.add(line);
  }

  private kick(): void {
    if (this.book.behind.size === 0 || this.stopped.signal.aborted) return;
    this.catchingUp ??= this.catchUp().finally(() => {
      this.catchingUp = undefined;
      this.kick();
    });
  }

  private async catchUp(): Promise<void> {
    while (this.book.behind.size > 0 && !this.stopped.signal.aborted)
      await this.retries.untilItWorks(() => (this.round = this.catchUpOnce()));
    for (const line of this.book.behind) {
      await line.settle().catch(() => undefined);
      line.forget();
    }
  }

  /** Reads one page for all that are behind: lines further on ignore what they know. */
  private async catchUpOnce(): Promise<void> {
    const after = [...this.book.behind].map(({ folded }) => folded).sort()[0]!;
    const page = await this.store.readAll(after, {
      ...this.wanted,
      limit: Math.min(READ, this.batch),
    });
    // A line that came in while the page was read may stand before it: its turn comes.
    const lines = [...this.book.behind].filter(({ folded }) => folded >= after);
    for (const line of lines) {
      await line.fold(this.rows, page.events, page.next);
      await this.breathe();
    }
    this.unwritten += page.events.length;
    if (page.atEnd || this.unwritten >= this.batch || lines.some(({ halted }) => halted)) {
      await this.writeRows(lines);
      if (page.atEnd) for (const line of lines) await line.settle();
      this.book.setAsideParked(this.book.behind);
      this.waiters.notify();
    }
    if (page.atEnd) await this.turn.take(() => this.arrive(lines, page.next));
  }

  private async writeRows(lines: readonly Line[]): Promise<void> {
    const many = this.unwritten >= Math.min(HAND_OVER_MIN, this.batch);
    this.unwritten = 0;
    for (const line of lines) {
      if (many && !line.halted) await line.handOver(this.rows);
      else await line.flush(this.rows, () => this.breathe());
      await this.breathe();
    }
  }

  /** Those that have seen all up to `end`: builds are switched to, and all join the live ones. */
  private async arrive(lines: readonly Line[], end: Position): Promise<void> {
    for (const line of lines) {
      if (!this.book.behind.has(line) || line.position < end) continue;
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
      this.book.behind.delete(line);
      this.book.live.add(line);
      line.watched = true;
    }
    this.waiters.notify();
  }

  private async switchTo(line: Line): Promise<void> {
    const { name } = line.record;
    const old = this.book.servingOf(name);
    const gone = old?.record ?? this.book.frozen.find((record) => record.name === name);
    line.record = await this.rows.transaction((tx) => switchOver(tx, line.record, gone));
    if (old !== undefined) this.book.leave(old);
    this.book.frozen = this.book.frozen.filter((record) => record !== gone);
    if (gone !== undefined) await this.rows.transaction((tx) => dropLine(tx, gone));
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted)
      await this.retries.untilItWorks(async () => {
        const options = { ...this.wanted, signal, batch: LIVE_BATCH };
        for await (const message of this.store.subscribe(this.cursor, options)) {
          if (signal.aborted) return;
          if (message.kind === 'caughtUp') continue;
          await this.turn.take(() => this.applyLive(message));
          await pause(LIVE_GAP_MS, signal);
        }
        if (!signal.aborted) await this.retries.rest();
      });
  }

  private async applyLive(
    message: Exclude<SubscriptionMessage, { kind: 'caughtUp' }>,
  ): Promise<void> {
    const events = message.kind === 'events' ? message.events : [];
    await applyTogether(this.rows, this.book.live, events, message.next);
    for (const line of this.book.live) {
      if (line.position >= message.next) continue;
      // It could not take an event: from its checkpoint on it goes its own way.
      this.book.live.delete(line);
      this.book.behind.add(line);
      line.watched = false;
    }
    this.cursor = message.next;
    this.retries.failure = undefined;
    this.waiters.notify();
    this.tell();
    this.kick();
  }

  private tell(): void {
    const units = new Set<string>();
    for (const line of this.book.live) {
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

  private async breathe(): Promise<void> {
    if (this.elapsedMs() - this.lastYield < this.sliceMs / 2) return;
    await yieldToOthers();
    this.lastYield = this.elapsedMs();
  }
}
