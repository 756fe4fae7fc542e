import { jest } from '@jest/globals';
import type { StoreError } from '#libs/event-store';
import { newEvent, newEvents, numbersOf, wholeLog } from '#libs/event-store/testing';
import { append, closeAll, given, givenCluster, storeOn, until, upTo } from './log-rig.fixtures.js';

afterEach(closeAll);
jest.setTimeout(60_000);

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error as StoreError).code,
  );

describe('an append whose outcome was not known', () => {
  it.each(['silent', 'broken'] as const)(
    'gives the first result when the reply is lost (%s), once in the log (10)',
    async (how) => {
      const { double, store } = await given();
      await append(store, 'a', 'none', 1);
      double.faults.dropReply({ times: 1, how });
      const answer = await append(store, 'a', 0, 2, 2);
      const events = await store.read('a');
      expect(numbersOf(events)).toEqual([1, 2, 3]);
      const { position, recordedAt } = events[2]!;
      expect(answer).toEqual({ kind: 'appended', revision: 2, position, recordedAt });
    },
  );

  it.each([
    ['before it is written', false],
    ['after it was written', true],
  ])('is written once when the server times out %s (9)', async (_when, committed) => {
    const { double, store } = await given();
    double.faults.timeout({ times: 2, committed });
    expect(await append(store, 'a', 'none', 1)).toMatchObject({ kind: 'appended', revision: 0 });
    expect(numbersOf(await wholeLog(store))).toEqual([1]);
  });

  it('sent 100 times, at once and over restarts, is written once (9)', async () => {
    const { double, store } = await given();
    await append(store, 'a', 'none', 1);
    const first = await append(store, 'a', 0, 2, 3);
    await append(store, 'a', 3, 5);
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(upTo(25).map(() => append(store, 'a', 0, 2, 3)));
      for (const answer of answers) expect(answer).toEqual(first);
      await double.restart();
    }
    expect(numbersOf(await wholeLog(store))).toEqual(upTo(5));
  });

  it('sent again by another process later gives the time of the first writing (10)', async () => {
    const { double, store } = await given();
    const first = await append(store, 'a', 'none', 1);
    const other = storeOn(double.url, { clock: () => Date.now() + 5000 }).store;
    await other.read('a');
    expect(await append(other, 'a', 'none', 1)).toEqual(first);
  });

  it.each([
    ['other content', [newEvent({ id: 'key/0', data: { n: 2 } })]],
    ['another sealed part', [newEvent({ id: 'key/0', sealed: { x: { of: 'm', value: 1 } } })]],
    ['more events', [newEvent({ id: 'key/0' }), newEvent({ id: 'key/1' })]],
    ['other later events', [newEvent({ id: 'key/0' }), newEvent({ id: 'other' })]],
  ])('under the same key with %s is a conflict; nothing is written (9)', async (_what, events) => {
    const { double, store } = await given();
    await store.append('a', 'none', [newEvent({ id: 'key/0' })]);
    const before = double.log.events.length;
    expect(await store.append('a', 'none', events)).toEqual({ kind: 'conflict', actual: 0 });
    expect(double.log.events).toHaveLength(before);
  });

  it('is the same append whatever its trace says (9)', async () => {
    const { store } = await given();
    const first = await store.append('a', 'none', [newEvent({ trace: '00-one-01' })]);
    expect(await store.append('a', 'none', [newEvent({ trace: '00-two-01' })])).toEqual(first);
  });

  it('at any revision is not written twice when the reply is lost (9)', async () => {
    const { double, store } = await given({ recentIds: 0 });
    await append(store, 'a', 'none', 1);
    double.faults.dropReply({ times: 1, how: 'broken' });
    expect(await append(store, 'a', 'any', 2)).toMatchObject({ revision: 1 });
    expect(numbersOf(await store.read('a'))).toEqual([1, 2]);
  });
});

