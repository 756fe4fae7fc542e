import { type EventStore, START } from '#libs/event-store';
import { defineReactor, type Intent, type Reactor } from '#libs/kernel';
import type { ErrandFacts } from '#libs/kernel/testing';
import type { CommandRequest } from './command-request.js';
import type { Engine } from './engine.js';
import { memoryCheckpoints } from './memory-checkpoints.js';
import type { ReactorCheckpoints } from './reactor-checkpoint.js';
import { ReactorRunner } from './reactor-runner.js';
import { commandOn, engineOn } from './testing/index.js';

const ask = (id: string) => commandOn('errand', id, 'ask', { unitId: 'kp4', effort: 3 }, 'ha');
const noteOn = (id: string): Intent => ({ workflow: 'errand', id, command: 'note', input: {} });

/** Notes on each errand how many were asked so far: folds a count, and acts once for each. */
const counting = (fields: Partial<Reactor> = {}): Reactor => ({
  ...defineReactor<ErrandFacts, { asked: number }>()({
    name: 'counting',
    start: () => ({ asked: 0 }),
    whenRefused: 'park',
    on: {
      ErrandAsked: (fact, state) => {
        state.asked += fact.data.effort;
        return [noteOn(`e${state.asked / 3}`)];
      },
    },
  }),
  ...fields,
});

interface Setup {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly sent: CommandRequest[];
  readonly runnerOf: (reactor: Reactor, checkpoints?: ReactorCheckpoints) => ReactorRunner;
}
const setUp = (): Setup => {
  const { store, engine } = engineOn();
  const sent: CommandRequest[] = [];
  return {
    store,
    engine,
    sent,
    runnerOf: (reactor, checkpoints = memoryCheckpoints()) =>
      new ReactorRunner({
        store,
        reactor,
        checkpoints,
        execute: (request) => {
          sent.push(request);
          return engine.execute(request);
        },
      }),
  };
};
const notesOf = async (store: EventStore, id: string) =>
  (await store.read(`errand-${id}`)).filter(({ type }) => type === 'ErrandNoted').length;
/** Until the condition holds; a second at most. */
const until = async (condition: () => boolean) => {
  for (let turn = 0; turn < 500 && !condition(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 2));
  expect(condition()).toBe(true);
};

describe('a reactor', () => {
  it('acts on what is stored already and on what comes, once each', async () => {
    const { store, engine, sent, runnerOf } = setUp();
    await engine.execute(ask('e1'));
    const runner = runnerOf(counting());
    await runner.start();
    await runner.passed(await store.head());
    await engine.execute(ask('e2'));
    await runner.passed(await store.head());
    await runner.stop();
    expect([await notesOf(store, 'e1'), await notesOf(store, 'e2')]).toEqual([1, 1]);
    const [cause] = await store.read('errand-e1');
    expect(sent[0]).toMatchObject({
      actor: { id: 'reactor.counting', kind: 'system' },
      commandId: `counting:${cause!.id}:0`,
      causationId: cause!.id,
      correlationId: cause!.correlationId,
      occurredAt: cause!.occurredAt,
    });
  });

  it('goes on where it stopped, with what it had folded', async () => {
    const { store, engine, sent, runnerOf } = setUp();
    const checkpoints = memoryCheckpoints();
    for (const id of ['e1', 'e2']) {
      await engine.execute(ask(id));
      const runner = runnerOf(counting(), checkpoints);
      await runner.start();
      await runner.passed(await store.head());
      await runner.stop();
    }
    expect(sent.map(({ id }) => id)).toEqual(['e1', 'e2']);
    const [event] = await store.read('errand-e2');
    const remembered = await checkpoints.load('counting');
    expect(remembered?.state).toEqual({ asked: 6 });
    expect(remembered!.position >= event!.position).toBe(true);
  });

  it('repeats nothing after a crash between acting and remembering', async () => {
    const { store, engine, sent, runnerOf } = setUp();
    for (const id of ['e1', 'e2', 'e3']) await engine.execute(ask(id));
    const forgetful: ReactorCheckpoints = {
      load: () => Promise.resolve(undefined),
      save: () => Promise.resolve(),
    };
    for (let life = 0; life < 3; life += 1) {
      const runner = runnerOf(counting(), forgetful);
      await runner.start();
      await runner.passed(await store.head());
      await runner.stop();
    }
    expect(sent).toHaveLength(9);
    for (const id of ['e1', 'e2', 'e3']) expect(await notesOf(store, id)).toBe(1);
  });

  it('keeps several checkpoints apart by name', async () => {
    const { store, engine, runnerOf } = setUp();
    const checkpoints = memoryCheckpoints();
    const [one, other] = [
      runnerOf(counting({ name: 'one' }), checkpoints),
      runnerOf(counting({ name: 'other' }), checkpoints),
    ];
    await engine.execute(ask('e1'));
    await one.start();
    await one.passed(await store.head());
    await one.stop();
    await other.start();
    await other.passed(await store.head());
    await other.stop();
    expect(await notesOf(store, 'e1')).toBe(2);
    expect(await checkpoints.load('one')).toBeDefined();
  });

  it('reads only the facts it has handlers for', async () => {
    const { store, engine, runnerOf } = setUp();
    const seen: string[] = [];
    const runner = runnerOf(
      counting({
        on: {
          ErrandTaken: (fact) => {
            seen.push(fact.type);
            return [];
          },
        },
      }),
    );
    await engine.execute(ask('e1'));
    await engine.execute(commandOn('errand', 'e1', 'take', {}, 'khai'));
    await runner.start();
    await runner.passed(await store.head());
    await runner.stop();
    expect(seen).toEqual(['ErrandTaken']);
    expect(runner.status).toEqual({
      name: 'counting',
      kind: 'stopped',
      position: await store.head(),
    });
  });
});

