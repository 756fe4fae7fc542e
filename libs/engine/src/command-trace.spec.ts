import { memoryEventStore } from '#libs/event-store';
import { defineReactor } from '#libs/kernel';
import type { ErrandFacts } from '#libs/kernel/testing';
import { memoryCheckpoints } from './memory-checkpoints.js';
import { ReactorRunner } from './reactor-runner.js';
import { commandOn, engineOn, lossyStore, MIDDAY, recordingTracer } from './testing/index.js';

const KHAI = 'tran.minh.khai';
const ask = commandOn('errand', 'one', 'ask', { unitId: 'kp4', effort: 3 }, 'ha', {
  trace: 'request',
});
const values = { 'guong.workflow': 'errand', 'guong.command': 'ask', 'guong.actor_kind': 'person' };

it('a command is a span of what sent it, with its steps within', async () => {
  const { tracer, spans } = recordingTracer();
  const { engine, store } = engineOn({ tracer });
  await engine.execute(ask);
  expect(spans).toEqual([
    { name: 'load', parent: 'errand.ask', values: {} },
    { name: 'decide', parent: 'errand.ask', values: {} },
    { name: 'append', parent: 'errand.ask', values: {} },
    {
      name: 'errand.ask',
      parent: 'request',
      values: {
        ...values,
        'guong.outcome': 'accepted',
        'guong.revision': 0,
        'guong.repeated': false,
      },
    },
  ]);
  expect((await store.read('errand-one')).map(({ trace }) => trace)).toEqual(['errand.ask']);
});

it('without a tracer the trace is passed on all the same', async () => {
  const { engine, store } = engineOn();
  await engine.execute(ask);
  expect((await store.read('errand-one')).map(({ trace }) => trace)).toEqual(['request']);
});

it('says outcome, codes and how often it was decided anew', async () => {
  const { tracer, spans } = recordingTracer();
  const { engine } = engineOn({ tracer });
  await engine.execute({ ...ask, input: { unitId: 'kp4', effort: 9 } });
  expect(spans.at(-1)?.values).toMatchObject({
    'guong.outcome': 'refused',
    'guong.reasons': 'EFFORT_GT_MAX',
    'guong.revision': -1,
  });
  await engine.execute(ask);
  const system = { id: 'engine', kind: 'system' } as const;
  const notes = ['n1', 'n2'].map((commandId) =>
    engine.execute(commandOn('errand', 'one', 'note', {}, system, { commandId })),
  );
  await Promise.all(notes);
  expect(spans.at(-1)).toMatchObject({ name: 'errand.note', values: { 'guong.retries': 1 } });
});

it('of a broken store says the code, and never a message', async () => {
  const { tracer, spans } = recordingTracer();
  const { store, losses } = lossyStore(memoryEventStore({ clock: () => Date.parse(MIDDAY) }));
  const { engine } = engineOn({ tracer, store });
  losses.push('request');
  await expect(engine.execute(ask)).rejects.toThrow();
  const failures = spans.filter(({ failed }) => failed !== undefined);
  expect(failures.map(({ name, failed }) => [name, failed])).toEqual([
    ['append', 'STORE_OUTCOME_UNKNOWN'],
    ['errand.ask', 'STORE_OUTCOME_UNKNOWN'],
  ]);
  expect(JSON.stringify(spans)).not.toContain('no answer');
});

it('names nobody: neither who acts nor the record nor what was sent', async () => {
  const { tracer, spans } = recordingTracer();
  const { engine } = engineOn({ tracer });
  const id = 'tran-minh-khai-2026';
  const input = { unitId: 'kp4', effort: 3, remark: 'Trần Minh Khải' };
  await engine.execute(commandOn('errand', id, 'ask', input, KHAI));
  await engine.execute(commandOn('errand', id, 'Trần Minh Khải', input, KHAI));
  await engine.execute(commandOn('errand', 'Trần', 'ask', input, KHAI));
  expect(spans.map(({ name }) => name)).toContain('errand.unknown');
  expect(JSON.stringify(spans)).not.toMatch(/khai|khải|trần|kp4/i);
});

describe('a reactor', () => {
  const noting = defineReactor<ErrandFacts, null>()({
    name: 'noting',
    start: () => null,
    whenRefused: 'park',
    on: {
      ErrandAsked: () => [{ workflow: 'errand', id: 'one', command: 'note', input: {} }],
      ErrandNoted: () => [],
    },
  });
  const reacted = async (trace: string | undefined) => {
    const { tracer, spans } = recordingTracer();
    const { engine, store } = engineOn();
    await engine.execute({ ...ask, trace });
    const runner = new ReactorRunner({
      store,
      reactor: noting,
      checkpoints: memoryCheckpoints(),
      execute: (request) => engine.execute(request),
      tracer,
    });
    await runner.start();
    await runner.passed(await store.head());
    await runner.stop();
    return { spans, traces: (await store.read('errand-one')).map((event) => event.trace) };
  };

  it('carries the trace of an event to what it does about it', async () => {
    const { spans, traces } = await reacted('request');
    const told = { 'guong.reactor': 'noting', 'guong.event_type': 'ErrandAsked' };
    expect(spans).toEqual([{ name: 'reactor noting', parent: 'request', values: told }]);
    expect(traces).toEqual(['request', 'reactor noting']);
  });

  it('begins none about an event that nobody traced', async () => {
    expect(await reacted(undefined)).toEqual({ spans: [], traces: [undefined, undefined] });
  });
});
