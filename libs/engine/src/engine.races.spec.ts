import { type EventStore, memoryEventStore, plainEvent } from '#libs/event-store';
import { fold } from '#libs/kernel';
import { errand } from '#libs/kernel/testing';
import type { Outcome } from './command-request.js';
import { commandOn, engineOn } from './testing/index.js';

const ask = (id: string, key: string) =>
  commandOn('errand', id, 'ask', { unitId: 'kp4', effort: 3 }, 'ha', { commandId: key });
const note = (key: string) =>
  commandOn('errand', 'one', 'note', {}, { id: 'engine', kind: 'system' }, { commandId: key });
const take = (key: string, actor: string, expectedRevision?: number) =>
  commandOn('errand', 'one', 'take', {}, actor, { commandId: key, expectedRevision });

const countsOf = (outcomes: readonly Outcome[]) => ({
  accepted: outcomes.filter(({ kind }) => kind === 'accepted').length,
  conflict: outcomes.filter(({ kind }) => kind === 'conflict').length,
  refused: outcomes.filter(({ kind }) => kind === 'refused').length,
});
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A store whose appends wait before, and whose reads wait after, until a test lets them go. */
function heldStore() {
  const inner = memoryEventStore({ clock: () => 0 });
  const holding = { read: false, append: false };
  const waiting: Record<keyof typeof holding, (() => void)[]> = { read: [], append: [] };
  const pass = (what: keyof typeof holding): Promise<void> | undefined =>
    holding[what] ? new Promise<void>((resolve) => waiting[what].push(resolve)) : undefined;
  const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
    append: async (...args: Parameters<EventStore['append']>) => {
      await pass('append');
      return inner.append(...args);
    },
    read: async (stream: string, from?: number) => {
      const answer = await inner.read(stream, from);
      await pass('read');
      return answer;
    },
  });
  const letGo = (what: keyof typeof holding) => {
    holding[what] = false;
    for (const resolve of waiting[what]) resolve();
  };
  return { store, holding, letGo };
}
/** Lets everything happen that waits for nothing but its turn. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('two creators of one stream', () => {
  it('one wins, the other is told of the conflict', async () => {
    const { engine } = engineOn();
    const outcomes = await Promise.all([
      engine.execute(ask('one', 'a')),
      engine.execute(ask('one', 'b')),
    ]);
    expect(countsOf(outcomes)).toEqual({ accepted: 1, conflict: 1, refused: 0 });
    expect(outcomes).toContainEqual({ kind: 'conflict', revision: 0, state: 'open' });
  });

  it('also when they are two processes', async () => {
    const { engine, store } = engineOn();
    const other = engineOn({ store }).engine;
    const outcomes = await Promise.all([
      engine.execute(ask('one', 'a')),
      other.execute(ask('one', 'b')),
    ]);
    expect(countsOf(outcomes)).toEqual({ accepted: 1, conflict: 1, refused: 0 });
    expect(await store.read('errand-one')).toHaveLength(1);
  });

  it('with the same key both get the first outcome', async () => {
    const { engine, store } = engineOn();
    const other = engineOn({ store }).engine;
    const command = ask('one', 'a');
    const outcomes = await Promise.all(
      [engine, engine, other, other].map((one) => one.execute(command)),
    );
    expect(countsOf(outcomes)).toEqual({ accepted: 4, conflict: 0, refused: 0 });
    expect(outcomes.filter((one) => one.kind === 'accepted' && !one.repeated)).toHaveLength(1);
    expect(new Set(outcomes.map((one) => one.kind === 'accepted' && one.position)).size).toBe(1);
    expect(await store.read('errand-one')).toHaveLength(1);
  });
});

describe('many at once', () => {
  it.each([64, 1000])('%i on different streams: all accepted', async (count) => {
    const { engine, store } = engineOn();
    const outcomes = await Promise.all(
      numbers(count).map((n) => engine.execute(ask(`errand-${n}`, `key-${n}`))),
    );
    expect(countsOf(outcomes)).toEqual({ accepted: count, conflict: 0, refused: 0 });
    expect((await store.readAll('' as never, { limit: 2000 })).events).toHaveLength(count);
  });

  it('64 on one stream that saw the same revision: exactly one', async () => {
    const { engine, store } = engineOn();
    await engine.execute(ask('one', 'ask'));
    const outcomes = await Promise.all(
      numbers(64).map((n) => engine.execute(take(`take-${n}`, `member-${n}`, 0))),
    );
    expect(countsOf(outcomes)).toEqual({ accepted: 1, conflict: 63, refused: 0 });
    expect(await store.read('errand-one')).toHaveLength(2);
  });

  it('takes no offence at a revision seen long ago where order does not matter', async () => {
    const { engine } = engineOn();
    await engine.execute(ask('one', 'ask'));
    await engine.execute(note('first'));
    const stale = { ...note('second'), expectedRevision: 0 };
    expect(await engine.execute(stale)).toMatchObject({ kind: 'accepted', revision: 2 });
  });

  it.each([1, 3])(
    '64 whose order does not matter, from %i processes: all accepted',
    async (many) => {
      const { engine, store } = engineOn();
      await engine.execute(ask('one', 'ask'));
      const engines = numbers(many).map(() => engineOn({ store }).engine);
      const outcomes = await Promise.all(
        numbers(64).map((n) => engines[n % many]!.execute(note(`note-${n}`))),
      );
      expect(countsOf(outcomes)).toEqual({ accepted: 64, conflict: 0, refused: 0 });
      expect(await engine.loadState('errand', 'one')).toBeDefined();
      const facts = (await store.read('errand-one')).map(plainEvent);
      expect(fold(errand, 'one', facts).state).toMatchObject({ notes: 64 });
    },
  );
});

describe('what another process wrote', () => {
  it('is met by a conflict first, and known from then on', async () => {
    const { engine, store } = engineOn();
    const other = engineOn({ store }).engine;
    await engine.execute(ask('one', 'ask'));
    await other.execute(take('take', 'khai'));
    expect(await engine.execute(take('late', 'lan'))).toEqual({
      kind: 'conflict',
      revision: 1,
      state: 'taken',
    });
    expect(await engine.execute(take('later', 'lan'))).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'WRONG_STATE' }],
    });
  });

  it('is merged silently when order does not matter', async () => {
    const { engine, store } = engineOn();
    const other = engineOn({ store }).engine;
    await engine.execute(ask('one', 'ask'));
    await other.execute(note('theirs'));
    expect(await engine.execute(note('ours'))).toMatchObject({ kind: 'accepted', revision: 2 });
  });

  it('includes our own command whose answer was lost', async () => {
    const { engine, store } = engineOn();
    const other = engineOn({ store }).engine;
    await engine.execute(ask('one', 'ask'));
    const lost = await other.execute(take('take', 'khai'));
    expect(await engine.execute(take('take', 'khai'))).toEqual({ ...lost, repeated: true });
  });
});

describe('the cache', () => {
  it('holds the same as the log, also under pressure', async () => {
    const { engine, store } = engineOn({ cached: 4 });
    await Promise.all(numbers(40).map((n) => engine.execute(ask(`e${n}`, `ask-${n}`))));
    await Promise.all(
      numbers(40).map((n) =>
        engine.execute(commandOn('errand', `e${n}`, 'take', {}, `member-${n}`)),
      ),
    );
    for (const n of numbers(40)) {
      const facts = (await store.read(`errand-e${n}`)).map(plainEvent);
      expect(facts).toHaveLength(2);
      expect(await engine.instance('errand', `e${n}`)).toEqual(fold(errand, `e${n}`, facts));
    }
  });

  it('is bounded: what was not used for long is read again', async () => {
    const { store } = heldStore();
    const reads: string[] = [];
    const read = store.read.bind(store);
    store.read = (stream, from) => {
      reads.push(stream);
      return read(stream, from);
    };
    const { engine } = engineOn({ store, cached: 8 });
    for (const n of numbers(100)) await engine.instance('errand', `e${n}`);
    expect(reads).toHaveLength(100);
    await engine.instance('errand', 'e99');
    expect(reads).toHaveLength(100);
    for (const n of numbers(100)) await engine.instance('errand', `e${n}`);
    expect(reads.length).toBeGreaterThanOrEqual(192);
  });

  it('does not keep a copy that was read before what was then written', async () => {
    const { store, holding, letGo } = heldStore();
    const { engine } = engineOn({ store, cached: 2 });
    holding.append = true;
    const writing = engine.execute(ask('one', 'ask'));
    await settle();
    // Others push the stream out of memory; it is read again, and the answer is slow to come.
    for (const n of numbers(6)) await engine.instance('errand', `other-${n}`);
    holding.read = true;
    const reading = engine.instance('errand', 'one');
    await settle();
    letGo('append');
    expect(await writing).toMatchObject({ kind: 'accepted', revision: 0 });
    letGo('read');
    await reading;
    await settle();
    expect(await engine.instance('errand', 'one')).toMatchObject({
      revision: 0,
      stateName: 'open',
    });
    expect(await engine.execute(take('take', 'khai'))).toMatchObject({ kind: 'accepted' });
  });
});
