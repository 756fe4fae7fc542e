import { DatabaseSync } from 'node:sqlite';
import { memoryEventStore, START } from '#libs/event-store';
import {
  eventsOf,
  eventStoreContract,
  handClock,
  messagesUntil,
  newEvent,
  newEvents,
  numbersOf,
  wholeLog,
} from '#libs/event-store/testing';
import { sqliteEventStore, type SqliteEventStoreOptions } from './sqlite-event-store.js';
import { temporaryFile } from './testing/temporary.fixtures.js';

eventStoreContract('sqlite', (options) => sqliteEventStore({ ...options, file: temporaryFile() }));

const open = (file: string, options: Partial<SqliteEventStoreOptions> = {}) =>
  sqliteEventStore({ file, clock: handClock(), ...options });

/** Runs SQL as another program would, beside the store. */
function beside(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

describe('sqlite event store', () => {
  it.each([
    "UPDATE events SET data = '{}'",
    'UPDATE events SET revision = revision + 1',
    'DELETE FROM events',
    "UPDATE streams SET name = 'b'",
    'DELETE FROM streams',
    "UPDATE event_types SET type = 'Other'",
    'DELETE FROM event_types',
  ])('refuses to change what is recorded: %s', async (sql) => {
    const file = temporaryFile();
    const store = open(file);
    await store.append('a', 'none', newEvents(2));
    expect(() => beside(file, sql)).toThrow(/append-only/);
    expect(numbersOf(await store.read('a'))).toEqual([1, 2]);
    await store.close();
  });

  it('tells how long each commit took and how many appends shared it', async () => {
    const told: { ms: number; appends: number }[] = [];
    const store = open(temporaryFile(), {
      onCommit: (ms, appends) => {
        told.push({ ms, appends });
        throw new Error('a guest');
      },
    });
    await Promise.all(['a', 'b', 'c'].map((stream) => store.append(stream, 'none', newEvents(1))));
    expect(await store.append('a', 0, newEvents(1, 2))).toMatchObject({ kind: 'appended' });
    expect(told.map(({ appends }) => appends)).toEqual([3, 1]);
    expect(told.every(({ ms }) => ms > 0)).toBe(true);
    await store.close();
  });

  it('lets one writer in at a time, and the next one after it', async () => {
    const file = temporaryFile();
    const first = open(file);
    await first.append('a', 'none', newEvents(1));
    expect(() => open(file)).toThrow(expect.objectContaining({ code: 'STORE_IN_USE' }));
    expect(await first.append('a', 0, newEvents(1, 2))).toMatchObject({ kind: 'appended' });
    await first.close();
    const second = open(file);
    expect(await second.append('a', 1, newEvents(1, 3))).toMatchObject({
      kind: 'appended',
      revision: 2,
    });
    await second.close();
  });

  it('gives 5,000 appends back after reopening, and goes on from there', async () => {
    const file = temporaryFile();
    const model = memoryEventStore({ clock: handClock() });
    const before = open(file);
    const writes = Array.from(
      { length: 5000 },
      (_, n) => [`s${(n * 7919) % 313}`, newEvents(1, n)] as const,
    );
    await Promise.all(writes.map(([stream, events]) => before.append(stream, 'any', events)));
    for (const [stream, events] of writes) await model.append(stream, 'any', events);
    await before.close();

    const after = open(file);
    expect(await wholeLog(after)).toEqual(await wholeLog(model));
    expect(await after.append('s0', 'none', newEvents(1))).toEqual(
      await model.append('s0', 'none', newEvents(1)),
    );
    expect(await after.append('s0', 'any', newEvents(1))).toEqual(
      await model.append('s0', 'any', newEvents(1)),
    );
    await after.close();
  });

  it('keeps recordedAt from decreasing over a restart with a clock set back', async () => {
    const file = temporaryFile();
    const clock = handClock();
    const before = open(file, { clock });
    await before.append('a', 'none', newEvents(1));
    await before.close();
    clock.set('2020-01-01T00:00:00.000Z');
    const after = open(file, { clock });
    await after.append('a', 0, newEvents(1));
    const [first, second] = await after.read('a');
    expect(second?.recordedAt).toBe(first?.recordedAt);
    await after.close();
  });

  it('flushes what waits when closed', async () => {
    const file = temporaryFile();
    const store = open(file);
    const appending = store.append('a', 'none', newEvents(1));
    await store.close();
    expect(await appending).toMatchObject({ kind: 'appended' });
    const after = open(file);
    expect(await after.read('a')).toHaveLength(1);
    await after.close();
  });

  it('rejects every append of a failed transaction, and is where it was', async () => {
    const file = temporaryFile();
    const store = open(file);
    await store.append('a', 'none', newEvents(1));
    beside(
      file,
      `CREATE TRIGGER broken BEFORE INSERT ON events WHEN NEW.data LIKE '%666%'
       BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    );
    const batch = [
      store.append('new', 'none', [newEvent({ type: 'NeverSeen' })]),
      store.append('a', 0, newEvents(1, 2)),
      store.append('b', 'none', newEvents(1, 666)),
    ];
    for (const { status, reason } of (await Promise.allSettled(batch)) as PromiseRejectedResult[])
      expect({ status, code: (reason as { code: string }).code }).toEqual({
        status: 'rejected',
        code: 'STORE_FAILED',
      });
    expect(await store.head()).toBe((await store.read('a'))[0]?.position);
    beside(file, 'DROP TRIGGER broken');

    expect(
      await store.append('new', 'none', [newEvent({ type: 'NeverSeen', data: { n: 2 } })]),
    ).toMatchObject({ revision: 0 });
    expect(await store.append('a', 0, newEvents(1, 3))).toMatchObject({ revision: 1 });
    expect(numbersOf(await wholeLog(store))).toEqual([1, 2, 3]);
    await store.close();
  });
});

describe('sqlite event store, opened for reading', () => {
  it('sees what a running writer appends, at once and live, and cannot append', async () => {
    const file = temporaryFile();
    const writer = open(file);
    await writer.append('a', 'none', newEvents(1));
    const reader = open(file, { readonly: true });
    expect(numbersOf(await reader.read('a'))).toEqual([1]);
    const live = messagesUntil(
      reader.subscribe(START),
      ({ kind, next }) => kind === 'events' && next > '0000000000000002',
    );
    await writer.append('b', 'none', [newEvent({ type: 'NewType', data: { n: 2 } })]);
    await writer.append('b', 0, newEvents(1, 3));
    expect(numbersOf(eventsOf(await live))).toEqual([1, 2, 3]);
    expect(await reader.head()).toBe(await writer.head());
    await expect(reader.append('a', 'any', newEvents(1))).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
    });
    await reader.close();
    await writer.close();
  });

  it('needs no running writer, and does not keep one out', async () => {
    const file = temporaryFile();
    const writer = open(file);
    await writer.append('a', 'none', newEvents(3));
    await writer.close();
    const reader = open(file, { readonly: true });
    expect(await wholeLog(reader)).toHaveLength(3);
    const next = open(file);
    await next.append('a', 2, newEvents(1, 4));
    expect(await wholeLog(reader)).toHaveLength(4);
    await Promise.all([reader.close(), next.close()]);
  });
});
