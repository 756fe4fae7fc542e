import type { Page, Position, StoredEvent } from './event-store.port.js';

/** What one message of the source brought. */
interface Entry {
  readonly events: readonly StoredEvent[];
  readonly next: Position;
}

/** The last stretch of the log, bounded by a number of events. */
export class LiveRing {
  private entries: Entry[] = [];
  private count = 0;

  /**
   * @param floor everything after it is here
   * @param capacity events kept, at most; the newest message is kept whatever its size
   */
  constructor(
    private floor: Position,
    private readonly capacity: number,
  ) {}

  /** Up to where the log is known. */
  get tip(): Position {
    return this.entries.at(-1)?.next ?? this.floor;
  }

  /** Whether everything after a place that is known is here. */
  covers(after: Position): boolean {
    return this.floor <= after;
  }

  push(events: readonly StoredEvent[], next: Position): void {
    const last = this.entries.at(-1);
    // What brought nothing only moves the tip.
    if (events.length === 0 && last !== undefined)
      this.entries[this.entries.length - 1] = { ...last, next };
    else this.entries.push({ events, next });
    this.count += events.length;
    while (this.count > this.capacity && this.entries.length > 1) {
      const oldest = this.entries.shift()!;
      this.count -= oldest.events.length;
      this.floor = oldest.next;
    }
  }

  /** As `EventStore.readAll`, for a place that is covered; `atEnd` at the tip. */
  page(after: Position, limit: number, wanted: ReadonlySet<string> | undefined): Page {
    const events: StoredEvent[] = [];
    let next = after;
    let looked = 0;
    for (const entry of this.entries.slice(this.firstAfter(after))) {
      for (const event of entry.events) {
        if (event.position <= after) continue;
        if (looked === limit) return { events, next, atEnd: false };
        looked += 1;
        if (wanted === undefined || wanted.has(event.type)) events.push(event);
        next = event.position;
      }
      next = entry.next;
    }
    return { events, next, atEnd: true };
  }

  private firstAfter(after: Position): number {
    let low = 0;
    for (let high = this.entries.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.entries[middle]!.next <= after) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
