import { type EventStore, memoryEventStore, type StoredEvent, StoreError } from '#libs/event-store';
import { LogTail } from './log-tail.js';
import { commandOn, engineOn, MIDDAY } from './testing/index.js';

/** A store whose subscription stands still, breaks, or jumps, and whose head can be unreachable. */
function troubledStore() {
  const inner = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
  const trouble = { stalled: false, headless: false, breaks: [] as string[], subscribed: 0 };
  const gates: (() => void)[] = [];
  const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
    head: () =>
      trouble.headless ? Promise.reject(new StoreError('STORE_UNAVAILABLE', 'away')) : inner.head(),
    async *subscribe(...args: Parameters<EventStore['subscribe']>) {
      trouble.subscribed += 1;
      for await (const message of inner.subscribe(...args)) {
        if (trouble.stalled) await new Promise<void>((resolve) => gates.push(resolve));
        const code = trouble.breaks.shift();
        if (code !== undefined) throw new StoreError(code as 'STORE_AHEAD', 'broken');
        yield message;
      }
    },
  });
  const goOn = () => {
    trouble.stalled = false;
    for (const open of gates.splice(0)) open();
  };
  return { inner, store, trouble, goOn };
}

const setUp = () => {
  const { inner, store, trouble, goOn } = troubledStore();
  let nowMs = 0;
  const rests: (() => void)[] = [];
  const told: StoredEvent[] = [];
  const failures: unknown[] = [];
  let forgotten = 0;
  const tail = new LogTail({
    store,
    listener: {
      learn: (events) => void told.push(...events),
      forget: () => void (forgotten += 1),
    },
    elapsedMs: () => nowMs,
    onFailure: (error) => failures.push(error),
    rest: (_ms, signal) =>
      new Promise<void>((resolve) => {
        rests.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...{ tail, store, trouble, goOn, told, failures, settle },
    engine: engineOn({ store: inner }).engine,
    forgotten: () => forgotten,
    /** Time goes on, and every rest is over. */
    passes: async (ms: number) => {
      nowMs += ms;
      for (const end of rests.splice(0)) end();
      await settle();
    },
  };
};
let key = 0;
const ask = () => {
  key += 1;
  return commandOn('errand', `e${key}`, 'ask', { unitId: 'kp4', effort: 3 }, 'ha');
};

describe('the follower of the log', () => {
  it('is fresh once it has begun, and tells what comes, not what was', async () => {
    const { tail, engine, told, settle, forgotten } = setUp();
    await engine.execute(ask());
    expect(tail.isFresh()).toBe(false);
    tail.start();
    tail.start();
    await settle();
    expect(tail.isFresh()).toBe(true);
    expect(forgotten()).toBe(1);
    await engine.execute(ask());
    await settle();
    expect(told.map(({ type }) => type)).toEqual(['ErrandAsked']);
    await tail.stop();
    expect(tail.isFresh()).toBe(false);
  });

  it('stays fresh as long as looks at the head succeed', async () => {
    const { tail, passes, settle, engine } = setUp();
    tail.start();
    await settle();
    for (let turn = 0; turn < 8; turn += 1) {
      await passes(250);
      if (turn % 2 === 0) await engine.execute(ask());
      await settle();
      expect(tail.isFresh()).toBe(true);
    }
    await tail.stop();
  });

  it('is not fresh while its subscription stands still, though heads are seen', async () => {
    const { tail, passes, settle, engine, trouble, goOn, told } = setUp();
    tail.start();
    await settle();
    trouble.stalled = true;
    await engine.execute(ask());
    await settle();
    // The last look that everything was told of is still young.
    expect(tail.isFresh()).toBe(true);
    for (let turn = 0; turn < 4; turn += 1) await passes(250);
    expect(tail.isFresh()).toBe(true);
    await passes(1);
    expect(tail.isFresh()).toBe(false);
    expect(told).toEqual([]);
    goOn();
    await settle();
    expect(told).toHaveLength(1);
    expect(tail.isFresh()).toBe(true);
    await tail.stop();
  });

  it('is not fresh when nobody answers where the head is, and says so', async () => {
    const { tail, passes, settle, trouble, failures } = setUp();
    tail.start();
    await settle();
    trouble.headless = true;
    for (let turn = 0; turn < 4; turn += 1) await passes(250);
    await passes(1);
    expect(tail.isFresh()).toBe(false);
    expect(failures[0]).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    trouble.headless = false;
    await passes(250);
    await passes(250);
    expect(tail.isFresh()).toBe(true);
    await tail.stop();
  });

  it('says when it has told what somebody waits for, or that time is over', async () => {
    const { tail, settle, engine, store, trouble, goOn, passes } = setUp();
    tail.start();
    await settle();
    expect(await tail.reached(await store.head(), 1_000)).toBe(true);
    trouble.stalled = true;
    await engine.execute(ask());
    const head = await store.head();
    const waits = tail.reached(head, 1_000);
    const waitsLess = tail.reached(head, 10);
    await passes(10);
    expect([await waitsLess, await waits]).toEqual([false, false]);
    const waitsOn = tail.reached(head, 1_000);
    goOn();
    expect(await waitsOn).toBe(true);
    await tail.stop();
  });

  it('subscribes again where it was, and misses nothing', async () => {
    const { tail, passes, settle, trouble, engine, told, forgotten } = setUp();
    tail.start();
    await settle();
    trouble.breaks.push('STORE_UNAVAILABLE');
    await engine.execute(ask());
    await engine.execute(ask());
    await settle();
    expect(told).toEqual([]);
    await passes(50);
    expect(told).toHaveLength(2);
    expect([trouble.subscribed, forgotten()]).toEqual([2, 1]);
    await tail.stop();
  });

  it('begins anew, with nothing remembered, when the log is not the one it knew', async () => {
    const { tail, passes, settle, trouble, engine, forgotten } = setUp();
    tail.start();
    await settle();
    trouble.breaks.push('STORE_AHEAD');
    await engine.execute(ask());
    await settle();
    expect(tail.isFresh()).toBe(false);
    expect(tail.position).toBeUndefined();
    await passes(250);
    expect(tail.isFresh()).toBe(true);
    expect(forgotten()).toBe(2);
    await tail.stop();
  });
});

it('two processes that follow know of each other', async () => {
  const { engine: a, store } = engineOn();
  const tails: LogTail[] = [];
  const b = engineOn({ store, isFresh: () => tails[0]!.isFresh() }).engine;
  const tail = new LogTail({ store, listener: b, elapsedMs: () => performance.now() });
  tails.push(tail);
  tail.start();
  await a.execute(commandOn('errand', 'one', 'ask', { unitId: 'kp4', effort: 3 }, 'ha'));
  expect(await b.instance('errand', 'one')).toMatchObject({ revision: 0 });
  await a.execute(commandOn('errand', 'one', 'take', {}, 'khai'));
  while ((tail.position ?? '') < (await store.head())) await new Promise(setImmediate);
  expect(await b.instance('errand', 'one')).toMatchObject({ revision: 1, stateName: 'taken' });
  await tail.stop();
});