describe('a log that does not answer (24)', () => {
  it('ends an append with an unknown outcome, which the same append settles', async () => {
    const { double, store } = await given({}, { deadlineMs: 100, giveUpMs: 400 });
    const clear = double.faults.dropReply({ how: 'silent' });
    expect(await codeOf(append(store, 'a', 'none', 1))).toBe('STORE_OUTCOME_UNKNOWN');
    clear();
    expect(await append(store, 'a', 'none', 1)).toMatchObject({ kind: 'appended', revision: 0 });
    expect(numbersOf(await wholeLog(store))).toEqual([1]);
  });

  it('ends every call in time when nothing is ever answered', async () => {
    const { double, store } = await given({}, { deadlineMs: 100, giveUpMs: 400 });
    await append(store, 'a', 'none', 1);
    const clear = double.faults.raise({ kind: 'hang' });
    const calls = [
      append(store, 'a', 0, 2),
      append(store, 'b', 'any', 3),
      store.read('a'),
      store.readAll('' as never, { limit: 10 }),
      store.head(),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual([
      'STORE_OUTCOME_UNKNOWN',
      'STORE_UNAVAILABLE',
      'STORE_UNAVAILABLE',
      'STORE_UNAVAILABLE',
      'STORE_UNAVAILABLE',
    ]);
    clear();
    expect(numbersOf(await store.read('a'))).toEqual([1]);
  });

  it('says that nothing was written while nobody is there, then goes on', async () => {
    const { double, store } = await given({}, { deadlineMs: 2000, giveUpMs: 2000 });
    await append(store, 'a', 'none', 1);
    await double.stop();
    await codeOf(append(store, 'a', 0, 9));
    await expect(append(store, 'a', 0, 2)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/nothing was written: ECONNREFUSED$/),
    });
    await double.start();
    await until('the log is back', async () => {
      const answer = await append(store, 'a', 0, 2).catch(() => undefined);
      return answer?.kind === 'appended';
    });
    expect(numbersOf(await wholeLog(store))).toEqual([1, 2]);
  });

  it('waits for a node that is not ready yet', async () => {
    const { double, store } = await given();
    double.faults.notReady({ times: 4 });
    expect(await append(store, 'a', 'none', 1)).toMatchObject({ kind: 'appended' });
    double.faults.tooBusy({ times: 4 });
    expect(numbersOf(await store.read('a'))).toEqual([1]);
  });
});

describe('many appends under way', () => {
  it('survive a call that breaks, each exactly once (22)', async () => {
    const { double, store } = await given();
    const release = double.faults.hold();
    const writing = Promise.all(upTo(200).map((n) => append(store, `s${n}`, 'none', n)));
    await until('all are written', () => double.log.streamNames().length > 200);
    double.resetCalls();
    release();
    expect((await writing).every(({ kind }) => kind === 'appended')).toBe(true);
    expect(numbersOf(await wholeLog(store)).sort((a, b) => a - b)).toEqual(upTo(200));
  });

  it('of one store survive the end of the connection of another', async () => {
    const [one, two] = [await given(), await given()];
    await append(one.store, 'a', 'none', 1);
    await append(two.store, 'a', 'none', 1);
    const release = one.double.faults.hold();
    const pending = append(one.store, 'a', 0, 2);
    await until('it is written', () => one.double.log.stream('a').length === 2);
    await two.double.stop();
    // The client forgets what was pending everywhere, and the first answer comes all the same.
    await until('it was sent again', () => one.double.stats.calls.batchAppend > 2);
    const other = append(two.store, 'a', 0, 2);
    release();
    expect(await pending).toMatchObject({ kind: 'appended', revision: 1 });
    await two.double.start();
    expect(await other).toMatchObject({ kind: 'appended', revision: 1 });
    expect(numbersOf(await wholeLog(one.store))).toEqual([1, 2]);
  });

  it('go on at the new leader, and a repeat is known there too (22, 23)', async () => {
    const cluster = await givenCluster();
    const { store } = storeOn(cluster.nodes[0]!.url);
    const writing = Promise.all(upTo(40).map((n) => append(store, `s${n}`, 'none', n)));
    const first = await append(store, 'a', 'none', 100);
    cluster.moveLeader(cluster.nodes[1]);
    const later = Promise.all(upTo(40).map((n) => append(store, `s${n}`, 0, n + 100)));
    expect((await writing).every(({ kind }) => kind === 'appended')).toBe(true);
    expect((await later).every(({ kind }) => kind === 'appended')).toBe(true);
    expect(await append(store, 'a', 'none', 100)).toEqual(first);
    expect(await wholeLog(store)).toHaveLength(81);
  });

  it('leave a node that takes nothing any more for the new leader (22, 23)', async () => {
    const cluster = await givenCluster();
    const { store } = storeOn(cluster.url, { giveUpMs: 60_000 });
    await append(store, 'a', 'none', 1);
    // Cut off from the others, it answers clients all the same, and never leads again.
    cluster.nodes[0]!.faults.notReady({ on: ['batchAppend'] });
    cluster.moveLeader(cluster.nodes[1]);
    expect(await append(store, 'a', 0, 2)).toMatchObject({ kind: 'appended', revision: 1 });
    expect(numbersOf(await wholeLog(store))).toEqual([1, 2]);
  });

  it('wait until a leader is found, which may be somebody new (22, 24)', async () => {
    const cluster = await givenCluster();
    const { store } = storeOn(cluster.url);
    await append(store, 'a', 'none', 1);
    await cluster.nodes[0]!.stop();
    cluster.moveLeader(undefined);
    const writing = append(store, 'a', 0, 2);
    setTimeout(() => cluster.moveLeader(cluster.nodes[2]), 300);
    expect(await writing).toMatchObject({ kind: 'appended', revision: 1 });
    expect(numbersOf(await wholeLog(store))).toEqual([1, 2]);
  });
});

