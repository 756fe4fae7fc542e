import type { EventStore, Position } from '#libs/event-store';
import { CatchUpPass } from './catch-up-pass.js';
import type { Line } from './line.js';
import { LineBook } from './line-book.js';
import {
  createLine,
  dropLine,
  type Plan,
  planLines,
  requireDistinctTables,
} from './line-registry.js';
import { LivePass } from './live-pass.js';
import { PositionWaiters, type Waited } from './position-waiters.js';
import { Retries } from './retries.js';
import { LinesFenced, type RowDatabase } from './row-database.port.js';
import type { Applied, ProjectionRunner, RunnerOptions, RunnerStatus } from './runner.port.js';
import type { RunnerParts } from './runner-parts.js';
import { Turn } from './turn.js';

/** Events folded before rows and checkpoints are written. */
const BATCH = 5_000;
const BATCH_OFFLINE = 40_000;

/** Follows the log for all projections at once: one pass for those behind, one for those live. */
export const projectionRunner = (options: RunnerOptions): ProjectionRunner => new Runner(options);

class Runner implements ProjectionRunner {
  private readonly store: EventStore;
  private readonly rows: RowDatabase;
  private readonly book = new LineBook();
  private readonly turn = new Turn();
  /** Who is taken on and who is given up, one after another. */
  private readonly ownership = new Turn();
  private readonly owned = new Set<string>();
  private readonly waiters = new PositionWaiters();
  private readonly stopped = new AbortController();
  private readonly retries: Retries;
  private readonly live: LivePass;
  private readonly behind: CatchUpPass;

  constructor(private readonly options: RunnerOptions) {
    const { store, rows, onFailure } = options;
    this.store = store;
    this.rows = rows;
    this.retries = new Retries(this.stopped.signal, onFailure);
    const parts: RunnerParts = {
      store,
      rows,
      book: this.book,
      turn: this.turn,
      waiters: this.waiters,
      retries: this.retries,
      signal: this.stopped.signal,
      letGo: (error) => this.letGo(error),
    };
    this.live = new LivePass(parts, {
      owned: () => options.projections.filter(({ name }) => this.owned.has(name)),
      onFailure,
      tracer: options.tracer,
      onBehind: () => this.behind.kick(),
    });
    this.behind = new CatchUpPass(parts, this.live, {
      batch: options.batch ?? (options.offline ? BATCH_OFFLINE : BATCH),
      sliceMs: options.sliceMs ?? 8,
      elapsedMs: options.elapsedMs ?? (() => performance.now()),
    });
  }

  async start(): Promise<void> {
    const { projections, owned } = this.options;
    requireDistinctTables(projections);
    await this.adopt(owned ?? projections.map(({ name }) => name));
  }

  caughtUp(): Promise<void> {
    return this.behind.ended();
  }

  async status(): Promise<RunnerStatus> {
    const head = await this.store.head();
    const { failure } = this.retries;
    return { head, lines: this.book.statuses(), ...(failure !== undefined && { failure }) };
  }

  async resume(name: string): Promise<boolean> {
    const isStopped = ({ record }: Line): boolean =>
      record.name === name && record.parked !== undefined;
    const ahead = await this.aheadOf(this.book.lines.filter(isStopped));
    const parked = this.book.lines.filter(isStopped);
    this.admit(parked, ahead);
    return parked.length > 0;
  }

  async rebuild(name: string): Promise<boolean> {
    // Some may be on their way in.
    await this.ownership.take(async () => undefined);
    return this.turn.take(async () => {
      const serving = this.book.servingOf(name);
      if (serving === undefined) return false;
      if (this.book.buildingOf(name) !== undefined) return true;
      const { projection, record } = serving;
      return this.unlessFenced(async () => {
        const line = await this.rows.transaction((tx) =>
          createLine(tx, projection, record.generation + 1, 'building', this.building),
        );
        // Given up meanwhile: whoever takes the projection on finds the build.
        if (!this.owned.has(name)) return true;
        this.book.lines.push(line);
        this.admit([line], new Set());
        return true;
      });
    });
  }

