import { jest } from '@jest/globals';
import { type Position, START } from '#libs/event-store';
import { newEvent, numbersOf, wholeLog } from '#libs/event-store/testing';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import {
  append,
  closeAll,
  foreignEvent,
  given,
  listening,
  until,
  upTo,
} from './log-rig.fixtures.js';
import { positionOf } from './place.js';

jest.setTimeout(60_000);
afterEach(closeAll);

const rare = (n: number) => newEvent({ type: 'Rare', data: { n } });

describe('a position beyond the end of the log (25)', () => {
  it('is found before subscribing', async () => {
    const { double, store, alarms } = await given();
    await append(store, 'a', 'none', 1, 3);
    const [first, , last] = await store.read('a');
    const [kept] = double.log.stream('a');
    double.truncateAfter(kept!);
    const late = listening(store, {}, last!.position);
    await expect(late.ended).rejects.toMatchObject({ code: 'STORE_AHEAD' });
    expect(double.stats.calls.subscribe).toBe(0);
    expect(alarms).toEqual([{ code: 'LOG_TRUNCATED', position: last!.position }]);
    const fine = listening(store, {}, first!.position);
    await until('it has caught up', () => fine.last()?.kind === 'caughtUp');
    expect(await store.readAll(last!.position, { limit: 5 })).toEqual({
      events: [],
      next: last!.position,
      atEnd: true,
    });
  });

  it('is found when the log is cut under a running subscription', async () => {
    const { double, store } = await given();
    const all = listening(store);
    await append(store, 'a', 'none', 1, 3);
    await until('all came', () => all.numbers().length === 3);
    double.truncateAfter(double.log.stream('a')[0]!);
    await expect(all.ended).rejects.toMatchObject({ code: 'STORE_AHEAD' });
  });

  it('is found when the log has grown past it with other records', async () => {
    const { store } = await given();
    await append(store, 'a', 'none', 1, 3);
    const [, second] = await store.read('a');
    const [commit, prepare] = second!.position.split('/').map(BigInt);
    const beside = positionOf({ commit: commit! + 1n, prepare: prepare! + 1n });
    await expect(listening(store, {}, beside).ended).rejects.toMatchObject({ code: 'STORE_AHEAD' });
  });
});

describe('a filtered subscription with one match in many (19)', () => {
  it('reports where it is, and a restart searches no more than an interval again', async () => {
    const { double, store } = await given(
      { maxAppendBytes: 64 * 1024 * 1024 },
      { deadlineMs: 20_000 },
    );
    for (let n = 0; n < 10; n += 1) await append(store, `s${n}`, 'none', n * 1000, 1000);
    await store.append('rare', 'none', [rare(1)]);
    for (let n = 10; n < 15; n += 1) await append(store, `s${n}`, 'none', n * 1000, 1000);
    const options = { types: ['Rare'], batch: 32 };
    const first = listening(store, options);
    await until('it has caught up', () => first.last()?.kind === 'caughtUp');
    const checkpoints = first.messages.filter(({ kind }) => kind === 'checkpoint');
    expect(first.numbers()).toEqual([1]);
    expect(checkpoints.length).toBeGreaterThan(5);
    expect(first.last()?.next).toBe(await store.head());
    first.stop();
    await first.ended;
    const { next } = checkpoints.at(-5)!;
    const left = double.log.events.filter(
      ({ commit, prepare }) =>
        positionOf({ commit: BigInt(commit), prepare: BigInt(prepare) }) > next,
    ).length;
    double.stats.reset();
    const again = listening(store, options, next);
    await until('it has caught up', () => again.last()?.kind === 'caughtUp');
    expect(left).toBeLessThan(10_000);
    // An interval, and what finding the end of the log takes.
    expect(double.stats.eventsSearched).toBeLessThan(left + 32 + 100);
    expect(again.numbers()).toEqual([]);
  });

  it('hears at once that something else was written while it is live', async () => {
    const { store } = await given();
    const live = listening(store, { types: ['Rare'] });
    await until('it has caught up', () => live.last()?.kind === 'caughtUp');
    for (let n = 1; n <= 3; n += 1) {
      await append(store, 'a', 'any', n);
      const head = await store.head();
      await until(
        'it has heard',
        () => live.last()?.kind === 'caughtUp' && live.last()?.next === head,
      );
    }
    expect(live.numbers()).toEqual([]);
  });

  it('takes names literally, whatever is in them', async () => {
    const { store } = await given();
    const types = ['A.B', 'A|B', '(A)+', 'AxB', 'Chi bộ', 'A'];
    for (const [n, type] of types.entries())
      await store.append('a', 'any', [newEvent({ type, data: { n } })]);
    const some = listening(store, { types: ['A.B', '(A)+', 'Chi bộ'] });
    await until('it has caught up', () => some.last()?.kind === 'caughtUp');
    expect(some.numbers()).toEqual([0, 2, 4]);
  });
});