describe('what is larger than the log takes (27)', () => {
  const sized = (bytes: number, n = 1) => newEvent({ data: { n, text: 'x'.repeat(bytes) } });

  it.each([
    ['a batch of one byte too many', 1024 * 1024, () => [sized(600_000), sized(448_577, 2)]],
    ['an event', 300, () => [sized(2000)]],
    ['10,000 events', 1024 * 1024, () => newEvents(10_000)],
  ])('%s: refused by name, nothing of it written', async (_what, maxAppendBytes, events) => {
    const { double, store } = await given({ maxAppendBytes }, { deadlineMs: 20_000 });
    expect(await codeOf(store.append('a', 'none', events()))).toBe('STORE_TOO_LARGE');
    expect(double.log.stream('a')).toEqual([]);
    expect(await store.append('a', 'none', [newEvent({ data: { n: 7 } })]).catch(String)).toEqual(
      maxAppendBytes > 1000 ? expect.objectContaining({ revision: 0 }) : expect.anything(),
    );
  });

  it('10,000 events are written where the log takes them', async () => {
    const { store } = await given({ maxAppendBytes: 256 * 1024 * 1024 }, { deadlineMs: 20_000 });
    const answer = await store.append('a', 'none', newEvents(10_000));
    expect(answer).toMatchObject({ kind: 'appended', revision: 9_999 });
    expect(await store.read('a')).toHaveLength(10_000);
  });

  it('an event no server takes is not sent: it would break the appends beside it', async () => {
    const { double, store } = await given();
    await append(store, 'a', 'none', 1);
    const { batchAppend } = double.stats.calls;
    expect(await codeOf(store.append('b', 'none', [sized(16 * 1024 * 1024)]))).toBe(
      'STORE_TOO_LARGE',
    );
    expect(double.stats.calls.batchAppend).toBe(batchAppend);
  });

  it('breaks the call of other appends, whose outcome is asked for again', async () => {
    const { double, store } = await given();
    const release = double.faults.hold();
    const writing = append(store, 'a', 'none', 1);
    await until('it is written', () => double.log.stream('a').length === 1);
    const text = 'Received message exceeds the maximum configured message size.';
    double.faults.unavailable({ times: 1, stream: 'b', text });
    const other = append(store, 'b', 'none', 2);
    await until('the call broke', () => double.faults.inForce.length === 1);
    release();
    expect(await writing).toMatchObject({ kind: 'appended', revision: 0 });
    expect(await other).toMatchObject({ kind: 'appended', revision: 0 });
    expect(numbersOf(await wholeLog(store))).toEqual([1, 2]);
  });

  it('quotes no content and no address in its errors', async () => {
    const { double, store } = await given();
    double.faults.denied();
    const error = await append(store, 'a', 'none', 1).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'STORE_DENIED' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toMatch(/127\.0\.0\.1|member|Remark/);
  });
});