  async cancelRebuild(name: string): Promise<boolean> {
    const line = this.book.buildingOf(name);
    if (line === undefined || this.book.servingOf(name) === undefined) return false;
    this.book.behind.delete(line);
    // What is under way may still write to its tables, or even switch to them.
    await this.behind.roundEnded();
    if (line.record.role !== 'building' || !this.owned.has(name)) return false;
    this.book.leave(line);
    return this.unlessFenced(async () => {
      await this.rows.transaction((tx) => dropLine(tx, line.record));
      return true;
    });
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
    return this.live.onApplied(listener);
  }

  adopt(names: readonly string[]): Promise<void> {
    return this.ownership.take(() => this.takeOn(names.filter((name) => !this.owned.has(name))));
  }

  async disown(names: readonly string[]): Promise<void> {
    const leaving = names.flatMap((name) => this.giveUp(name));
    await this.ownership.take(async () => {
      // Some may have been on their way in when the call came.
      leaving.push(...names.flatMap((name) => this.giveUp(name)));
      await this.behind.roundEnded();
      await this.turn.take(async () => undefined);
      for (const line of leaving) {
        await line.settle().catch(() => undefined);
        line.forget();
      }
    });
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all([this.live.ended(), this.behind.ended()]);
    await this.ownership.take(() => this.turn.take(async () => undefined));
    this.waiters.close();
  }

  private get building(): { indexesLast: boolean } {
    return { indexesLast: this.options.offline === true };
  }

  private async takeOn(names: readonly string[]): Promise<void> {
    const projections = this.options.projections.filter(({ name }) => names.includes(name));
    if (projections.length === 0 || this.stopped.signal.aborted) return;
    let plan: Plan;
    try {
      const how = { ...this.building, isShared: this.options.owned !== undefined };
      plan = await this.rows.transaction((tx) => planLines(tx, projections, how));
    } catch (error) {
      const fenced = error instanceof LinesFenced ? error.projections : [];
      const rest = names.filter((name) => !fenced.includes(name));
      if (rest.length === names.length) throw error;
      this.options.onFenced?.(fenced);
      return this.takeOn(rest);
    }
    const ahead = await this.aheadOf(plan.lines);
    for (const { name } of projections) this.owned.add(name);
    this.book.lines.push(...plan.lines);
    this.book.frozen.push(...plan.frozen);
    this.live.resubscribe();
    this.admit(plan.lines, ahead);
  }

  /** Nothing is begun for a projection any more; its lines, which may be at work still. */
  private giveUp(name: string): readonly Line[] {
    if (!this.owned.delete(name)) return [];
    const leaving = this.book.leaveAll(name);
    this.live.resubscribe();
    this.waiters.notify();
    return leaving;
  }

  private letGo(error: unknown): boolean {
    if (!(error instanceof LinesFenced)) return false;
    const names = error.projections.filter((name) => this.owned.has(name));
    for (const name of names) this.giveUp(name);
    if (names.length > 0) this.options.onFenced?.(names);
    return names.length > 0;
  }

  private async unlessFenced(work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      if (!this.letGo(error)) throw error;
      return false;
    }
  }

  /** Those that have seen more than there is. */
  private async aheadOf(lines: readonly Line[]): Promise<ReadonlySet<Line>> {
    const head = await this.store.head();
    const ahead = new Set<Line>();
    for (const line of lines)
      if (line.position > head && (await this.store.isBeyondEnd?.(line.position)) !== false)
        ahead.add(line);
    return ahead;
  }

  /** Lets lines run, but for those that are ahead. */
  private admit(lines: readonly Line[], ahead: ReadonlySet<Line>): void {
    for (const line of lines) {
      line.release();
      if (ahead.has(line)) this.book.ahead.add(line);
      else this.book.behind.add(line);
    }
    this.behind.kick();
  }
}
