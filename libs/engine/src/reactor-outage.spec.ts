import { type EventStore, StoreError } from '#libs/event-store';
import { defineReactor } from '#libs/kernel';
import type { ErrandFacts } from '#libs/kernel/testing';
import { memoryCheckpoints } from './memory-checkpoints.js';
import type { ReactorCheckpoints } from './reactor-checkpoint.js';
import { CheckpointRefused, CheckpointsUnavailable } from './reactor-checkpoint.js';
import { ReactorRunner } from './reactor-runner.js';
import { commandOn, engineOn } from './testing/index.js';

const ask = (id: string) => commandOn('errand', id, 'ask', { unitId: 'kp4', effort: 3 }, 'ha');
/** Folds how many were asked, and notes on each. */
const counting = defineReactor<ErrandFacts, { asked: number }>()({
  name: 'counting',
  start: () => ({ asked: 0 }),
  whenRefused: 'park',
  on: {
    ErrandAsked: (_fact, state) => {
      state.asked += 1;
      return [{ workflow: 'errand', id: `e${state.asked}`, command: 'note', input: {} }];
    },
  },
});

type Where = 'subscribe' | 'execute' | 'load' | 'save';
const unavailable = new StoreError('STORE_UNAVAILABLE', 'away');
const unknown = new StoreError('STORE_OUTCOME_UNKNOWN', 'no answer');
const unreachable = new CheckpointsUnavailable();
const FAILURES: readonly (readonly [Where, string, Error])[] = (
  [
    ['subscribe', unavailable],
    ['execute', unavailable],
    ['execute', unknown],
    ['load', unreachable],
    ['save', unreachable],
    ['save', unknown],
  ] as const
).map(([where, error]) => [where, error.code, error]);
/** A reactor over things that fail while they are told to. */
const setUp = () => {
  const { engine, store: inner } = engineOn();
  const failing = new Map<Where, Error>();
  const rests: number[] = [];
  let goOn = (): void => undefined;
  let waits = true;
  const check = (where: Where): void => {
    const error = failing.get(where);
    if (error !== undefined) throw error;
  };
  const store: EventStore = Object.assign(Object.create(inner) as EventStore, {
    async *subscribe(...args: Parameters<EventStore['subscribe']>) {
      for await (const message of inner.subscribe(...args)) {
        check('subscribe');
        yield message;
      }
    },
  });
  const kept = memoryCheckpoints();
  const checkpoints: ReactorCheckpoints = {
    load: async (name) => (check('load'), kept.load(name)),
    save: async (name, checkpoint) => (check('save'), kept.save(name, checkpoint)),
  };
  const runner = new ReactorRunner({
    store,
    reactor: counting,
    checkpoints,
    // What was sent is written; it is the answer that does not come.
    execute: async (request) => {
      const outcome = await engine.execute(request);
      check('execute');
      return outcome;
    },
    rest: async (ms, signal) => {
      rests.push(ms);
      if (!waits) return;
      await new Promise<void>((resolve) => {
        goOn = resolve;
        signal.addEventListener('abort', () => resolve());
      });
    },
  });
  return {
    ...{ engine, store: inner, failing, rests, runner, kept },
    mend: () => {
      failing.clear();
      waits = false;
      goOn();
    },
    again: () => goOn(),
  };
};
const until = async (condition: () => boolean) => {
  for (let turn = 0; turn < 2_000 && !condition(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 1));
  expect(condition()).toBe(true);
};
const notesOf = async (store: EventStore, id: string) =>
  (await store.read(`errand-${id}`)).filter(({ type }) => type === 'ErrandNoted').length;

describe('while what it needs does not answer', () => {
  it.each(FAILURES)('(%s, %s) a reactor says so, waits and goes on', async (where, code, error) => {
    const { engine, store, failing, runner, mend } = setUp();
    await engine.execute(ask('e1'));
    await engine.execute(ask('e2'));
    failing.set(where, error);
    await runner.start();
    await until(() => runner.status.failure !== undefined);
    expect(runner.status).toMatchObject({
      kind: 'running',
      failure: code,
    });
    mend();
    for (let round = 0; round < 2; round += 1) await runner.passed(await store.head());
    await until(() => runner.status.failure === undefined);
    expect(runner.status.kind).toBe('running');
    expect([await notesOf(store, 'e1'), await notesOf(store, 'e2')]).toEqual([1, 1]);
    await runner.stop();
  });

  it('waits twice as long each time, ten seconds at most', async () => {
    const { engine, failing, rests, runner, again } = setUp();
    await engine.execute(ask('e1'));
    failing.set('execute', new StoreError('STORE_UNAVAILABLE', 'away'));
    await runner.start();
    for (let turn = 1; turn <= 9; turn += 1) {
      await until(() => rests.length === turn);
      again();
    }
    await until(() => rests.length === 10);
    expect(rests).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000]);
    await runner.stop();
    expect(runner.status.kind).toBe('stopped');
  });

  it('folds anew what it had not finished: nothing is counted twice', async () => {
    const { engine, store, failing, runner, mend, kept } = setUp();
    await engine.execute(ask('e1'));
    failing.set('execute', new StoreError('STORE_UNAVAILABLE', 'away'));
    await runner.start();
    await until(() => runner.status.failure !== undefined);
    mend();
    await runner.passed(await store.head());
    await runner.stop();
    expect((await kept.load('counting'))?.state).toEqual({ asked: 1 });
  });

  it('can be stopped, and is not in anybody’s way', async () => {
    const { engine, failing, runner } = setUp();
    await engine.execute(ask('e1'));
    failing.set('save', new CheckpointsUnavailable());
    await runner.start();
    await until(() => runner.status.failure !== undefined);
    await runner.stop();
    expect(runner.status).toMatchObject({ kind: 'stopped' });
    expect(runner.status.failure).toBeUndefined();
  });
});

it('whose checkpoint is refused has been succeeded: it ends, and may begin again', async () => {
  const { engine, store, failing, runner, rests, kept } = setUp();
  await engine.execute(ask('e1'));
  failing.set('save', new CheckpointRefused('counting'));
  await runner.start();
  await runner.passed(await store.head());
  await until(() => runner.status.kind === 'stopped');
  expect(runner.status.codes).toBeUndefined();
  expect(rests).toEqual([]);
  expect(await kept.load('counting')).toBeUndefined();
  failing.clear();
  await runner.start();
  await runner.passed(await store.head());
  expect(runner.status.kind).toBe('running');
  await runner.stop();
  expect(await notesOf(store, 'e1')).toBe(1);
});

it('a broken store ends it, as ever', async () => {
  const { engine, failing, runner } = setUp();
  await engine.execute(ask('e1'));
  failing.set('execute', new StoreError('STORE_CORRUPT', 'damaged'));
  await runner.start();
  await until(() => runner.status.kind === 'failed');
  expect(runner.status.codes).toEqual(['STORE_CORRUPT']);
});