describe('a refusal', () => {
  const refused = (whenRefused: Reactor['whenRefused']) =>
    counting({
      whenRefused,
      on: {
        ErrandAsked: (fact) => [
          { ...noteOn('one'), id: (fact.data as { unitId: string }).unitId, command: 'take' },
        ],
      },
    });

  it('is passed over where the reactor says so', async () => {
    const { store, engine, runnerOf } = setUp();
    const runner = runnerOf(refused('ignore'));
    await engine.execute(ask('e1'));
    await runner.start();
    await runner.passed(await store.head());
    expect(runner.status.kind).toBe('running');
    await runner.stop();
  });

  it('is passed over where it says that what was wanted is moot', async () => {
    const { store, engine, runnerOf } = setUp();
    const runner = runnerOf({ ...refused('park'), moot: ['WRONG_STATE'] });
    await engine.execute(ask('e1'));
    await runner.start();
    await runner.passed(await store.head());
    expect(runner.status).toMatchObject({ kind: 'running', position: await store.head() });
    await runner.stop();
  });

  it('lets nobody wait for ever for a parked reactor', async () => {
    const { store, engine, runnerOf } = setUp();
    const runner = runnerOf(refused('park'));
    await engine.execute(ask('e1'));
    await runner.start();
    await runner.passed(await store.head());
    expect(runner.status).toMatchObject({ kind: 'parked', position: START });
  });

  it('parks it otherwise: at that event, with the codes, until somebody resumes it', async () => {
    const { store, engine, runnerOf, sent } = setUp();
    const checkpoints = memoryCheckpoints();
    const runner = runnerOf(refused('park'), checkpoints);
    await engine.execute(ask('e1'));
    await runner.start();
    await until(() => runner.status.kind === 'parked');
    const [event] = await store.read('errand-e1');
    expect(runner.status).toEqual({
      name: 'counting',
      kind: 'parked',
      position: START,
      event: { id: event!.id, type: 'ErrandAsked', position: event!.position },
      codes: ['WRONG_STATE'],
    });
    expect(await checkpoints.load('counting')).toBeUndefined();

    // What stood in the way is done: the errand that it wanted taken now exists.
    await engine.execute(ask('kp4'));
    await until(() => runner.status.kind === 'parked');
    await runner.start();
    await until(() => sent.length >= 2);
    await runner.stop();
    expect((await store.read('errand-kp4')).map(({ type }) => type)).toContain('ErrandTaken');
  });

  it('a handler that throws parks it and harms nobody else', async () => {
    const { engine, runnerOf } = setUp();
    const runner = runnerOf(
      counting({
        on: {
          ErrandAsked: () => {
            throw new Error('our own mistake');
          },
        },
      }),
    );
    await engine.execute(ask('e1'));
    await runner.start();
    await until(() => runner.status.kind === 'parked');
    expect(runner.status.codes).toEqual(['REACTOR_FAILED']);
    expect(await engine.execute(ask('e2'))).toMatchObject({ kind: 'accepted' });
    await runner.stop();
  });
});

describe('trouble', () => {
  it('of the checkpoints is a failure, not a silent stop', async () => {
    const { engine, runnerOf } = setUp();
    const runner = runnerOf(counting(), {
      load: () => Promise.resolve(undefined),
      save: () => Promise.reject(new Error('disk')),
    });
    await engine.execute(ask('e1'));
    await runner.start();
    await until(() => runner.status.kind === 'failed');
    expect(runner.status.codes).toEqual(['STORE_FAILED']);
  });

  it('a conflict is tried again', async () => {
    const { store, engine, runnerOf } = setUp();
    await engine.execute(ask('e1'));
    let conflicts = 2;
    const runner = new ReactorRunner({
      store,
      reactor: counting(),
      checkpoints: memoryCheckpoints(),
      execute: (request) => {
        conflicts -= 1;
        return conflicts >= 0
          ? Promise.resolve({ kind: 'conflict', revision: 0, state: 'open' })
          : engine.execute(request);
      },
    });
    await runner.start();
    await until(() => conflicts < 0);
    await runner.passed(await store.head());
    await runner.stop();
    expect(await notesOf(store, 'e1')).toBe(1);
    expect(runnerOf(counting()).status.position).toBe(START);
  });

  it('may be started twice and stopped twice', async () => {
    const { store, engine, runnerOf, sent } = setUp();
    await engine.execute(ask('e1'));
    const runner = runnerOf(counting());
    await Promise.all([runner.start(), runner.start()]);
    await runner.passed(await store.head());
    await Promise.all([runner.stop(), runner.stop()]);
    await runner.stop();
    expect(sent).toHaveLength(1);
  });
});
