import { type Page, positionOf, type ReadAllOptions } from '#libs/event-store';
import type { LogReader } from './log-reader.js';
import type { SqliteEvent } from './sqlite-event.js';

/** Events kept; who is further behind than that reads the file. */
const KEPT = 1_024;

/**
 * The last events of the log, read once for everybody who follows it: a dozen reactors and the
 * views otherwise each ask the file for the same few events after every commit, and each parse a
 * copy of their own.
 */
export class LogTail {
  /** Ordinal before the first event kept. */
  private start = 0;
  private events: SqliteEvent[] = [];
  private readonly wanted = new WeakMap<readonly string[], ReadonlySet<string>>();

  constructor(private readonly reader: LogReader) {}

  /** The page after an ordinal, when the log ends at `head`. Throws as the reader does. */
  page(after: number, head: number, options: ReadAllOptions): Page {
    const isRecent = head - after <= KEPT && (after >= this.start || this.events.length === 0);
    if (!isRecent || after >= head) return this.reader.page(after, head, options);
    this.reach(after, head);
    const last = Math.min(after + options.limit, head);
    const events = this.events.slice(after - this.start, last - this.start);
    return {
      events: options.types === undefined ? events : this.ofTypes(events, options.types),
      next: positionOf(last),
      atEnd: last >= head,
    };
  }

  /** Keeps what lies between: goes on where it ended, or begins anew. */
  private reach(after: number, head: number): void {
    const end = this.start + this.events.length;
    if (after > end || this.events.length === 0) {
      this.start = after;
      this.events = this.reader.events(after, head);
    } else if (head > end) this.events.push(...this.reader.events(end, head));
    if (this.events.length <= 2 * KEPT) return;
    this.start += this.events.length - KEPT;
    this.events = this.events.slice(-KEPT);
  }

  private ofTypes(events: readonly SqliteEvent[], types: readonly string[]): SqliteEvent[] {
    let wanted = this.wanted.get(types);
    if (wanted === undefined) this.wanted.set(types, (wanted = new Set(types)));
    return events.filter(({ type }) => wanted.has(type));
  }
}
