import type { EventStore, StoredEvent } from '#libs/event-store';
import { START } from '#libs/event-store';
import type { Acknowledged } from './load.js';
import { streamOfWriter } from './load.js';

/**
 * What is wrong with a log after a kill; empty: nothing. `writers`: several processes, whose clocks
 * agree in each stream only.
 */
export async function checkLog(
  store: EventStore,
  acknowledged: readonly Acknowledged[],
  writers: 'one' | 'several' = 'one',
): Promise<string[]> {
  const events = await wholeLog(store);
  const streams = Map.groupBy(events, ({ stream }) => stream);
  const clocks = writers === 'one' ? [events] : [...streams.values()];
  return [
    ...order(events),
    ...clocks.flatMap(forward),
    ...kept(events, acknowledged),
    ...once(events),
  ];
}

async function wholeLog(store: EventStore): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = START; ;) {
    const page = await store.readAll(after, { limit: 5_000 });
    events.push(...page.events);
    after = page.next;
    if (page.atEnd) return events;
  }
}

/** Recorded times never go back. */
function forward(events: readonly StoredEvent[]): string[] {
  return events.flatMap(({ position, recordedAt }, index) => {
    const before = events[index - 1];
    const runsBack = before !== undefined && before.recordedAt > recordedAt;
    return runsBack ? [`time runs back at ${position}`] : [];
  });
}

/** Positions ascend, revisions are dense per stream. */
function order(events: readonly StoredEvent[]): string[] {
  const next = new Map<string, number>();
  const problems: string[] = [];
  events.forEach((event, index) => {
    const before = events[index - 1];
    if (before !== undefined && before.position >= event.position)
      problems.push(`order broken at ${event.position}`);
    if (event.revision !== (next.get(event.stream) ?? 0))
      problems.push(`revision ${event.revision} of ${event.stream} out of line`);
    next.set(event.stream, event.revision + 1);
  });
  return problems;
}

/** Every acknowledged command is where the answer said. */
function kept(events: readonly StoredEvent[], acknowledged: readonly Acknowledged[]): string[] {
  const byPosition = new Map(events.map((event) => [event.position as string, event]));
  return acknowledged
    .filter(({ member, key, position, revision }) => {
      const event = byPosition.get(position);
      return (
        event?.stream !== streamOfWriter(member) ||
        event.revision !== revision ||
        !event.commandId.includes(key)
      );
    })
    .map(({ key }) => `acknowledged ${key} is not there`);
}

/** No command left its facts twice. */
function once(events: readonly StoredEvent[]): string[] {
  const ids = new Set<string>();
  return events.flatMap(({ id }) =>
    ids.has(id) ? [`event ${id} is there twice`] : (ids.add(id), []),
  );
}
