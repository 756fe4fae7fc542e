import { type EventStore, memoryEventStore, plainEvent, START } from '#libs/event-store';
import { fold } from '#libs/kernel';
import { errand } from '#libs/kernel/testing';
import { commandOn, engineOn, MIDDAY } from './testing/index.js';
import { actorOf, buildWorld, lossyStore, worldEngine } from './testing/index.js';

/** Two processes over one log: A writes, B has everything in memory. */
const ask = (id: string) =>
  commandOn('errand', id, 'ask', { unitId: 'kp4', effort: 3 }, 'ha', { commandId: `ask-${id}` });
const take = (actor: string) => commandOn('errand', 'one', 'take', {}, actor);
const note = (key: string) =>
  commandOn('errand', 'one', 'note', {}, { id: 'engine', kind: 'system' }, { commandId: key });
const all = async (store: EventStore) => (await store.readAll(START, { limit: 10_000 })).events;

/** Counts the reads of streams. */
const counted = (inner: EventStore) => {
  const reads: string[] = [];
  const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
    read: (stream: string, from?: number) => {
      reads.push(stream);
      return inner.read(stream, from);
    },
  });
  return { store, reads };
};

describe('an office revoked through another process', () => {
  const END = { on: '2026-03-10', decisionNo: '02-QĐ/TU', memberId: 'ha', office: 'secretary' };
  const revoke = commandOn('organisation', 'kp4', 'endOfficer', END, actorOf('system'));
  const endorse = commandOn('registration', 'lan-2026', 'endorse', {}, actorOf('ha'));
  let store: EventStore;

  beforeEach(async () => {
    store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
    await buildWorld(store);
  });
  const mayEndorse = async (engine: ReturnType<typeof worldEngine>) => {
    const next = await engine.nextActions('registration', 'lan-2026', actorOf('ha'));
    return next?.actions.find(({ command }) => command === 'endorse')?.allowed;
  };
  const revoked = async () => {
    const head = await store.head();
    expect(await worldEngine(store).execute(revoke)).toMatchObject({ kind: 'accepted' });
    return (await store.readAll(head, { limit: 100 })).events;
  };

  it('is known here once it was told', async () => {
    const engine = worldEngine(store, { isFresh: () => true });
    expect(await mayEndorse(engine)).toBe(true);
    const told = await revoked();
    expect(await mayEndorse(engine)).toBe(true);
    engine.learn(told);
    expect(await mayEndorse(engine)).toBe(false);
    expect(await engine.execute(endorse)).toMatchObject({
      kind: 'refused',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'NOT_HOLDER' })]) as unknown,
    });
  });

  it('is read where nobody can say that everything was told', async () => {
    let isFresh = true;
    const engine = worldEngine(store, { isFresh: () => isFresh });
    expect(await mayEndorse(engine)).toBe(true);
    await revoked();
    isFresh = false;
    expect(await engine.execute(endorse)).toMatchObject({ kind: 'refused' });
  });
});

describe('what others wrote', () => {
  it('brings copies up to where the log is', async () => {
    const { engine: a, store } = engineOn();
    const b = engineOn({ store, isFresh: () => true }).engine;
    await a.execute(ask('one'));
    await b.instance('errand', 'one');
    await a.execute(take('khai'));
    await a.execute(note('n1'));
    b.learn(await all(store));
    const facts = (await store.read('errand-one')).map(plainEvent);
    expect(await b.instance('errand', 'one')).toEqual(fold(errand, 'one', facts));
    // Nothing to conflict with: it was known.
    expect(await b.execute(take('lan'))).toMatchObject({ kind: 'refused' });
  });

  it('changes nothing when it was known, in whatever order it comes again', async () => {
    const { engine, store } = engineOn();
    await engine.execute(ask('one'));
    await engine.execute(take('khai'));
    const before = structuredClone((await engine.loadState('errand', 'one'))!);
    const events = await all(store);
    engine.learn(events.toReversed());
    engine.learn(events);
    expect(await engine.loadState('errand', 'one')).toEqual(before);
  });

  it('with a gap makes the copy worthless: it is read again', async () => {
    const { engine: a, store: inner } = engineOn();
    const { store, reads } = counted(inner);
    const b = engineOn({ store, isFresh: () => true }).engine;
    await a.execute(ask('one'));
    await b.instance('errand', 'one');
    await a.execute(note('n1'));
    await a.execute(note('n2'));
    b.learn((await all(inner)).slice(-1));
    expect(await b.instance('errand', 'one')).toMatchObject({ revision: 2 });
    expect(reads).toEqual(['errand-one', 'errand-one']);
  });

  it('that cannot be read costs the copy, not the follower', async () => {
    const { engine, store } = engineOn();
    await engine.execute(ask('one'));
    const broken = Object.create(plainEvent((await all(store))[0]!)) as never;
    Object.defineProperties(broken, {
      revision: { value: 1 },
      data: {
        get() {
          throw new Error('damaged');
        },
      },
    });
    expect(() => engine.learn([broken])).not.toThrow();
    expect(await engine.instance('errand', 'one')).toMatchObject({ revision: 0 });
  });

  it('while a copy is being read is not missing in it', async () => {
    const { engine: a, store: inner } = engineOn();
    await a.execute(ask('one'));
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
      read: async (stream: string, from?: number) => {
        const answer = await inner.read(stream, from);
        await held;
        return answer;
      },
    });
    const b = engineOn({ store, isFresh: () => true }).engine;
    const reading = b.instance('errand', 'one');
    await a.execute(note('n1'));
    b.learn((await all(inner)).slice(-1));
    letGo();
    await reading;
    expect(await b.instance('errand', 'one')).toMatchObject({ revision: 1 });
  });
});

