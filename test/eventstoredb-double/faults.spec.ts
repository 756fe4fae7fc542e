import { type EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';
import { clientOf, closeAll, event, given, listOf, noticed, until } from './double.rig.js';
import { type Fault, startDouble } from './index.js';

afterEach(closeAll);

const append = (client: EventStoreDBClient, stream = 'room') =>
  client.appendToStream(stream, event('Opened', 'a'), { expectedRevision: 'no_stream' });

/** The client's own word for what went wrong, else the server's text. */
function typeOf(problem: unknown): string {
  const { type, message } = problem as { type?: string; message: string };
  return type === undefined || type === 'unknown' ? message : type;
}

describe.each([
  ['in a batch call', true],
  ['with a call of its own', false],
])('a disturbed append %s', (_way, batch) => {
  const pick = (inBatch: string, alone: string) => (batch ? inBatch : alone);

  it.each<[string, Fault, string, boolean]>([
    ['reply lost', { kind: 'dropReply' }, 'silence', true],
    ['connection lost', { kind: 'dropReply', how: 'broken' }, 'unavailable', true],
    ['unavailable', { kind: 'unavailable' }, 'unavailable', false],
    [
      'not ready',
      { kind: 'notReady' },
      pick('Could not recognize Server Is Not Ready', 'unavailable'),
      false,
    ],
    [
      'too busy',
      { kind: 'tooBusy' },
      pick('Could not recognize Server Is Busy', 'unavailable'),
      false,
    ],
    ['timed out', { kind: 'timeout' }, pick('deadline-exceeded', 'timeout'), false],
    [
      'timed out, but written',
      { kind: 'timeout', committed: true },
      pick('deadline-exceeded', 'timeout'),
      true,
    ],
    ['hanging', { kind: 'hang' }, 'silence', false],
    ['delayed', { kind: 'delay', ms: 60_000 }, 'silence', true],
    ['denied', { kind: 'denied' }, 'access-denied', false],
    ['tombstoned', { kind: 'deleted' }, 'stream-deleted', false],
    [
      'no leader known',
      { kind: 'notLeader' },
      pick(
        'Could not recognize No leader info available in response',
        '2 UNKNOWN: No leader info available in response',
      ),
      false,
    ],
    ['leader elsewhere', { kind: 'notLeader', port: 1 }, 'not-leader', false],
  ])('%s', async (_what, fault, expected, written) => {
    const { double, client } = await given({ batch });
    await append(client, 'warm');
    double.faults.raise({ ...fault, times: 1 });
    const ending = append(client).then(() => 'ok', typeOf);
    if (expected === 'silence') {
      await until('it arrived', () => double.faults.inForce.length === 0);
      await listOf(client.readAll({ maxCount: 1 }));
      expect(await Promise.race([ending, Promise.resolve('silence')])).toBe('silence');
    } else {
      expect(await ending).toBe(expected);
    }
    expect(double.log.stream('room')).toHaveLength(written ? 1 : 0);
    expect(double.faults.inForce).toEqual([]);
    // The same append again, by a client that knows nothing of what happened, always succeeds.
    expect(await append(clientOf(double.url))).toMatchObject({ nextExpectedRevision: 0n });
    expect(double.log.stream('room')).toHaveLength(1);
  });

  it('names the leader in its trailers', async () => {
    const { double, client } = await given({ batch });
    double.faults.notLeader({ host: 'elsewhere', port: 2113, times: 1 });
    await expect(append(client)).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: 'elsewhere', port: 2113 },
    });
  });

  it('is answered late when its answer is held back', async () => {
    const { double, client } = await given({ batch });
    const release = double.faults.hold();
    const appending = append(client);
    await until('written', () => double.log.stream('room').length === 1);
    release();
    expect(await appending).toMatchObject({ success: true });
  });
});

