import type { NewEvent, Position, SubscribeOptions, SubscriptionMessage } from '#libs/event-store';
import { newEvent } from '#libs/event-store/testing';
import { eventStoreDb, type EventStoreDb, type LogAlarm } from '#libs/event-store-eventstoredb';
import type { Double } from '../../eventstoredb-double/index.js';

/** What a single check works on. Streams of a check begin with `run`. */
export interface CheckRig {
  readonly url: string;
  /** The same log as an administrator; what needs one is left out without. */
  readonly adminUrl: string | undefined;
  readonly run: string;
  readonly seed: number;
  /** The double that serves the log; undefined: a real server. */
  readonly double: Double | undefined;
  /** How much is written, where more tells more. */
  readonly size: CheckSize;
}

export interface CheckSize {
  /** Events in which a filtered subscription finds one (19). */
  readonly haystack: number;
  /** Times that a write meets a subscriber who goes live (20). */
  readonly meetings: number;
  /** Events of two kilobytes that a slow consumer is given (18). */
  readonly backlog: number;
  readonly deadlineMs: number;
}

/** What a check found: problems, and figures for who reads the report. */
export interface CheckReport {
  readonly problems: readonly string[];
  readonly figures: Readonly<Record<string, number | string>>;
}

export type Check = (rig: CheckRig) => Promise<CheckReport>;

/** A log opened for one check, with the alarms it raised; closed at the end of `work`. */
export async function withLog<T>(
  { url, size: { deadlineMs } }: CheckRig,
  work: (store: EventStoreDb, alarms: readonly LogAlarm[]) => Promise<T>,
): Promise<T> {
  const alarms: LogAlarm[] = [];
  const onAlarm = (alarm: LogAlarm): void => void alarms.push(alarm);
  const store = eventStoreDb({ url, clock: Date.now, deadlineMs, onAlarm });
  try {
    return await work(store, alarms);
  } finally {
    await store.close();
  }
}

/** Events with ids of their own, `text` bytes of ballast each. */
export function ballast(run: string, name: string, count: number, bytes: number): NewEvent[] {
  const text = 'x'.repeat(bytes);
  return Array.from({ length: count }, (_, index) =>
    newEvent({
      id: `${run}:${name}:${index}`,
      type: 'TortureStep',
      commandId: `${run}:${name}`,
      data: { index, text },
    }),
  );
}

export interface Listened {
  readonly messages: readonly SubscriptionMessage[];
  readonly ms: number;
}

/** What a subscription says up to the first message for which `last` holds. */
export async function listen(
  store: EventStoreDb,
  after: Position,
  options: SubscribeOptions,
  last: (message: SubscriptionMessage) => boolean,
): Promise<Listened> {
  const startedAt = performance.now();
  const messages: SubscriptionMessage[] = [];
  for await (const message of store.subscribe(after, options)) {
    messages.push(message);
    if (last(message)) break;
  }
  return { messages, ms: Math.round(performance.now() - startedAt) };
}
