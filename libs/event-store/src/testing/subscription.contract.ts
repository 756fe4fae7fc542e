import { type EventStore, START, type SubscriptionMessage } from '../event-store.port.js';
import { eventsOf, messagesUntil, newEvent, newEvents, numbersOf } from './events.fixtures.js';
import { type OpenStore, withStore } from './open-store.fixtures.js';

const isCaughtUp = ({ kind }: SubscriptionMessage): boolean => kind === 'caughtUp';
/** Ends at the event with this number. */
const upTo =
  (n: number) =>
  (message: SubscriptionMessage): boolean =>
    message.kind === 'events' && numbersOf(message.events).includes(n);

/** Catching up, going live, back-pressure, filters, several subscribers, ending. */
export function subscriptionContract(open: OpenStore): void {
  describe('subscribe', () => {
    it(
      'catches up, says so, and goes on live',
      withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(5));
        const messages = store.subscribe(START, { batch: 2 })[Symbol.asyncIterator]();
        const caughtUp: SubscriptionMessage[] = [];
        do caughtUp.push((await messages.next()).value as SubscriptionMessage);
        while (!isCaughtUp(caughtUp.at(-1) as SubscriptionMessage));
        expect(numbersOf(eventsOf(caughtUp))).toEqual([1, 2, 3, 4, 5]);
        expect(caughtUp.at(-1)).toEqual({ kind: 'caughtUp', next: await store.head() });

        const live = messages.next();
        await store.append('b', 'none', newEvents(1, 6));
        const message = (await live).value as SubscriptionMessage;
        expect(numbersOf(eventsOf([message]))).toEqual([6]);
        expect(message.next).toBe(await store.head());
        expect((await messages.next()).value).toEqual({ kind: 'caughtUp', next: message.next });
        await messages.return?.();
      }),
    );

    it(
      'starts after a position',
      withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(3));
        const after = (await store.read('a'))[1]?.position ?? START;
        expect(
          numbersOf(eventsOf(await messagesUntil(store.subscribe(after), isCaughtUp))),
        ).toEqual([3]);
      }),
    );

    it(
      'says that an empty log is caught up with',
      withStore(open, async (store) => {
        expect(await messagesUntil(store.subscribe(START), isCaughtUp)).toEqual([
          { kind: 'caughtUp', next: START },
        ]);
      }),
    );

    it(
      'loses and repeats nothing while writers go on at the moment of going live',
      withStore(open, async (store) => {
        const total = 400;
        const expected = Array.from({ length: total }, (_, index) => index + 1);
        const writing = (async () => {
          for (let n = 1; n <= total; n += 1)
            await store.append(`s${n % 7}`, 'any', newEvents(1, n));
        })();
        // Subscribers that join at different moments, each reaching the end many times.
        const seen = await Promise.all(
          [1, 3, 50, 500].map(async (batch) => {
            for (let wait = 0; wait < batch % 11; wait += 1) await store.head();
            return numbersOf(
              eventsOf(await messagesUntil(store.subscribe(START, { batch }), upTo(total))),
            );
          }),
        );
        await writing;
        for (const numbers of seen) expect(numbers).toEqual(expected);
      }),
    );

    it(
      'shows several subscribers the same order',
      withStore(open, async (store) => {
        const subscribers = [1, 2, 3].map((batch) =>
          messagesUntil(store.subscribe(START, { batch }), upTo(999)),
        );
        await Promise.all(
          Array.from({ length: 40 }, (_, n) => store.append(`s${n}`, 'none', newEvents(2, n * 2))),
        );
        await store.append('last', 'none', newEvents(1, 999));
        const [first, ...others] = (await Promise.all(subscribers)).map((messages) =>
          eventsOf(messages).map(({ position, stream }) => [position, stream]),
        );
        expect(first).toHaveLength(81);
        for (const other of others) expect(other).toEqual(first);
      }),
    );

    it(
      'holds back for a slow consumer, who then gets everything in bounded messages',
      withStore(open, async (store) => {
        const messages = store.subscribe(START, { batch: 10 })[Symbol.asyncIterator]();
        expect((await messages.next()).value).toEqual({ kind: 'caughtUp', next: START });
        for (let n = 0; n < 10; n += 1) await store.append('a', 'any', newEvents(5, n * 5 + 1));
        const slow: SubscriptionMessage[] = [];
        do slow.push((await messages.next()).value as SubscriptionMessage);
        while (!upTo(50)(slow.at(-1) as SubscriptionMessage));
        expect(numbersOf(eventsOf(slow))).toEqual(
          Array.from({ length: 50 }, (_, index) => index + 1),
        );
        expect(Math.max(...slow.map((message) => eventsOf([message]).length))).toBeLessThanOrEqual(
          10,
        );
        await messages.return?.();
      }),
    );

    it(
      'reports a checkpoint when the filter lets nothing through, and what passes it',
      withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(7));
        await store.append('a', 'any', [
          newEvent({ type: 'Rare', data: { n: 8 } }),
          newEvent({ data: { n: 9 } }),
        ]);
        const messages = await messagesUntil(
          store.subscribe(START, { types: ['Rare'], batch: 3 }),
          isCaughtUp,
        );
        expect(numbersOf(eventsOf(messages))).toEqual([8]);
        expect(messages.some(({ kind }) => kind === 'checkpoint')).toBe(true);
        expect(messages.map(({ next }) => next)).toEqual(
          [...messages.map(({ next }) => next)].sort(),
        );
        expect(messages.at(-1)).toEqual({ kind: 'caughtUp', next: await store.head() });
      }),
    );

    it.each([
      ['the signal', async (_store: EventStore, controller: AbortController) => controller.abort()],
      ['closing the store', async (store: EventStore) => store.close()],
    ])('ends quietly by %s, waiting or not', async (_how, end) => {
      await withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(1));
        const controller = new AbortController();
        const { signal } = controller;
        const messages = store.subscribe(START, { signal })[Symbol.asyncIterator]();
        await messages.next();
        await messages.next();
        const waiting = messages.next();
        await end(store, controller);
        expect(await waiting).toEqual({ done: true, value: undefined });
        expect(await messages.next()).toEqual({ done: true, value: undefined });
      })();
    });

    it(
      'delivers nothing when aborted beforehand',
      withStore(open, async (store) => {
        await store.append('a', 'none', newEvents(1));
        const seen = await messagesUntil(
          store.subscribe(START, { signal: AbortSignal.abort() }),
          () => false,
        );
        expect(seen).toEqual([]);
      }),
    );
  });
}