describe('a fault', () => {
  it('lasts for its number of calls, for its kind of call, for its stream', async () => {
    const { double, client } = await given();
    double.faults.unavailable({ times: 2, on: ['read'], stream: 'room' });
    await append(client);
    await append(client, 'hall');
    await listOf(client.readStream('hall'));
    for (let call = 0; call < 2; call += 1) {
      await expect(listOf(clientOf(double.url).readStream('room'))).rejects.toMatchObject({
        type: 'unavailable',
      });
    }
    expect(await listOf(clientOf(double.url).readStream('room'))).toHaveLength(1);
  });

  it('without a number lasts until it is cleared', async () => {
    const { double, client } = await given({ batch: false });
    const clear = double.faults.denied({});
    for (let call = 0; call < 3; call += 1) {
      await expect(append(client)).rejects.toMatchObject({ type: 'access-denied' });
    }
    clear();
    await append(client);
    double.faults.denied({});
    double.faults.clear('denied');
    expect(double.faults.inForce).toEqual([]);
  });
});

describe('calls under way', () => {
  it('that are subscriptions can fall silent, and lose nothing by it', async () => {
    const { double, client } = await given({ liveBuffer: 2 });
    const notices = noticed(client.subscribeToAll({ filter: excludeSystemEvents() }));
    await until('caught up', () => notices.includes('caughtUp'));
    const speak = double.faults.mute();
    for (const stream of ['one', 'two', 'three', 'four']) await append(client, stream);
    expect(notices).toEqual(['confirmed', 'caughtUp']);
    speak();
    await until('all of it', () => notices.filter((notice) => notice === 'Opened').length === 4);
  });

  it('are all broken by a reset, on a connection that stays', async () => {
    const { double, client } = await given();
    const notices = noticed(client.subscribeToAll());
    await until('caught up', () => notices.includes('caughtUp'));
    double.faults.hang({ times: 1, on: ['batchAppend'] });
    const appending = expect(append(client)).rejects.toMatchObject({ type: 'unavailable' });
    await until('it arrived', () => double.stats.calls.batchAppend === 1);
    double.resetCalls();
    await appending;
    await until('the subscriber knows', () => notices.at(-1) === 'error unavailable');
  });

  it('and the server: stopped it refuses, started it has its port and log again', async () => {
    const { double, client } = await given();
    await append(client);
    const { port } = double;
    await double.stop();
    await expect(append(clientOf(double.url), 'hall')).rejects.toMatchObject({ code: 14 });
    await double.start();
    expect(double.port).toBe(port);
    expect(await listOf(clientOf(double.url).readStream('room'))).toHaveLength(1);
  });
});

describe('a truncated log', () => {
  it('has lost what came after, and writes to the same places again', async () => {
    const { double, client } = await given();
    await append(client);
    const kept = double.log.events.at(-1);
    const lost = await client.appendToStream('room', [event('Lost'), event('Lost')]);
    await client.tombstoneStream('hall');
    double.truncateAfter(kept ?? { commit: 0, prepare: 0 });
    const again = clientOf(double.url);
    expect(await listOf(again.readStream('room'))).toHaveLength(1);
    const anew = [event('Anew'), event('Anew')];
    const { position } = await again.appendToStream('room', anew, { expectedRevision: 0n });
    expect(position).toEqual(lost.position);
    expect(await append(again, 'hall')).toMatchObject({ nextExpectedRevision: 0n });
  });

  it('after a legacy transaction keeps the whole of it', async () => {
    const double = await startDouble({ systemEvents: false });
    const { id, type } = event();
    const proposed = { id, type, contentType: '', data: Buffer.from(''), custom: Buffer.from('') };
    const [written] = double.log.writeTransaction('room', [proposed]);
    const { head } = double.log;
    double.log.write('room', [proposed]);
    double.truncateAfter(written ?? { commit: 0, prepare: 0 });
    expect([double.log.head, double.log.events.length]).toEqual([head, 1]);
    await double.stop();
  });
});
