import {
  type EventStore,
  type Page,
  type Position,
  START,
  type StoredEvent,
} from '#libs/event-store';

const PAGE = 2_000;

/** A log read from its beginning, the next page fetched while this one is looked at. */
export class LogCursor {
  private page: readonly StoredEvent[] = [];
  private index = 0;
  private ahead: Promise<Page> | undefined;
  private isAtEnd = false;
  /** Events taken so far: the place in the log of the event taken last, counted from 1. */
  taken = 0;
  /** Position of the event taken last. */
  position: Position = START;

  constructor(private readonly store: EventStore) {}

  /** Number of events that can be taken now; waits for at least one, 0 at the end of the log. */
  async fill(): Promise<number> {
    while (this.index >= this.page.length && !this.isAtEnd) {
      const { events, next, atEnd } = await (this.ahead ?? this.fetch(START));
      this.page = events;
      this.index = 0;
      this.isAtEnd = atEnd;
      this.ahead = atEnd ? undefined : this.fetch(next);
    }
    return this.page.length - this.index;
  }

  /** The next event without taking it; call after `fill`. Throws RangeError where there is none. */
  peek(): StoredEvent {
    const event = this.page[this.index];
    if (event === undefined) throw new RangeError('nothing was read beyond here');
    return event;
  }

  /** Takes the next event; call after `fill`. Throws RangeError where there is none. */
  take(): StoredEvent {
    const event = this.peek();
    this.index += 1;
    this.taken += 1;
    this.position = event.position;
    return event;
  }

  private fetch(after: Position): Promise<Page> {
    const page = this.store.readAll(after, { limit: PAGE });
    // Told to whoever waits for it; a reader who stopped looking must not end the process.
    page.catch(() => undefined);
    return page;
  }
}
