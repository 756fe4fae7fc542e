import type {
  EventStore,
  Position,
  SubscribeOptions,
  SubscriptionMessage,
} from '#libs/event-store';
import { memoryRows, type MemoryRows } from './memory-rows.js';
import type { ProjectionRunner } from './runner.port.js';
import { projectionRunner } from './runner.js';
import { added, labelled, owners, totals } from './testing/counted.fixtures.js';
import { emptyLog, record } from './testing/recorded-log.js';

const TIMEOUT_MS = 5_000;
/** Sorts after every digit, and before the next event. */
const AN_ENTRY_LATER = '~';

const eventOf = (position: Position): Position => position.replace(AN_ENTRY_LATER, '') as Position;
const entryAfter = (position: Position): Position => `${position}${AN_ENTRY_LATER}` as Position;

/** A log that goes on, after its last event, with an entry that is no event. */
function logWithEntries() {
  const store = emptyLog();
  let pages = 0;
  async function* subscribe(
    after: Position,
    options?: SubscribeOptions,
  ): AsyncGenerator<SubscriptionMessage> {
    for await (const message of store.subscribe(eventOf(after), options)) {
      yield message;
      if (message.kind !== 'caughtUp') continue;
      yield { kind: 'checkpoint', next: entryAfter(await store.head()) };
    }
  }
  const log: EventStore = {
    append: store.append.bind(store),
    read: store.read.bind(store),
    head: store.head.bind(store),
    close: store.close.bind(store),
    async readAll(after, options) {
      pages += 1;
      const page = await store.readAll(eventOf(after), options);
      return page.next === eventOf(after) ? { ...page, next: after } : page;
    },
    isBeyondEnd: async (position) => position > entryAfter(await store.head()),
    subscribe,
  };
  return { log, pagesRead: () => pages };
}

describe('entries after the last event, which are no events', () => {
  let rows: MemoryRows;
  let runners: ProjectionRunner[];

  beforeEach(() => {
    rows = memoryRows();
    runners = [];
  });
  afterEach(() => Promise.all(runners.map((runner) => runner.stop())));

  const start = async (store: EventStore): Promise<ProjectionRunner> => {
    const projections = [totals(), owners()];
    const runner = projectionRunner({ store, rows, projections, owned: ['totals'] });
    runners.push(runner);
    await runner.start();
    return runner;
  };
  const stateOf = async (runner: ProjectionRunner, name: string) =>
    (await runner.status()).lines.find((line) => line.name === name);

  it('are no reason to take a view that has passed them for one ahead of the log', async () => {
    const { log } = logWithEntries();
    const head = await record(log, [added('a', 1)]);
    const first = await start(log);
    const entry = entryAfter(head);
    expect(await first.waitFor(['totals'], entry, TIMEOUT_MS)).toBe('reached');
    await first.stop();
    const second = await start(log);
    expect(await stateOf(second, 'totals')).toMatchObject({ position: entry });
    expect((await stateOf(second, 'totals'))?.state).not.toBe('ahead');
    const next = await record(log, [added('a', 2)]);
    expect(await second.waitFor(['totals'], next, TIMEOUT_MS)).toBe('reached');
    expect(rows.rows('total').map(({ amount }) => amount)).toEqual([3]);
  });

  it('do not keep one busy that has not passed them; it joins with the next event', async () => {
    const { log, pagesRead } = logWithEntries();
    const head = await record(log, [added('a', 1), labelled('a', 'x')]);
    const runner = await start(log);
    const entry = entryAfter(head);
    expect(await runner.waitFor(['totals'], entry, TIMEOUT_MS)).toBe('reached');
    await runner.adopt(['owners']);
    expect(await runner.waitFor(['owners'], head, TIMEOUT_MS)).toBe('reached');
    const before = pagesRead();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(pagesRead() - before).toBeLessThan(10);
    const next = await record(log, [added('a', 2)]);
    expect(await runner.waitFor(['totals', 'owners'], next, TIMEOUT_MS)).toBe('reached');
  });
});
