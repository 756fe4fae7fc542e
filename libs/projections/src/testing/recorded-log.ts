import { type EventStore, memoryEventStore, type Position, positionOf } from '#libs/event-store';
import { ordinalOf } from '#libs/event-store';
import type { ClockChange, SealedParts } from '#libs/kernel';

/** A fact as a specification writes it. */
export interface GivenFact {
  /** Default: `facts-1`. */
  readonly stream?: string;
  readonly type: string;
  readonly data: object;
  readonly sealed?: SealedParts;
  /** Claimed business time, ISO 8601; default: the start of 2020. */
  readonly occurredAt?: string;
  /** Default: `specified`. */
  readonly workflow?: string;
  readonly clocks?: readonly ClockChange[];
  readonly rulePack?: string;
}

const START_OF_2020 = '2020-01-01T00:00:00.000Z';

/** A log in memory whose clock stands at the start of 2020. */
export const emptyLog = (): EventStore =>
  memoryEventStore({ clock: () => Date.parse(START_OF_2020) });

let commands = 0;

/** Appends facts in order and returns the position of the last. */
export async function record(store: EventStore, facts: readonly GivenFact[]): Promise<Position> {
  for (const fact of facts) {
    const { stream = 'facts-1', type, data, sealed, occurredAt = START_OF_2020 } = fact;
    const commandId = `command-${(commands += 1)}`;
    await store.append(stream, 'any', [
      {
        id: `${commandId}-0`,
        type,
        schemaVersion: 1,
        data,
        ...(sealed !== undefined && { sealed }),
        workflow: fact.workflow ?? 'specified',
        ...(fact.clocks && { clocks: fact.clocks }),
        ...(fact.rulePack !== undefined && { rulePack: fact.rulePack }),
        definitionVersion: 1,
        actor: 'system',
        policy: 'system',
        occurredAt,
        commandId,
        commandHash: commandId,
        correlationId: commandId,
      },
    ]);
  }
  return store.head();
}

/** The same log, every page of which begins with some events delivered before. */
export const repeatingLog = (store: EventStore, repeated: number): EventStore => ({
  append: (...given) => store.append(...given),
  read: (...given) => store.read(...given),
  head: () => store.head(),
  close: () => store.close(),
  readAll: async (after, options) => {
    const before = positionOf(Math.max(0, ordinalOf(after) - repeated));
    return store.readAll(before, { ...options, limit: options.limit + repeated });
  },
  async *subscribe(after, options) {
    for await (const message of store.subscribe(after, options)) {
      yield message;
      if (message.kind === 'events') yield message;
    }
  },
});