describe('a slow consumer (18)', () => {
  it.each([
    ['all events', undefined],
    ['some types', ['RemarkRecorded', 'Other']],
  ])('of %s holds back the server, gets everything, hinders nobody', async (_what, types) => {
    const { double, store } = await given();
    const messages = store.subscribe(START, { batch: 10, types })[Symbol.asyncIterator]();
    expect((await messages.next()).value).toMatchObject({ kind: 'caughtUp' });
    const big = 'x'.repeat(2000);
    for (let n = 0; n < 40; n += 1)
      await store.append(
        `s${n}`,
        'none',
        upTo(50).map((i) => newEvent({ data: { n: n * 50 + i, big } })),
      );
    await until('the server waits', async () => {
      const before = double.stats.eventsSent;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return double.stats.eventsSent === before;
    });
    expect(double.stats.eventsSent).toBeLessThan(600);
    const quick = listening(store);
    await until('the quick one has all', () => quick.numbers().length === 2000);
    const slow: number[] = [];
    while (slow.length < 2000) {
      const { value } = await messages.next();
      if (value?.kind === 'events') slow.push(...numbersOf(value.events));
    }
    expect(slow).toEqual(upTo(2000));
    expect(double.stats.fellBehind).toBeGreaterThan(0);
    await messages.return?.();
  });
});

describe('a write at the very moment of going live (20)', () => {
  /** The same numbers for the same seed. */
  const numbersFrom = (seed: number) => () =>
    (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

  it.each([20_260_301, 7, 424_242])('is neither lost nor repeated, seed %i', async (seed) => {
    const { store } = await given();
    const random = numbersFrom(seed);
    let written = 0;
    for (let round = 0; round < 30; round += 1) {
      const types = random() < 0.5 ? undefined : ['RemarkRecorded'];
      const all = listening(store, { types, batch: 1 + Math.floor(random() * 40) });
      const count = 1 + Math.floor(random() * 3);
      for (let wait = Math.floor(random() * 12); wait > 0; wait -= 1) await turnOfTheLoop();
      await append(store, `s${round}`, 'none', written + 1, count);
      written += count;
      await until(`all ${written} came, seed ${seed}`, () => all.numbers().length >= written);
      expect(all.numbers()).toEqual(upTo(written));
      all.stop();
      await all.ended;
    }
  });
});

describe('positions have two halves', () => {
  it('of which the second tells the events of one old transaction apart', async () => {
    const { double, store } = await given();
    await append(store, 'a', 'none', 1, 3);
    const events = double.log.stream('a').map(({ stream: _, ...event }) => event);
    double.log.writeTransaction('old', events);
    const log = await wholeLog(store);
    expect(numbersOf(log)).toEqual([1, 2, 3, 1, 2, 3]);
    const old = log.filter(({ stream }) => stream === 'old');
    expect(new Set(old.map(({ position }) => position.split('/')[0])).size).toBe(1);
    for (const [index, { position }] of old.entries()) {
      const page = await store.readAll(position, { limit: 9 });
      expect(numbersOf(page.events)).toEqual([1, 2, 3].slice(index + 1));
      const rest = listening(store, {}, position);
      await until('it has caught up', () => rest.last()?.kind === 'caughtUp');
      expect(rest.numbers()).toEqual([1, 2, 3].slice(index + 1));
    }
  });
});

describe('what is not ours in the log', () => {
  it('passes by unseen where it is the server’s own', async () => {
    const { double, store } = await given();
    for (let n = 1; n <= 6; n += 1) {
      double.setMetadata(`s${n}`, { custom: n });
      await append(store, 'a', 'any', n);
      double.log.writeEpoch();
    }
    double.setMetadata('last', {});
    const pages: number[][] = [];
    let after: Position = START;
    for (let atEnd = false; !atEnd;) {
      const page = await store.readAll(after, { limit: 2 });
      pages.push(numbersOf(page.events));
      ({ next: after, atEnd } = page);
    }
    expect(pages).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(await store.head()).toBe((await store.read('a')).at(-1)?.position);
  });

  it('alarms where somebody else wrote it, and is no event of ours', async () => {
    const { double, store, alarms } = await given();
    await append(store, 'a', 'none', 1);
    double.log.write('a', [foreignEvent()]);
    const position = positionOf({
      commit: BigInt(double.log.events.at(-1)!.commit),
      prepare: BigInt(double.log.events.at(-1)!.prepare),
    });
    expect(numbersOf(await wholeLog(store))).toEqual([1]);
    expect(alarms).toEqual([{ code: 'LOG_FOREIGN_EVENT', stream: 'a', position }]);
    const all = listening(store);
    await until('it has caught up', () => all.last()?.kind === 'caughtUp');
    expect(all.numbers()).toEqual([1]);
    await expect(store.read('a')).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });
});
