import { DatabaseSync } from 'node:sqlite';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { type EventStore, memoryEventStore } from '#libs/event-store';
import { newEvent } from '#libs/event-store/testing';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { temporaryFile } from '#libs/event-store-sqlite/testing';
import { compareLogs } from './log-equality.js';
import { type CopiedClock, copiedClock, moveLog } from './move-log.js';
import {
  breaking,
  countingAppends,
  memoryLog,
  recordedIn,
  type Written,
  writtenLog,
} from './testing/move-log.fixtures.js';

// Many logs, on a machine that may be busy.
jest.setTimeout(60_000);

const emptyMemory = (clock: CopiedClock): EventStore => memoryEventStore({ clock });

/** Moves into memory; every argument can be replaced. */
async function moved(source: EventStore, target?: EventStore, clock = copiedClock()) {
  const to = target ?? emptyMemory(clock);
  return { outcome: await moveLog({ source, target: to, clock }), target: to };
}

const THREE: readonly Written[] = [
  {
    stream: 'a',
    later: 0,
    events: [newEvent({ id: '1', commandId: 'c1' }), newEvent({ id: '2', commandId: 'c1' })],
  },
  { stream: 'b', later: 5, events: [newEvent({ id: '3', commandId: 'c2' })] },
  {
    stream: 'a',
    later: 5,
    events: [
      newEvent({ id: '4', commandId: 'c3', sealed: { note: { of: 'khai', value: 'kín' } } }),
    ],
  },
];

