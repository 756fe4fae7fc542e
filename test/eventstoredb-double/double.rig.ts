import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  jsonEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { Double, type DoubleOptions } from './index.js';

/** Everything one test opened, closed again at its end. */
const opened: (() => Promise<unknown>)[] = [];

/** A running double and a client of it, both gone when the test is over. */
export async function given(options: DoubleOptions = {}) {
  const double = new Double({ clock: () => 1_700_000_000_000, ...options });
  await double.start();
  opened.push(() => double.stop());
  return { double, client: clientOf(double.url) };
}

export function clientOf(url: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  opened.push(() => client.dispose());
  return client;
}

export function closeWith(close: () => Promise<unknown>): void {
  opened.push(close);
}

/** For afterEach: the newest first, so that clients go before their servers. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

/** An event with an id of its own, or with the one given (a letter stands for a fixed id). */
export function event(type = 'Opened', id?: string, data: object = {}) {
  return jsonEvent({ type, data: { ...data }, id: id === undefined ? randomUUID() : uuid(id) });
}

export function uuid(letter: string): string {
  return letter.length > 1 ? letter : `00000000-0000-4000-8000-0000000000${hex(letter)}`;
}

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(2, '0');
}

/** Waits for a condition, with a limit no healthy run comes near. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    if (waited > 10_000) throw new Error(`waited in vain for: ${what}`);
    await pause(5);
  }
}

export async function listOf(reading: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const events: ResolvedEvent[] = [];
  for await (const resolved of reading) events.push(resolved);
  return events;
}

export async function typesOf(reading: AsyncIterable<ResolvedEvent>): Promise<string[]> {
  return (await listOf(reading)).map(({ event: read }) => read?.type ?? '');
}

/** What a subscriber notices, in order: types of events, 'confirmed', 'caughtUp', error types. */
export function noticed(subscription: AllStreamSubscription): string[] {
  const notices: string[] = [];
  subscription.on('confirmation', () => notices.push('confirmed'));
  subscription.on('caughtUp', () => notices.push('caughtUp'));
  subscription.on('error', (problem: { type?: string; message: string }) => {
    notices.push(`error ${problem.type ?? problem.message}`);
  });
  subscription.on('data', (resolved: ResolvedEvent) => notices.push(resolved.event?.type ?? ''));
  return notices;
}
