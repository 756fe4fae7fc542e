import type {
  Clock,
  EventStore,
  NewEvent,
  Position,
  StoredEvent,
  SubscriptionMessage,
} from '../event-store.port.js';
import { START } from '../event-store.port.js';
import { plainEvent } from '../text-event.js';

/** A complete new event; every field can be replaced. The id is derived from type and data. */
export function newEvent(fields: Partial<NewEvent> = {}): NewEvent {
  const type = fields.type ?? 'RemarkRecorded';
  const data = fields.data ?? { n: 1 };
  return {
    id: fields.id ?? `event-${type}-${JSON.stringify(data)}`,
    type,
    schemaVersion: 1,
    data,
    workflow: 'review',
    definitionVersion: 1,
    rulePack: 'vn-2026',
    actor: 'member-1',
    policy: 'holds(secretary, unitId)',
    occurredAt: '2026-03-01T02:00:00.000Z',
    commandId: 'command-1',
    commandHash: 'hash-1',
    correlationId: 'correlation-1',
    ...fields,
  };
}

/** `count` events numbered from `from` in `data.n`. */
export const newEvents = (count: number, from = 1): NewEvent[] =>
  Array.from({ length: count }, (_, index) => newEvent({ data: { n: from + index } }));

/** `data.n` of each event: what most expectations need. */
export const numbersOf = (events: readonly StoredEvent[]): number[] =>
  events.map(({ data }) => (data as { n: number }).n);

/** The whole log, page by page, as plain objects. */
export async function wholeLog(store: EventStore, limit = 1000): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  let after: Position = START;
  for (;;) {
    const page = await store.readAll(after, { limit });
    log.push(...page.events.map(plainEvent));
    after = page.next;
    if (page.atEnd) return log;
  }
}

/** A clock that a test sets by hand; starts at 2026-03-01. */
export function handClock(): Clock & { set(iso: string): void } {
  let now = Date.parse('2026-03-01T02:00:00.000Z');
  return Object.assign(() => now, { set: (iso: string) => void (now = Date.parse(iso)) });
}

/** Messages of a subscription up to the first that satisfies `last`, which is included. */
export async function messagesUntil(
  messages: AsyncIterable<SubscriptionMessage>,
  last: (message: SubscriptionMessage) => boolean,
): Promise<SubscriptionMessage[]> {
  const seen: SubscriptionMessage[] = [];
  for await (const message of messages) {
    seen.push(message);
    if (last(message)) break;
  }
  return seen;
}

/** The events of some messages, in order. */
export const eventsOf = (messages: readonly SubscriptionMessage[]): StoredEvent[] =>
  messages.flatMap((message) => (message.kind === 'events' ? message.events : []));