describe('a moved log', () => {
  it('holds the same as the source: everything but positions, for any log', () =>
    fc.assert(
      fc.asyncProperty(writtenLog({ max: 25 }), async (log) => {
        const source = await memoryLog(log);
        const { outcome, target } = await moved(source);
        const events = log.flatMap((one) => one.events).length;
        expect(outcome).toMatchObject({ kind: 'moved', copied: events });
        expect(await recordedIn(target)).toEqual(await recordedIn(source));
      }),
      { numRuns: 60 },
    ));

  it('is proven by one SHA-256 over both', async () => {
    const { outcome } = await moved(await memoryLog(THREE));
    if (outcome.kind !== 'moved') throw new Error(outcome.kind);
    const { source, target } = outcome.equality;
    expect(source).toEqual({ events: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(target).toEqual(source);
  });

  it('keeps what one command wrote in one append', async () => {
    const clock = copiedClock();
    const { store, sizes } = countingAppends(emptyMemory(clock));
    await moved(await memoryLog(THREE), store, clock);
    expect(sizes).toEqual([2, 1, 1]);
  });

  it('may be empty', async () =>
    expect((await moved(await memoryLog([]))).outcome).toMatchObject({ kind: 'moved', copied: 0 }));

  it('goes from file to file and back, many appends at once', async () => {
    await fc.assert(
      fc.asyncProperty(writtenLog({ max: 25 }), async (log) => {
        const source = await memoryLog(log);
        const clock = copiedClock();
        const file = sqliteEventStore({ file: temporaryFile(), clock });
        expect(await moveLog({ source, target: file, clock, atOnce: 50 })).toMatchObject({
          kind: 'moved',
        });
        const { outcome, target } = await moved(file);
        expect(outcome.kind).toBe('moved');
        expect(await recordedIn(target)).toEqual(await recordedIn(source));
        await file.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('a move that was cut off', () => {
  it.each(['before', 'after'] as const)('goes on, broken %s any append', (when) =>
    fc.assert(
      fc.asyncProperty(writtenLog({ max: 12 }), async (log) => {
        const source = await memoryLog(log);
        for (let at = 1; at <= log.length; at += 1) {
          const clock = copiedClock();
          const target = emptyMemory(clock);
          const broken = breaking(target, at, when);
          await expect(moveLog({ source, target: broken, clock })).rejects.toThrow('line');
          expect((await moved(source, target, clock)).outcome.kind).toBe('moved');
          expect(await recordedIn(target)).toEqual(await recordedIn(source));
        }
      }),
      { numRuns: 12 },
    ),
  );

  it('goes on in a file that was closed in between, and copies only what is missing', async () => {
    const file = temporaryFile();
    const source = await memoryLog(THREE);
    const clock = copiedClock();
    const first = sqliteEventStore({ file, clock });
    await moveLog({ source, target: breaking(first, 3, 'before'), clock }).catch(() => undefined);
    await first.close();
    const again = copiedClock();
    const target = sqliteEventStore({ file, clock: again });
    expect(await moveLog({ source, target, clock: again })).toMatchObject({
      kind: 'moved',
      copied: 1,
    });
    await target.close();
  });

  it('does nothing where everything is there already, and proves it again', async () => {
    const source = await memoryLog(THREE);
    const { target } = await moved(source);
    expect((await moved(source, target)).outcome).toMatchObject({ kind: 'moved', copied: 0 });
  });
});

describe('a target that holds something else', () => {
  const other = (change: (log: Written[]) => Written[]) => memoryLog(change([...THREE]));

  it.each([
    ['an event of its own', (log: Written[]) => [{ ...log[1]!, stream: 'z' }], 1, 'id'],
    [
      'another content',
      (log: Written[]) => [
        { ...log[0]!, events: [newEvent({ id: '1', commandId: 'c1', data: { n: 9 } })] },
      ],
      1,
      'data',
    ],
    ['another time', (log: Written[]) => [log[0]!, { ...log[1]!, later: 6 }], 3, 'recordedAt'],
    ['another order', (log: Written[]) => [log[1]!, log[0]!, log[2]!], 1, 'id'],
    ['more than the source', (log: Written[]) => [...log, log[1]!], 5, 'surplus'],
  ] as const)('%s: is named and not touched', async (_, change, event, part) => {
    const target = await other(change);
    const before = await recordedIn(target);
    const { outcome } = await moved(await memoryLog(THREE), target);
    expect(outcome).toMatchObject({ kind: 'differs', difference: { event, part } });
    expect(await recordedIn(target)).toEqual(before);
  });

  it('a stream that somebody writes meanwhile stops the move', async () => {
    const clock = copiedClock();
    const target = emptyMemory(clock);
    const disturbed: EventStore = {
      ...breaking(target, 0, 'before'),
      append: async (stream, expected, events) => {
        if (stream === 'b') await target.append('b', 'any', [newEvent({ id: 'foreign' })]);
        return target.append(stream, expected, events);
      },
    };
    expect((await moved(await memoryLog(THREE), disturbed, clock)).outcome).toMatchObject({
      kind: 'differs',
      difference: { event: 3, stream: 'b', part: 'revision' },
    });
  });
});

it('a source that grows meanwhile is no finished move', async () => {
  const source = await memoryLog(THREE);
  const clock = copiedClock();
  const target = emptyMemory(clock);
  const growing: EventStore = {
    ...breaking(target, 0, 'before'),
    append: async (stream, expected, events) => {
      await source.append('late', 'any', [newEvent()]);
      return target.append(stream, expected, events);
    },
  };
  expect((await moved(source, growing, clock)).outcome).toEqual({ kind: 'grew' });
});

describe('the proof', () => {
  // Opening a file looks at its last hundred events: what is damaged lies before them.
  const LONG: readonly Written[] = [
    ...THREE,
    ...Array.from({ length: 120 }, (_, n) => ({
      stream: 'long',
      later: 1,
      events: [newEvent({ id: `long-${n}`, commandId: `long-${n}` })],
    })),
  ];

  /** A moved file that somebody changed afterwards, its checks of damage renewed or not. */
  async function tampered(sql: string): Promise<EventStore> {
    const file = temporaryFile();
    const clock = copiedClock();
    const target = sqliteEventStore({ file, clock });
    await moveLog({ source: await memoryLog(LONG), target, clock });
    await target.close();
    const database = new DatabaseSync(file);
    database.exec(
      `drop trigger events_no_update; drop trigger events_no_delete; drop trigger streams_no_update; ${sql}`,
    );
    database.close();
    return sqliteEventStore({ file, clock: copiedClock(), readonly: true });
  }

  it.each([
    ['a damaged event', `update events set data = '{"n":2}' where position = 3`, 3, 'damaged'],
    ['an event cut off', 'delete from events where position = 124', 124, 'missing'],
    ['a stream under another name', `update streams set name = 'c' where name = 'b'`, 3, 'stream'],
  ])('finds %s', async (_, sql, event, part) => {
    const target = await tampered(sql);
    const { difference, source, target: copy } = await compareLogs(await memoryLog(LONG), target);
    expect(difference).toMatchObject({ event, part });
    expect(copy.sha256).not.toBe(source.sha256);
    await target.close();
  });

  it('finds a change of any field of any event', () =>
    fc.assert(
      fc.asyncProperty(writtenLog({ max: 8 }), fc.nat(), async (log, which) => {
        fc.pre(log.length > 0);
        const index = which % log.length;
        const changes: readonly Partial<Written['events'][number]>[] = [
          { actor: 'somebody else' },
          { commandHash: 'other' },
          { schemaVersion: 9 },
          { sealed: { note: { of: 'khai', value: 'khác' } } },
          { occurredAt: '2020-01-01' },
          { causationId: 'x' },
        ];
        for (const change of changes) {
          const forged = log.map((one, at) =>
            at === index
              ? { ...one, events: one.events.map((event) => ({ ...event, ...change })) }
              : one,
          );
          const found = await compareLogs(await memoryLog(log), await memoryLog(forged));
          expect(found.difference?.part).toBe(Object.keys(change)[0]);
        }
      }),
      { numRuns: 20 },
    ));
});
