import fc from 'fast-check';
import { type EventStore, memoryEventStore, type NewEvent } from '#libs/event-store';
import { handClock, newEvent, wholeLog } from '#libs/event-store/testing';

/** One command's append, as a test states it. */
export interface Written {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  /** Milliseconds that pass before it. */
  readonly later: number;
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const sealedPart = fc.record({ of: fc.constantFrom('khai', 'member-2'), value: text });

const eventFields = fc.record({
  type: fc.constantFrom('RemarkRecorded', 'RemarkAnswered', 'BallotCast'),
  schemaVersion: fc.integer({ min: 1, max: 3 }),
  data: fc.dictionary(text, fc.oneof(fc.integer(), fc.boolean(), text), { maxKeys: 4 }),
  sealed: fc.option(
    fc.dictionary(fc.constantFrom('fullName', 'note'), sealedPart, { minKeys: 1 }),
    {
      nil: undefined,
    },
  ),
  via: fc.option(fc.array(text, { maxLength: 2 }), { nil: undefined }),
  clocks: fc.option(
    fc.constantFrom(
      [{ clock: 'reading', due: '2026-04-01' }],
      [{ clock: 'reading', stopped: true as const }],
    ),
    { nil: undefined },
  ),
  trace: fc.option(fc.constant('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'), {
    nil: undefined,
  }),
});

/** Logs of several streams: batches, sealed parts, clocks, commands at one and the same time. */
export const writtenLog = (commands: { readonly max: number }): fc.Arbitrary<Written[]> =>
  fc
    .array(
      fc.record({
        stream: fc.constantFrom('review-kp4', 'review-kp5', 'membership-khai', 'meeting-1'),
        fields: fc.array(eventFields, { minLength: 1, maxLength: 3 }),
        later: fc.constantFrom(0, 0, 1, 86_400_000),
      }),
      { maxLength: commands.max },
    )
    .map((all) =>
      all.map(({ stream, fields, later }, command) => ({
        stream,
        later,
        events: fields.map((one, index) =>
          newEvent({
            ...one,
            id: `command-${command}-${index}`,
            commandId: `command-${command}`,
            commandHash: `hash-${command}`,
          }),
        ),
      })),
    );

/** Writes a log into a store whose clock is `clock`. */
export async function write(
  store: EventStore,
  clock: ReturnType<typeof handClock>,
  log: readonly Written[],
): Promise<void> {
  for (const { stream, events, later } of log) {
    clock.set(new Date(clock() + later).toISOString());
    await store.append(stream, 'any', events);
  }
}

/** A store in memory that holds this log. */
export async function memoryLog(log: readonly Written[]): Promise<EventStore> {
  const clock = handClock();
  const store = memoryEventStore({ clock });
  await write(store, clock, log);
  return store;
}

/** A log as tests compare it: everything but positions. */
export const recordedIn = async (store: EventStore): Promise<readonly object[]> =>
  (await wholeLog(store)).map(({ position: _, ...event }) => event);

/** A break of the line at one append: before it was taken, or after, only its answer lost. */
export function breaking(store: EventStore, at: number, when: 'before' | 'after'): EventStore {
  let appends = 0;
  return {
    append: async (stream, expected, events) => {
      const breaks = (appends += 1) === at;
      if (breaks && when === 'before') throw new Error('the line is broken');
      const answer = await store.append(stream, expected, events);
      if (breaks) throw new Error('the line is broken');
      return answer;
    },
    read: (stream, from) => store.read(stream, from),
    readAll: (after, options) => store.readAll(after, options),
    subscribe: (after, options) => store.subscribe(after, options),
    head: () => store.head(),
    close: () => store.close(),
  };
}

/** Numbers of events of the appends a store was asked for. */
export function countingAppends(store: EventStore): { store: EventStore; sizes: number[] } {
  const sizes: number[] = [];
  const counting = breaking(store, 0, 'before');
  return {
    sizes,
    store: {
      ...counting,
      append: (stream, expected, events) => {
        sizes.push(events.length);
        return store.append(stream, expected, events);
      },
    },
  };
}
