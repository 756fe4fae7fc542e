import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import { clientOf, closeAll, event, given, listOf, typesOf } from './double.rig.js';
import type { Double } from './index.js';

afterEach(closeAll);

/** Three events in two streams, and the metadata of one between them. */
async function house() {
  const { double, client } = await given({ systemEvents: false });
  await client.appendToStream('room', event('One'));
  await client.setStreamMetadata('room', { maxCount: 9 });
  await client.appendToStream('hall', [event('Two'), event('Three')]);
  return { double, client, places: double.log.events.map(({ commit }) => BigInt(commit)) };
}

const at = (place: bigint | undefined) => ({ commit: place ?? -1n, prepare: place ?? -1n });

describe('reading $all', () => {
  it('gives everything in order, the server’s own events among the rest', async () => {
    const { client } = await house();
    expect(await typesOf(client.readAll())).toEqual(['One', '$metadata', 'Two', 'Three']);
  });

  it('begins with what the server wrote for itself', async () => {
    const { client } = await given();
    const types = await typesOf(client.readAll());
    expect(new Set(types)).toEqual(new Set(['$UserCreated', '$User', '$metadata']));
  });

  it.each([
    ['forwards from the start', FORWARDS, START, 2, ['One', '$metadata']],
    ['forwards from the end', FORWARDS, END, 2, []],
    ['backwards from the end', BACKWARDS, END, 2, ['Three', 'Two']],
    ['backwards from the start', BACKWARDS, START, 2, []],
  ] as const)('%s', async (_what, direction, fromPosition, maxCount, types) => {
    const { client } = await house();
    expect(await typesOf(client.readAll({ direction, fromPosition, maxCount }))).toEqual(types);
  });

  it('forwards includes its position, backwards does not', async () => {
    const { client, places } = await house();
    const fromPosition = at(places[2]);
    expect(await typesOf(client.readAll({ fromPosition }))).toEqual(['Two', 'Three']);
    const back = client.readAll({ fromPosition, direction: BACKWARDS });
    expect(await typesOf(back)).toEqual(['$metadata', 'One']);
  });

  it('from between two records is refused, from beyond the head it is empty', async () => {
    const { client, places } = await house();
    const between = at((places[1] ?? 0n) + 1n);
    await expect(listOf(client.readAll({ fromPosition: between }))).rejects.toMatchObject({
      code: 3,
      message: expect.stringContaining('Trying to read from an invalid position.'),
    });
    expect(await listOf(client.readAll({ fromPosition: at(999_999n) }))).toEqual([]);
  });

  it('has strictly increasing positions with gaps, none of them 0', async () => {
    const { client, double, places } = await house();
    double.log.writeEpoch();
    await client.appendToStream('room', event('Four'));
    const last = BigInt(double.log.events.at(-1)?.commit ?? 0);
    expect(places.every((place, index) => place > (places[index - 1] ?? 0n))).toBe(true);
    expect(last - (places[3] ?? 0n)).toBeGreaterThan(156n);
  });

  it('shows a legacy transaction in the order of its commit', async () => {
    const { client, double } = await house();
    const proposed = ['Old', 'Older'].map((type) => {
      const { id } = event(type);
      return { id, type, contentType: 'application/json', data: Buffer.from('{}'), custom: NONE };
    });
    double.log.writeTransaction('attic', proposed);
    const [old, older] = (await listOf(client.readAll({ fromPosition: END, ...LAST_TWO })))
      .map(({ event: read }) => read?.position)
      .reverse();
    expect(old?.commit).toBe(older?.commit);
    expect(old?.prepare).toBeLessThan(older?.prepare ?? 0n);
    expect(older?.prepare).toBeLessThan(older?.commit ?? 0n);
    const after = client.readAll({ fromPosition: older ?? START });
    expect(await typesOf(after)).toEqual(['Older']);
  });
});

const NONE = new Uint8Array();
const LAST_TWO = { direction: BACKWARDS, maxCount: 2 } as const;

