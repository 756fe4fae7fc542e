import type { Page, Position } from '#libs/event-store';
import type { Line } from './line.js';
import { dropLine, switchOver } from './line-registry.js';
import type { LivePass } from './live-pass.js';
import { wantedBy } from './projection.js';
import type { RunnerParts } from './runner-parts.js';
import { pause, yieldToOthers } from './turn.js';

/** Log entries read at once: small enough for a slice, and their garbage dies young. */
const READ = 1_000;
/** Fewer are not worth another thread. */
const HAND_OVER_MIN = 2_000;
/** Between two looks at an end beyond which the live ones are. */
const NOTHING_MS = 100;

interface CatchUpOptions {
  /** Events folded before rows are written. */
  readonly batch: number;
  /** Longest stretch of work before others have a turn, ms. */
  readonly sliceMs: number;
  readonly elapsedMs: () => number;
}

/** Reads the log for all lines that are behind, until they join the live ones. */
export class CatchUpPass {
  private running: Promise<void> | undefined;
  private round: Promise<void> = Promise.resolve();
  private unwritten = 0;
  /** A page that was asked for before it is needed. */
  private ahead:
    { readonly after: Position; readonly types: string; readonly page: Promise<Page> } | undefined;
  private lastYield = 0;

  constructor(
    private readonly parts: RunnerParts,
    private readonly live: LivePass,
    private readonly options: CatchUpOptions,
  ) {}

  /** Begins, if there is anything to do and it does not run yet. */
  kick(): void {
    if (this.parts.book.behind.size === 0 || this.parts.signal.aborted) return;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      this.kick();
    });
  }

  /** Resolves when nobody is behind. */
  async ended(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  /** Resolves when what is under way now is done; it may still write, or even switch. */
  async roundEnded(): Promise<void> {
    await this.round.catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { book, signal, retries } = this.parts;
    while (book.behind.size > 0 && !signal.aborted)
      await retries.untilItWorks(() => (this.round = this.once()));
    this.ahead = undefined;
    for (const line of book.behind) {
      await line.settle().catch(() => undefined);
      line.forget();
    }
  }

  /** Lines of others in the same round are where they are: the next one finds them there. */
  private async once(): Promise<void> {
    try {
      await this.readPage();
    } catch (error) {
      if (!this.parts.letGo(error)) throw error;
    }
  }

  /** Reads one page for all that are behind: lines further on ignore what they know. */
  private async readPage(): Promise<void> {
    const { rows, book, turn, waiters, signal } = this.parts;
    const asking = [...book.behind];
    const after = asking.map(({ folded }) => folded).sort()[0];
    if (after === undefined) return;
    const page = await this.pageAfter(after, asking);
    // One that was sent back while the page was read may stand before it: its turn comes.
    const lines = asking.filter((line) => book.behind.has(line) && line.folded >= after);
    for (const line of lines) {
      await line.fold(rows, page.events, page.next);
      await this.breathe();
    }
    this.unwritten += page.events.length;
    if (page.atEnd || this.unwritten >= this.options.batch || lines.some(({ halted }) => halted)) {
      await this.writeRows(lines);
      if (page.atEnd) for (const line of lines) await line.settle();
      book.setAsideParked(book.behind);
      waiters.notify();
    }
    if (!page.atEnd) return;
    await turn.take(() => this.arrive(lines, page.next));
    // The live ones have passed entries that are no events: nothing more is read before one comes.
    if (page.next === after && lines.some((line) => book.behind.has(line)))
      await pause(NOTHING_MS, signal);
  }

  /** The page after a place; the one after that is on its way while this one is folded. */
  private async pageAfter(after: Position, asking: readonly Line[]): Promise<Page> {
    const wanted = wantedBy(asking.map(({ projection }) => projection));
    const types = wanted.types.join();
    const { ahead } = this;
    this.ahead = undefined;
    const read = (from: Position): Promise<Page> =>
      this.parts.store.readAll(from, { ...wanted, limit: Math.min(READ, this.options.batch) });
    const isIt = ahead !== undefined && ahead.after === after && ahead.types === types;
    const page = await (isIt ? ahead.page : read(after));
    if (page.atEnd) return page;
    const next = read(page.next);
    // Whoever asks for it hears of a failure; nobody may.
    next.catch(() => undefined);
    this.ahead = { after: page.next, types, page: next };
    return page;
  }

  private async writeRows(lines: readonly Line[]): Promise<void> {
    const many = this.unwritten >= Math.min(HAND_OVER_MIN, this.options.batch);
    this.unwritten = 0;
    for (const line of lines) {
      if (many && !line.halted) await line.handOver(this.parts.rows);
      else await line.flush(this.parts.rows, () => this.breathe());
      await this.breathe();
    }
  }

  /** Those that have seen all up to `end`: builds are switched to, and all join the live ones. */
  private async arrive(lines: readonly Line[], end: Position): Promise<void> {
    const { book, rows, waiters } = this.parts;
    for (const line of lines) {
      if (!book.behind.has(line) || line.position < end) continue;
      if (line.indexesDue) {
        await rows.transaction(async (tx) => {
          // Whoever has taken the line over may have dropped its tables: the fence says so first.
          await tx.saveLine(line.record);
          await tx.createIndexes(line.tables);
        });
        line.indexesDue = false;
      }
      if (line.record.role === 'building') await this.switchTo(line);
      // Given up meanwhile, or the live ones are further on by now: one more round.
      if (book.behind.has(line)) this.live.join(line);
    }
    waiters.notify();
  }

  private async switchTo(line: Line): Promise<void> {
    const { book, rows } = this.parts;
    const { name } = line.record;
    const old = book.servingOf(name);
    const gone = old?.record ?? book.frozen.find((record) => record.name === name);
    line.record = await rows.transaction((tx) => switchOver(tx, line.record, gone));
    if (old !== undefined) book.leave(old);
    book.frozen = book.frozen.filter((record) => record !== gone);
    if (gone !== undefined) await rows.transaction((tx) => dropLine(tx, gone));
  }

  private async breathe(): Promise<void> {
    const { elapsedMs, sliceMs } = this.options;
    if (elapsedMs() - this.lastYield < sliceMs / 2) return;
    await yieldToOthers();
    this.lastYield = elapsedMs();
  }
}
