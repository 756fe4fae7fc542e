import {
  type Conflict,
  type Appended,
  type EventStore,
  type StoredEvent,
  type SubscribeOptions,
  START,
  type SubscriptionMessage,
} from '#libs/event-store';
import { eventsOf, newEvents, numbersOf } from '#libs/event-store/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type DoubleOptions,
  startCluster,
  startDouble,
} from '../../../test/eventstoredb-double/index.js';
import { eventStoreDb, type EventStoreDbOptions } from './eventstoredb-event-store.js';
import type { LogAlarm } from './log-alarm.js';

/** What one test opened, closed again at its end, the newest first. */
const opened: (() => Promise<unknown>)[] = [];

/** For afterEach. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

export const closeWith = (close: () => Promise<unknown>): void => void opened.push(close);

/** A store over a server; short deadlines, so that faults are found in test time. */
export function storeOn(url: string, options: Partial<EventStoreDbOptions> = {}) {
  const alarms: LogAlarm[] = [];
  const store = eventStoreDb({
    url,
    clock: () => Date.now(),
    deadlineMs: 400,
    giveUpMs: 8000,
    onAlarm: (alarm) => alarms.push(alarm),
    ...options,
  });
  closeWith(() => store.close());
  return { store, alarms };
}

/** A running double and a store over it. */
export async function given(
  options: DoubleOptions = {},
  storeOptions: Partial<EventStoreDbOptions> = {},
) {
  const double = await startDouble(options);
  closeWith(() => double.stop());
  return { double, ...storeOn(double.url, storeOptions) };
}

/** Three nodes, the first of them the leader. */
export async function givenCluster() {
  const cluster = await startCluster();
  closeWith(() => cluster.stop());
  return cluster;
}

/** An event that no process of ours wrote. */
export const foreignEvent = () => ({
  id: randomUUID(),
  type: 'Foreign',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  custom: Buffer.from('{"other":true}'),
});

/** Events n = from ... of one stream, as one append. */
export const append = (
  store: EventStore,
  stream: string,
  expected: Parameters<EventStore['append']>[1],
  from: number,
  count = 1,
): Promise<Appended | Conflict> => store.append(stream, expected, newEvents(count, from));

/** A subscription that goes on in the background and notes what it was told. */
export function listening(store: EventStore, options: SubscribeOptions = {}, after = START) {
  const messages: SubscriptionMessage[] = [];
  const events: StoredEvent[] = [];
  const stopping = new AbortController();
  const ended = (async () => {
    for await (const message of store.subscribe(after, { signal: stopping.signal, ...options })) {
      messages.push(message);
      events.push(...eventsOf([message]));
    }
  })();
  ended.catch(() => undefined);
  closeWith(async () => stopping.abort());
  return {
    messages,
    ended,
    stop: () => stopping.abort(),
    numbers: () => numbersOf(events),
    last: () => messages.at(-1),
  };
}

/** Waits for a condition, with a limit no healthy run comes near. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 10) {
    if (waited > 20_000) throw new Error(`waited in vain for: ${what}`);
    await pause(10);
  }
}

/** 1, 2, ..., n */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