describe('reading a stream', () => {
  const numbers = async (double: Double, options: object) => {
    const read = await listOf(clientOf(double.url).readStream('room', options));
    return read.map(({ event: found }) => Number(found?.revision));
  };

  async function room(count: number) {
    const { double, client } = await given();
    await client.appendToStream(
      'room',
      Array.from({ length: count }, () => event()),
    );
    return { double, client };
  }

  it.each([
    ['all of it', {}, [0, 1, 2, 3, 4]],
    ['from a revision on, that one included', { fromRevision: 3n }, [3, 4]],
    ['a few', { fromRevision: 1n, maxCount: 2 }, [1, 2]],
    ['backwards', { direction: BACKWARDS, fromRevision: END, maxCount: 2 }, [4, 3]],
    ['backwards from a revision', { direction: BACKWARDS, fromRevision: 1n }, [1, 0]],
    ['backwards from far beyond', { direction: BACKWARDS, fromRevision: 99n, maxCount: 1 }, [4]],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
    ['from beyond its end', { fromRevision: 5n }, []],
  ])('%s', async (_what, options, revisions) => {
    const { double } = await room(5);
    expect(await numbers(double, options)).toEqual(revisions);
  });

  it.each([
    ['$maxCount', { $maxCount: 2 }, [3, 4]],
    ['$tb', { $tb: 4 }, [4]],
    ['the stricter of both', { $maxCount: 3, $tb: 1 }, [2, 3, 4]],
    ['$tb beyond the end', { $tb: 9 }, []],
    ['an access list', { $acl: { $w: 'app' } }, [0, 1, 2, 3, 4]],
  ])('hides what %s hides; $all still has it', async (_what, metadata, revisions) => {
    const { double, client } = await room(5);
    double.setMetadata('room', metadata);
    expect(await numbers(double, {})).toEqual(revisions);
    const all = await typesOf(client.readAll());
    expect(all.filter((type) => type === 'Opened')).toHaveLength(5);
  });

  it('hides what is older than $maxAge by the server’s clock', async () => {
    let now = 1_000_000;
    const { double, client } = await given({ clock: () => now });
    await client.appendToStream('room', event());
    now += 61_000;
    await client.appendToStream('room', event());
    double.setMetadata('room', { $maxAge: 60 });
    expect(await numbers(double, {})).toEqual([1]);
  });

  it.each([
    ['was never there', 'hall', 'stream-not-found'],
    ['is soft-deleted', 'deleted', 'stream-not-found'],
    ['is tombstoned', 'tombstoned', 'stream-deleted'],
  ])('that %s is an error of its own', async (_what, stream, type) => {
    const { client } = await given();
    await client.appendToStream('deleted', event());
    await client.deleteStream('deleted');
    await client.appendToStream('tombstoned', event());
    await client.tombstoneStream('tombstoned');
    await expect(listOf(client.readStream(stream))).rejects.toMatchObject({ type });
    expect(await typesOf(client.readAll())).toContain('$streamDeleted');
  });

  it('of metadata shows only the latest', async () => {
    const { client } = await room(1);
    await client.setStreamMetadata('room', { maxCount: 5 });
    await client.setStreamMetadata('room', { maxCount: 7, acl: { writeRoles: ['app'] } });
    expect(await listOf(client.readStream('$$room'))).toHaveLength(1);
    expect(await client.getStreamMetadata('room')).toMatchObject({
      metadata: { maxCount: 7, acl: { writeRoles: ['app'] } },
    });
  });
});

describe('ending a stream', () => {
  it.each(['deleteStream', 'tombstoneStream'] as const)('%s checks the revision', async (how) => {
    const { client } = await given();
    await client.appendToStream('room', event());
    await expect(client[how]('room', { expectedRevision: 5n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 5n,
      actualVersion: 0n,
    });
    const { position } = await client[how]('room', { expectedRevision: 0n });
    expect(position?.commit).toBeGreaterThan(0n);
    expect(position?.prepare).toBe(position?.commit);
  });
});
