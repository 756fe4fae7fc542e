import { type EventStore, START, type SubscribeOptions } from './event-store.port.js';
import { memoryEventStore } from './memory-event-store.js';
import { sharedFeed } from './shared-feed.js';
import {
  eventsOf,
  eventStoreContract,
  handClock,
  messagesUntil,
  newEvent,
  newEvents,
  numbersOf,
} from './testing/index.js';

eventStoreContract('memory, through a shared feed', (options) =>
  sharedFeed(memoryEventStore(options)),
);
eventStoreContract('memory, through a shared feed that keeps little', (options) =>
  sharedFeed(memoryEventStore(options), { capacity: 3 }),
);

/** A store that counts its subscriptions, and breaks them on command. */
function observed(): { store: EventStore; open: () => number; break: () => void } {
  const inner = memoryEventStore({ clock: handClock() });
  const open = new Set<AbortController>();
  let isBroken = false;
  async function* subscribe(after: typeof START, options: SubscribeOptions = {}) {
    const own = new AbortController();
    const { signal } = options;
    const both = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
    open.add(own);
    try {
      yield* inner.subscribe(after, { ...options, signal: both });
      if (isBroken && signal?.aborted !== true) throw new Error('broken');
    } finally {
      open.delete(own);
    }
  }
  const store = Object.assign(Object.create(inner) as EventStore, {
    subscribe,
    append: inner.append.bind(inner),
    head: inner.head.bind(inner),
    close: inner.close.bind(inner),
  });
  return {
    store,
    open: () => open.size,
    break: () => {
      isBroken = true;
      for (const one of open) one.abort();
    },
  };
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
};
const upTo = (n: number) => (message: Parameters<typeof eventsOf>[0][number]) =>
  numbersOf(eventsOf([message])).includes(n);

describe('a shared feed', () => {
  it('follows the log once for all who have caught up, and not at all for nobody', async () => {
    const { store, open } = observed();
    const feed = sharedFeed(store);
    await feed.append('a', 'none', newEvents(2));
    const stop = new AbortController();
    const seen: number[][] = [[], [], []];
    const reading = seen.map(async (numbers) => {
      for await (const message of feed.subscribe(START, { signal: stop.signal }))
        numbers.push(...numbersOf(eventsOf([message])));
    });
    for (let n = 3; n <= 20; n += 1) {
      await feed.append('a', 'any', newEvents(1, n));
      await until(() => seen.every((numbers) => numbers.includes(n)));
    }
    expect(open()).toBe(1);
    stop.abort();
    await Promise.all(reading);
    await until(() => open() === 0);
    for (const numbers of seen)
      expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    await feed.close();
  });

  it('moves a reader on past what is none of its own', async () => {
    const feed = sharedFeed(observed().store);
    const messages = feed.subscribe(START, { types: ['Rare'] })[Symbol.asyncIterator]();
    await messages.next();
    for (let n = 1; n <= 5; n += 1) await feed.append('a', 'any', newEvents(1, n));
    await feed.append('a', 'any', [newEvent({ type: 'Rare', data: { n: 6 } })]);
    await feed.append('a', 'any', newEvents(1, 7));
    const head = await feed.head();
    let last = START;
    const numbers: number[] = [];
    while (last !== head) {
      const { value } = await messages.next();
      if (value === undefined) break;
      last = value.next;
      numbers.push(...numbersOf(eventsOf([value])));
    }
    expect([numbers, last]).toEqual([[6], head]);
    await messages.return?.();
    await feed.close();
  });

  it('loses and repeats nothing when the subscription behind it breaks', async () => {
    const { store, break: breakAll } = observed();
    const feed = sharedFeed(store);
    await feed.append('a', 'none', newEvents(1));
    const numbers: number[] = [];
    const reading = (async () => {
      for (let after = START; !numbers.includes(40);)
        try {
          for await (const message of feed.subscribe(after)) {
            numbers.push(...numbersOf(eventsOf([message])));
            after = message.next;
            if (numbers.includes(40)) return;
          }
        } catch {
          // One's own subscription broke while catching up: again from where one was.
        }
    })();
    for (let n = 2; n <= 40; n += 1) {
      if (n % 10 === 0) breakAll();
      await feed.append('a', 'any', newEvents(1, n));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await reading;
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    await feed.close();
  });

  it('serves a slow reader from the store once memory has gone past it', async () => {
    const feed = sharedFeed(observed().store, { capacity: 4 });
    const slow = feed.subscribe(START, { batch: 2 })[Symbol.asyncIterator]();
    await slow.next();
    const quick = messagesUntil(feed.subscribe(START), upTo(30));
    for (let n = 1; n <= 30; n += 1) await feed.append('a', 'any', newEvents(1, n));
    await quick;
    const numbers: number[] = [];
    while (!numbers.includes(30)) {
      const { value } = await slow.next();
      if (value !== undefined) numbers.push(...numbersOf(eventsOf([value])));
    }
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    await slow.return?.();
    await feed.close();
  });
});
