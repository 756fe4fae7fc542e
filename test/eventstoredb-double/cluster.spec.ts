import {
  clientOf,
  closeAll,
  closeWith,
  event,
  given,
  listOf,
  noticed,
  until,
} from './double.rig.js';
import { type ClusterOptions, controlServer, startCluster } from './index.js';
import { startFrom } from './own-process.js';

afterEach(closeAll);

async function givenCluster(options: ClusterOptions = {}) {
  const cluster = await startCluster(options);
  closeWith(() => cluster.stop());
  const [first, second, third] = cluster.nodes;
  if (!first || !second || !third) throw new Error('three nodes expected');
  return { cluster, first, second, third };
}

describe('a cluster', () => {
  it.each(['url', 'discoverUrl'] as const)('is discovered by its %s', async (which) => {
    const { cluster, first, second } = await givenCluster();
    cluster.moveLeader(second);
    await clientOf(cluster[which]).appendToStream('room', event());
    expect(second.stats.calls.batchAppend).toBe(1);
    expect(first.stats.calls.batchAppend).toBe(0);
  });

  it('has one log; a follower passes writes on and answers reads', async () => {
    const { third, first } = await givenCluster();
    await clientOf(third.url).appendToStream('room', event());
    expect(await listOf(clientOf(first.url).readStream('room'))).toHaveLength(1);
    expect(third.stats.calls.batchAppend).toBe(1);
  });

  it.each([
    ['a follower asked for the leader', {}, true],
    ['a follower that passes nothing on', { forwards: false }, false],
    ['a read-only replica', { readOnlyReplicas: 1 }, false],
  ])('%s names the leader, and the client goes there', async (_what, options, requiresLeader) => {
    const { third, first } = await givenCluster(options);
    const client = clientOf(third.url);
    const append = () => client.appendToStream('room', event(), { requiresLeader });
    await expect(append()).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port: first.port },
    });
    // The client changes over on its own; until it has, it may say the same again.
    let written = false;
    for (let attempt = 0; attempt < 50 && !written; attempt += 1) {
      written = await append().then(
        () => true,
        () => false,
      );
    }
    expect([written, first.stats.calls.batchAppend]).toEqual([true, 1]);
  });

  it('without a leader is not ready', async () => {
    const { cluster, second } = await givenCluster({ batch: false });
    cluster.moveLeader(undefined);
    await expect(clientOf(second.url).appendToStream('room', event())).rejects.toMatchObject({
      type: 'unavailable',
    });
  });

  it('forgets ids written lately when the leader moves', async () => {
    const { cluster, first, second } = await givenCluster();
    const append = () =>
      clientOf(second.url).appendToStream('room', event('Opened', 'a'), {
        expectedRevision: 'any',
      });
    await append();
    await append();
    expect(first.log.stream('room')).toHaveLength(1);
    cluster.moveLeader(second);
    await append();
    expect(first.log.stream('room')).toHaveLength(2);
  });

  it('outlives a node: a subscription breaks, another node goes on', async () => {
    const { cluster, first, second } = await givenCluster();
    const client = clientOf(cluster.url);
    const notices = noticed(client.subscribeToAll());
    await until('caught up', () => notices.includes('caughtUp'));
    await first.stop();
    cluster.moveLeader(second);
    await until('broken', () => notices.some((notice) => notice.startsWith('error')));
    const again = noticed(clientOf(cluster.url).subscribeToAll());
    await until('caught up', () => again.includes('caughtUp'));
    expect(first.member('follower')).toMatchObject({ alive: false });
  });
});

describe('the control door', () => {
  async function givenDoor() {
    const { double, client } = await given({ batch: false });
    const door = await controlServer(double);
    closeWith(() => door.stop());
    const send = async (method: string, path: string, body?: unknown) => {
      const text = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${door.url}${path}`, { method, ...text });
      return { status: response.status, body: (await response.json()) as object };
    };
    return { double, client, send };
  }

  it('raises faults and clears them', async () => {
    const { client, send } = await givenDoor();
    await send('POST', '/faults', { kind: 'denied' });
    await expect(client.appendToStream('room', event())).rejects.toMatchObject({
      type: 'access-denied',
    });
    expect((await send('GET', '/faults')).body).toEqual([{ kind: 'denied' }]);
    await send('DELETE', '/faults');
    await client.appendToStream('room', event());
  });

  it('writes metadata and tombstones, changes settings, truncates, counts', async () => {
    const { double, send } = await givenDoor();
    const kept = double.log.events.at(-1);
    await send('POST', '/metadata', { stream: 'room', metadata: { $maxCount: 1 } });
    await send('POST', '/tombstone', { stream: 'hall' });
    await send('POST', '/settings', { user: 'app' });
    expect([double.log.isTombstoned('hall'), double.settings.user]).toEqual([true, 'app']);
    await send('POST', '/truncate', { commit: kept?.commit, prepare: kept?.prepare });
    const { body } = await send('GET', '/stats');
    expect(body).toMatchObject({ events: 5, head: double.log.head, eventsSent: 0 });
  });

  it('stops and starts the server', async () => {
    const { double, send } = await givenDoor();
    await send('POST', '/stop');
    expect(double.isRunning).toBe(false);
    await send('POST', '/start');
    expect(double.isRunning).toBe(true);
  });

  it('knows no other order', async () => {
    const { send } = await givenDoor();
    expect(await send('POST', '/dance')).toMatchObject({ status: 404 });
  });
});

it('a command line starts a double, its control door and its limits', async () => {
  const { lines, stop } = await startFrom(['--control', '0', '--max-append-bytes', '5']);
  closeWith(stop);
  const [url = '', door = ''] = lines;
  await expect(clientOf(url).appendToStream('room', event())).rejects.toMatchObject({
    type: 'maximum-append-size-exceeded',
  });
  const response = await fetch(`${door}/stats`);
  expect(await response.json()).toMatchObject({ calls: { batchAppend: 1 } });
});

it('a broken order of the control door is answered with its text', async () => {
  const { double } = await given();
  const door = await controlServer(double);
  closeWith(() => door.stop());
  const response = await fetch(`${door.url}/faults`, { method: 'POST', body: '{' });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ problem: expect.stringContaining('JSON') });
});
