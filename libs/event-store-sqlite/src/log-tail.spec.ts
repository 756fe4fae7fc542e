import { type EventStore, START, type SubscribeOptions } from '#libs/event-store';
import { newEvent, newEvents } from '#libs/event-store/testing';
import { sqliteEventStore } from './sqlite-event-store.js';
import { temporaryFile } from './testing/index.js';

const CHUNK = 300;
const CHUNKS = 12;
const NUMBERS = Array.from({ length: CHUNK * CHUNKS }, (_, index) => index + 1);

let store: EventStore;
beforeEach(() => void (store = sqliteEventStore({ file: temporaryFile(), clock: () => 0 })));
afterEach(() => store.close());

/** Follows until it has seen so many events; `slow` looks away for a turn after every message. */
async function follow(count: number, slow: boolean, options: SubscribeOptions): Promise<number[]> {
  const seen: number[] = [];
  for await (const message of store.subscribe(START, options)) {
    if (message.kind === 'events')
      for (const { data } of message.events) seen.push((data as { n: number }).n);
    if (seen.length >= count) break;
    if (slow) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return seen;
}

it('followers that share the end of the log each see all of it, fast or slow', async () => {
  const total = CHUNK * CHUNKS;
  const fast = follow(total, false, {});
  const slow = follow(total, true, { batch: 40 });
  const odd = follow(CHUNKS, false, { types: ['Odd'] });
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
    const events = newEvents(CHUNK, chunk * CHUNK + 1);
    events[0] = newEvent({ type: 'Odd', data: { n: chunk * CHUNK + 1 } });
    await store.append(`review-${chunk}`, 'none', events);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await fast).toEqual(NUMBERS);
  expect(await slow).toEqual(NUMBERS);
  expect(await odd).toEqual(NUMBERS.filter((n) => n % CHUNK === 1));
  expect(await follow(total, false, {})).toEqual(NUMBERS);
});
