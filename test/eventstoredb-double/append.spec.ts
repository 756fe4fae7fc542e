import { closeAll, event, given, listOf, typesOf, uuid } from './double.rig.js';

afterEach(closeAll);

type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

/** Both ways to append must follow the same rules; clients choose by the server's features. */
describe.each([
  ['in a batch call', true],
  ['with a call of its own', false],
])('an append %s', (_way, batch) => {
  /** A stream `room` with the events a, b, c at revisions 0, 1, 2. */
  async function room() {
    const { double, client } = await given({ batch });
    const events = ['a', 'b', 'c'].map((id) => event('Opened', id));
    const first = await client.appendToStream('room', events, { expectedRevision: 'no_stream' });
    const append = (ids: string, expectedRevision: Expected, stream = 'room') =>
      client.appendToStream(
        stream,
        [...ids].map((id) => event('Again', id)),
        { expectedRevision },
      );
    return { double, client, first, append };
  }

  it('at the expected revision is written, with the position of its last event', async () => {
    const { double, client, append } = await room();
    const { nextExpectedRevision, position } = await append('de', 2n);
    const all = await listOf(client.readStream('room'));
    expect(nextExpectedRevision).toBe(4n);
    expect(all.at(-1)?.event).toMatchObject({ id: uuid('e'), revision: 4n, position });
    expect(double.stats.calls).toMatchObject({
      batchAppend: batch ? 2 : 0,
      unaryAppend: batch ? 0 : 2,
    });
  });

  it.each<[string, string, Expected, bigint]>([
    ['all of it', 'abc', 'no_stream', 2n],
    ['its first events', 'ab', 'no_stream', 1n],
    ['from the middle', 'bc', 0n, 2n],
    ['under any', 'abc', 'any', 2n],
    ['under stream_exists', 'bc', 'stream_exists', 2n],
  ])('sent again (%s) is found, not written', async (_what, ids, expected, revision) => {
    const { double, client, append } = await room();
    const again = await append(ids, expected);
    const [at] = await listOf(client.readStream('room', { fromRevision: revision }));
    expect(again).toEqual({
      success: true,
      nextExpectedRevision: revision,
      position: at?.event?.position,
    });
    expect(double.log.stream('room')).toHaveLength(3);
  });

  it.each<[string, string, Expected]>([
    ['another first event', 'xbc', 'no_stream'],
    ['another later event', 'abx', 'no_stream'],
    ['more events than before', 'abcd', 'no_stream'],
    ['the same events elsewhere', 'abc', 0n],
    ['a revision ahead of the stream', 'd', 7n],
    ['nothing, behind the stream', '', 'no_stream'],
    ['known and unknown events under any', 'cx', 'any'],
  ])('with %s is refused', async (_what, ids, expected) => {
    const { double, append } = await room();
    await expect(append(ids, expected)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: 'room',
      expectedVersion: expected,
      actualVersion: 2n,
    });
    expect(double.log.stream('room')).toHaveLength(3);
  });

  it.each<[string, string, Expected, string, bigint]>([
    ['known ids at the expected revision', 'abc', 2n, 'room', 5n],
    ['known ids in another stream', 'abc', 'no_stream', 'hall', 2n],
    ['unknown ids under any', 'xy', 'any', 'room', 4n],
  ])('writes %s', async (_what, ids, expected, stream, revision) => {
    const { append } = await room();
    expect(await append(ids, expected, stream)).toMatchObject({ nextExpectedRevision: revision });
  });

  it('under any is written twice once its ids are forgotten, exactly expected never', async () => {
    const { double, append } = await room();
    double.log.recent.clear();
    expect(await append('abc', 'any')).toMatchObject({ nextExpectedRevision: 5n });
    double.log.recent.clear();
    expect(await append('abc', 'no_stream')).toMatchObject({ nextExpectedRevision: 2n });
  });

  it('of nothing is acknowledged at the expected revision, and nothing is written', async () => {
    const { double, append } = await room();
    const before = double.log.head;
    expect(await append('', 2n)).toEqual({
      success: true,
      nextExpectedRevision: 2n,
      position: undefined,
    });
    expect(double.log.head).toBe(before);
  });

  it('to a stream that is not there is refused under stream_exists', async () => {
    const { append } = await room();
    await expect(append('x', 'stream_exists', 'hall')).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 'no_stream',
    });
  });

  it('to a tombstoned stream is refused for ever, even sent again', async () => {
    const { client, append } = await room();
    await client.tombstoneStream('room', { expectedRevision: 2n });
    for (const expected of ['any', 'no_stream', 2n] as const) {
      await expect(append('abc', expected)).rejects.toMatchObject({
        type: 'stream-deleted',
        streamName: 'room',
      });
    }
  });

  it.each<[Expected]>([['no_stream'], ['any'], [2n]])(
    'reopens a soft-deleted stream under %s, numbering goes on',
    async (expected) => {
      const { client, append } = await room();
      await client.deleteStream('room', { expectedRevision: 2n });
      await expect(listOf(client.readStream('room'))).rejects.toMatchObject({
        type: 'stream-not-found',
      });
      expect(await append('x', expected)).toMatchObject({ nextExpectedRevision: 3n });
      const [only, ...more] = await listOf(client.readStream('room'));
      expect([only?.event?.revision, more]).toEqual([3n, []]);
    },
  );

  it('beyond the size of an append or of an event is refused whole', async () => {
    const { double, client } = await given({ batch, maxAppendBytes: 3000, maxEventBytes: 2000 });
    const sized = (bytes: number) => event('Opened', undefined, { text: 'x'.repeat(bytes) });
    await expect(client.appendToStream('room', [sized(1500), sized(1500)])).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 3000,
    });
    // The client has no name for an event that is too large.
    await expect(client.appendToStream('room', sized(2500))).rejects.toMatchObject({
      type: 'unknown',
      message: expect.stringMatching(/exceeds Maximum Append Event Size of 2000/),
    });
    expect(double.log.stream('room')).toEqual([]);
  });

  it('is readable in order, with the clock of the server', async () => {
    const { client } = await room();
    const events = await listOf(client.readStream('room'));
    expect(events.map(({ event: read }) => read?.created.getTime())).toEqual(
      Array(3).fill(1_700_000_000_000),
    );
    expect(await typesOf(client.readStream('room'))).toEqual(['Opened', 'Opened', 'Opened']);
  });
});

it('under any is found as long as the server remembers it, and no longer', async () => {
  const { double, client } = await given({ recentIds: 3 });
  const append = (id: string) =>
    client.appendToStream('room', event('Opened', id), { expectedRevision: 'any' });
  for (const id of ['a', 'b', 'c', 'a', 'd', 'b', 'a']) await append(id);
  const ids = double.log.stream('room').map(({ id }) => id);
  expect(ids).toEqual(['a', 'b', 'c', 'd', 'a'].map((letter) => uuid(letter)));
});

it('whose deadline has passed is answered as timed out, and not written', async () => {
  const { double, client } = await given();
  await client.appendToStream('warm', event());
  await expect(client.appendToStream('room', event(), { deadline: -1000 })).rejects.toMatchObject({
    type: 'deadline-exceeded',
  });
  expect(double.log.stream('room')).toEqual([]);
});

it('to a stream without a name, or to the metadata of no stream, is refused', async () => {
  const { client } = await given({ batch: false });
  for (const stream of ['', '$$']) {
    await expect(client.appendToStream(stream, event())).rejects.toMatchObject({ code: 3 });
  }
});
