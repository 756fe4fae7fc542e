import {
  type EventStore,
  type Position,
  type SubscribeOptions,
  type SubscriptionMessage,
} from './event-store.port.js';
import { LiveRing } from './live-ring.js';
import { WakeSignal } from './wake-signal.js';

/** Some seconds of a nation's busiest hour. */
const CAPACITY = 8_192;
const SOURCE_BATCH = 256;
const DEFAULT_BATCH = 500;
const RETRY_MS = 100;

/**
 * The same log, followed once for all subscribers of this process: an event crosses the network
 * once, however many read it. Each subscriber catches up by a subscription of its own, filtered
 * where the store filters, and then reads from the last stretch of the log in memory. Who falls
 * behind that stretch catches up again: memory is bounded, and nobody waits for the slowest.
 */
export function sharedFeed<Store extends EventStore>(
  store: Store,
  options: { readonly capacity?: number | undefined } = {},
): Store {
  const feed = new Feed(store, options.capacity ?? CAPACITY);
  return new Proxy(store, {
    get(target, name) {
      if (name === 'subscribe') return feed.subscribe;
      if (name === 'close') return feed.close;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

class Feed {
  private ring: LiveRing | undefined;
  private isAtEnd = false;
  private running: Promise<void> | undefined;
  private subscribers = 0;
  private source = new AbortController();
  private isClosed = false;
  private readonly moved = new WakeSignal();

  constructor(
    private readonly store: EventStore,
    private readonly capacity: number,
  ) {}

  readonly subscribe = (
    after: Position,
    options: SubscribeOptions = {},
  ): AsyncIterable<SubscriptionMessage> => {
    // As the store itself: refused at once when it is closed.
    const own = this.store.subscribe(after, options);
    return { [Symbol.asyncIterator]: () => this.messages(after, options, own) };
  };

  readonly close = async (): Promise<void> => {
    this.isClosed = true;
    this.source.abort();
    this.moved.wake();
    await this.store.close();
    await this.running;
  };

  private async *messages(
    start: Position,
    options: SubscribeOptions,
    own: AsyncIterable<SubscriptionMessage>,
  ): AsyncGenerator<SubscriptionMessage, void, undefined> {
    this.subscribers += 1;
    this.begin();
    let after = start;
    let catchingUp: AsyncIterable<SubscriptionMessage> | undefined = own;
    try {
      while (!this.isClosed && options.signal?.aborted !== true) {
        for await (const message of catchingUp ?? this.store.subscribe(after, options)) {
          yield message;
          after = message.next;
          if (message.kind === 'caughtUp' && this.ring?.covers(after) === true) break;
        }
        catchingUp = undefined;
        for await (const message of this.live(after, options)) {
          yield message;
          after = message.next;
        }
      }
    } finally {
      this.subscribers -= 1;
      if (this.subscribers === 0) this.source.abort();
    }
  }

  /** From memory, until this subscriber has fallen behind it or the feed has broken. */
  private async *live(
    start: Position,
    { types, signal, batch = DEFAULT_BATCH }: SubscribeOptions,
  ): AsyncGenerator<SubscriptionMessage, void, undefined> {
    const wanted = types === undefined ? undefined : new Set(types);
    let after = start;
    // The subscription before has told the end.
    let isEndTold = true;
    while (!this.isClosed && signal?.aborted !== true) {
      const { ring } = this;
      if (ring?.covers(after) !== true) return;
      const { events, next, atEnd } = ring.page(after, batch, wanted);
      if (next !== after) {
        after = next;
        isEndTold = false;
        yield events.length > 0 ? { kind: 'events', events, next } : { kind: 'checkpoint', next };
        continue;
      }
      if (atEnd && this.isAtEnd && !isEndTold) {
        isEndTold = true;
        yield { kind: 'caughtUp', next };
        continue;
      }
      await this.moved.next(signal);
    }
  }

  private begin(): void {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      if (this.subscribers > 0 && !this.isClosed) this.begin();
    });
  }

  /** One stretch without a gap, until it breaks or nobody is left. */
  private async run(): Promise<void> {
    this.source = new AbortController();
    const { signal } = this.source;
    try {
      const head = await this.store.head();
      this.ring = new LiveRing(head, this.capacity);
      this.isAtEnd = false;
      for await (const message of this.store.subscribe(head, { signal, batch: SOURCE_BATCH })) {
        this.isAtEnd = message.kind === 'caughtUp';
        if (message.kind !== 'caughtUp')
          this.ring.push(message.kind === 'events' ? message.events : [], message.next);
        this.moved.wake();
      }
    } catch {
      // Each subscriber meets the cause when it catches up, and says so in its own name.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    } finally {
      this.ring = undefined;
      this.moved.wake();
    }
  }
}