describe('an answer on a copy that is a little old', () => {
  it('is no refusal of what the other process accepted under the same key', async () => {
    const { engine: a, store } = engineOn();
    const b = engineOn({ store, isFresh: () => true }).engine;
    await a.execute(ask('one'));
    await a.execute(take('khai'));
    await b.instance('errand', 'one');
    const report = commandOn('errand', 'one', 'report', { text: 'Xong' }, 'khai');
    const confirm = commandOn('errand', 'one', 'confirm', {}, 'ha');
    await a.execute(report);
    const first = await a.execute(confirm);
    // B still has it taken, in which state nothing can be confirmed.
    expect(await b.execute(confirm)).toEqual({ ...first, repeated: true });
  });

  it('is given on what the record is now', async () => {
    const { engine: a, store } = engineOn();
    const b = engineOn({ store, isFresh: () => true }).engine;
    await b.instance('errand', 'one');
    await a.execute(ask('one'));
    expect(await b.execute(take('khai'))).toMatchObject({ kind: 'accepted', revision: 1 });
    await a.execute(note('n1'));
    expect(await b.execute({ ...note('n2'), expectedRevision: 0 })).toMatchObject({ revision: 3 });
    const late = { ...take('lan'), expectedRevision: 3 };
    expect(await a.execute(late)).toMatchObject({ kind: 'conflict', revision: 2 });
    expect(await b.execute(late)).toMatchObject({ kind: 'refused' });
  });
});

describe('without freshness', () => {
  it('every copy asked for is brought up to date, and only by what is new', async () => {
    const { engine: a, store: inner } = engineOn();
    const from: (number | undefined)[] = [];
    const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
      read: (stream: string, first?: number) => {
        from.push(first);
        return inner.read(stream, first);
      },
    });
    const b = engineOn({ store, isFresh: () => false }).engine;
    await a.execute(ask('one'));
    await b.instance('errand', 'one');
    await a.execute(take('khai'));
    expect(await b.instance('errand', 'one')).toMatchObject({ revision: 1 });
    expect(await b.instance('errand', 'one')).toMatchObject({ revision: 1 });
    expect(from).toEqual([undefined, 1, 2]);
  });

  it('after forgetting nothing that was being read is kept', async () => {
    const { engine: a, store: inner } = engineOn();
    const { store, reads } = counted(inner);
    const b = engineOn({ store, isFresh: () => true }).engine;
    await a.execute(ask('one'));
    const reading = b.instance('errand', 'one');
    b.forget();
    await reading;
    await a.execute(note('n1'));
    expect(await b.instance('errand', 'one')).toMatchObject({ revision: 1 });
    expect(reads).toHaveLength(2);
  });
});

describe('an append whose answer was lost', () => {
  it.each([
    ['reply', true],
    ['request', false],
  ] as const)('(%s): the same key gives the first outcome', async (loss, wasWritten) => {
    const inner = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
    const { store, losses } = lossyStore(inner);
    const { engine } = engineOn({ store });
    losses.push(loss);
    await expect(engine.execute(ask('one'))).rejects.toMatchObject({
      code: 'STORE_OUTCOME_UNKNOWN',
    });
    const again = await engine.execute(ask('one'));
    expect(again).toMatchObject({ kind: 'accepted', revision: 0, repeated: wasWritten });
    expect(again).toMatchObject({ position: await inner.head() });
    expect(await inner.read('errand-one')).toHaveLength(1);
  });

  it('is not decided again on what was before, by rules that meanwhile say no', async () => {
    const inner = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
    const { store, losses } = lossyStore(inner);
    let limit = 5;
    const { engine } = engineOn({ store, resolvers: { limit: () => limit } });
    losses.push('reply');
    await expect(engine.execute(ask('one'))).rejects.toThrow();
    limit = 1;
    expect(await engine.execute(ask('one'))).toMatchObject({ kind: 'accepted', repeated: true });
  });
});

it('tells who listens what became of each command', async () => {
  const { engine } = engineOn();
  const told: unknown[] = [];
  const end = engine.onCommand((one) => told.push(one));
  await engine.execute(ask('one'));
  await engine.execute(ask('one'));
  await engine.execute(take('ha'));
  await engine.execute({ ...take('khai'), expectedRevision: 7 });
  await engine.execute({ ...take('khai'), command: 'Nguyễn Văn A' });
  await Promise.all(['n1', 'n2'].map((key) => engine.execute(note(key))));
  end();
  await engine.execute(note('n3'));
  const base = { workflow: 'errand', repeated: false, retries: 0 };
  expect(told).toEqual([
    { ...base, command: 'ask', kind: 'accepted' },
    { ...base, command: 'ask', kind: 'accepted', repeated: true },
    { ...base, command: 'take', kind: 'refused' },
    { ...base, command: 'take', kind: 'conflict' },
    { ...base, command: 'unknown', kind: 'refused' },
    { ...base, command: 'note', kind: 'accepted' },
    { ...base, command: 'note', kind: 'accepted', retries: 1 },
  ]);
});
