import {
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  type Position,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { closeAll, event, given, noticed, until } from './double.rig.js';

afterEach(closeAll);

const many = (count: number, type = 'Opened') => Array.from({ length: count }, () => event(type));
const events = (notices: string[]) => notices.filter((notice) => /^[A-Z]/.test(notice));

async function write(client: EventStoreDBClient, stream: string, types: string[]) {
  await client.appendToStream(
    stream,
    types.map((type) => event(type)),
  );
}

describe('a subscription to $all', () => {
  it('is confirmed, gives what is there, says so, and gives what comes', async () => {
    const { client } = await given({ systemEvents: false });
    await write(client, 'room', ['One', 'Two']);
    const notices = noticed(client.subscribeToAll());
    await until('caught up', () => notices.includes('caughtUp'));
    await write(client, 'hall', ['Three']);
    await until('live', () => notices.includes('Three'));
    expect(notices).toEqual(['confirmed', 'One', 'Two', 'caughtUp', 'Three']);
  });

  it.each([
    ['a position, exclusive', 'position', ['Two', 'Three']],
    ['the end', END, ['Three']],
    ['the start', START, ['One', 'Two', 'Three']],
  ] as const)('from %s', async (_what, from, types) => {
    const { client, double } = await given({ systemEvents: false });
    await write(client, 'room', ['One', 'Two']);
    const first = BigInt(double.log.events[0]?.commit ?? 0);
    const fromPosition = from === 'position' ? { commit: first, prepare: first } : from;
    const notices = noticed(client.subscribeToAll({ fromPosition }));
    await until('caught up', () => notices.includes('caughtUp'));
    await write(client, 'hall', ['Three']);
    await until('live', () => notices.includes('Three'));
    expect(events(notices)).toEqual(types);
  });

  it('from between two records is refused', async () => {
    const { client } = await given();
    const notices = noticed(client.subscribeToAll({ fromPosition: { commit: 7n, prepare: 7n } }));
    await until('an error', () => notices.some((notice) => notice.startsWith('error')));
    expect(notices).toEqual(['confirmed', 'error unknown']);
  });

  it('from beyond the head stays silent until the log has grown past it', async () => {
    const { client, double } = await given();
    const place = BigInt(double.log.head + 500);
    const fromPosition = { commit: place, prepare: place };
    const notices = noticed(client.subscribeToAll({ fromPosition }));
    await until('caught up', () => notices.includes('caughtUp'));
    for (const type of ['Lost', 'Lost', 'Lost']) await write(client, type.repeat(50), [type]);
    await write(client, 'room', ['Found']);
    await until('the first one after it', () => notices.includes('Found'));
    expect(notices).toEqual(['confirmed', 'caughtUp', 'Lost', 'Found']);
  });

  it.each([
    ['prefixes of types', eventTypeFilter({ prefixes: ['On', 'Th'] }), ['One', 'Three']],
    ['a pattern of types', eventTypeFilter({ regex: '^T' }), ['Two', 'Three']],
    ['prefixes of streams', streamNameFilter({ prefixes: ['hall'] }), ['Three']],
    ['a pattern of streams', streamNameFilter({ regex: 'o+m' }), ['One', 'Two']],
    ['everything but system events', excludeSystemEvents(), ['One', 'Two', 'Three']],
  ])('filters by %s, what is there and what comes', async (_what, filter, types) => {
    const { client, double } = await given();
    await write(client, 'room', ['One', 'Two']);
    await write(client, 'hall', ['Three']);
    const notices = noticed(client.subscribeToAll({ filter }));
    await until('caught up', () => notices.includes('caughtUp'));
    await write(client, 'hall', ['Three']);
    await write(client, 'room', ['One', 'Two']);
    const searched = double.log.events.length;
    await until('all searched', () => double.stats.eventsSearched === searched);
    await until('all sent', () => double.stats.eventsSent === events(notices).length);
    expect(events(notices).toSorted()).toEqual([...types, ...types].toSorted());
  });

  it('lives on while a slow reader is served by reading the log again', async () => {
    const { client, double } = await given({ liveBuffer: 8 });
    const notices = noticed(client.subscribeToAll({ filter: excludeSystemEvents() }));
    await until('caught up', () => notices.includes('caughtUp'));
    for (let round = 0; round < 5; round += 1) await client.appendToStream('room', many(100));
    await until('all of them', () => events(notices).length === 500);
    expect(double.stats.fellBehind).toBeGreaterThan(0);
    expect(notices.filter((notice) => notice === 'caughtUp').length).toBeGreaterThan(1);
  });

  it('does not hear of a truncation, and misses what takes the lost places', async () => {
    const { client, double } = await given();
    await write(client, 'room', ['One', 'Two']);
    const kept = double.log.events.at(-2);
    const notices = noticed(client.subscribeToAll({ filter: excludeSystemEvents() }));
    await until('caught up', () => notices.includes('caughtUp'));
    double.log.truncateAfter(kept ?? { commit: 0, prepare: 0 });
    await write(client, 'room', ['New']);
    await write(client, 'room', ['Next']);
    await until('the next', () => notices.includes('Next'));
    expect(events(notices)).toEqual(['One', 'Two', 'Next']);
  });
});

describe('checkpoints of a filtered subscription', () => {
  async function checkpointsOf(count: number, window: number, checkpointInterval: number) {
    const { client, double } = await given({ systemEvents: false });
    await client.appendToStream('room', many(count, 'Other'));
    const places: Position[] = [];
    const filter = eventTypeFilter({
      prefixes: ['Wanted'],
      maxSearchWindow: window,
      checkpointInterval,
      checkpointReached: async (_subscription, place) => {
        places.push(place);
        await Promise.resolve();
      },
    });
    const notices = noticed(client.subscribeToAll({ filter }));
    await until('caught up', () => notices.includes('caughtUp'));
    return { client, double, places, notices, filter };
  }

  it.each([
    [100, 10, 1, 9],
    [100, 10, 5, 2],
    [100, 50, 1, 1],
    [5, 32, 1, 1],
  ])('%i events, window %i × %i: %i', async (count, window, interval, checkpoints) => {
    const { places, double } = await checkpointsOf(count, window, interval);
    expect([places.length, double.stats.checkpointsSent]).toEqual([checkpoints, checkpoints]);
    expect(
      places.every((place, n) => n === 0 || place.commit > (places[n - 1]?.commit ?? 0n)),
    ).toBe(true);
  });

  it('need not be positions of events, and can be subscribed from', async () => {
    const { places, client, filter, double } = await checkpointsOf(100, 10, 1);
    const last = places.at(-1) ?? { commit: 0n, prepare: 0n };
    expect(last.prepare).not.toBe(last.commit);
    expect(last.commit).toBeLessThan(BigInt(double.log.head));
    const notices = noticed(client.subscribeToAll({ fromPosition: last, filter }));
    await until('caught up', () => notices.includes('caughtUp'));
    expect(notices).toEqual(['confirmed', 'caughtUp']);
  });

  it('come at the end of an interval of live events too', async () => {
    const { places, client, double } = await checkpointsOf(5, 10, 2);
    await client.appendToStream('room', many(60, 'Other'));
    await until('three more', () => places.length === 4);
    const ends = double.log.events.filter((_, n) => n === 24 || n === 44 || n === 64);
    expect(places.slice(1).map(({ commit }) => Number(commit))).toEqual(
      ends.map(({ commit }) => commit),
    );
  });
});

describe('a subscription to a stream', () => {
  it('starts after its revision and follows what comes', async () => {
    const { client } = await given();
    await write(client, 'room', ['One', 'Two']);
    const subscription = client.subscribeToStream('room', { fromRevision: 0n });
    const types: string[] = [];
    subscription.on('data', ({ event: read }) => types.push(read?.type ?? ''));
    await until('the one there', () => types.length === 1);
    await write(client, 'hall', ['Else']);
    await write(client, 'room', ['Three']);
    await until('the next', () => types.length === 2);
    expect(types).toEqual(['Two', 'Three']);
  });

  it('to a tombstoned stream is refused', async () => {
    const { client } = await given();
    await client.tombstoneStream('room');
    const subscription = client.subscribeToStream('room');
    const problem = new Promise((resolve) => subscription.on('error', resolve));
    await expect(problem).resolves.toMatchObject({ type: 'stream-deleted' });
  });
});

it('counts who is subscribed', async () => {
  const { client, double } = await given();
  const subscription = client.subscribeToAll();
  noticed(subscription);
  await until('subscribed', () => double.stats.subscribers === 1);
  await subscription.unsubscribe();
  await until('gone', () => double.stats.subscribers === 0);
  expect(double.stats.calls.subscribe).toBe(1);
});
