import { type EventStore, memoryEventStore, StoreError } from '#libs/event-store';
import { errand } from '#libs/kernel/testing';
import type { CommandRequest, Outcome } from './command-request.js';
import type { Engine } from './engine.js';
import { commandOn, engineOn } from './testing/index.js';
import { TimerRunner, type TimerRunnerOptions } from './timer-runner.js';
import type { TimerStep } from './timer-table.port.js';

/** `ErrandAsked` starts the clock `taking`: ten days, reminded three days before. */
const ASKED_AT = '2026-03-01T05:00:00.000Z';
const DUE = '2026-03-11';
const LATER = '2026-04-01T00:00:00.000Z';

let now: string;
let store: EventStore;
let engine: Engine;
beforeEach(() => {
  now = ASKED_AT;
  store = memoryEventStore({ clock: () => Date.parse(now) });
  ({ engine } = engineOn({ store, now: () => now }));
});

const ask = (id: string): Promise<Outcome> =>
  engine.execute(commandOn('errand', id, 'ask', { unitId: 'kp4', effort: 1 }, 'ha'));
const step = (instance: string, fields: Partial<TimerStep> = {}): TimerStep => ({
  stream: `errand-${instance}`,
  clock: 'taking',
  workflow: 'errand',
  instance,
  due: DUE,
  revision: 0,
  step: 0,
  at: '2026-03-11T17:00:00.000Z',
  ...fields,
});
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `e${i}`);

/** A table that forgets nothing, as after a kill, unless it is told to. */
const runnerOn = (
  steps: TimerStep[],
  options: Partial<TimerRunnerOptions> & { readonly forgets?: boolean } = {},
): TimerRunner => {
  const done = new Set<string>();
  return new TimerRunner({
    table: {
      due: (at, limit, after) =>
        Promise.resolve(
          steps
            .filter((one) => one.at <= at && !(options.forgets && done.has(one.stream)))
            .slice(after === undefined ? 0 : steps.indexOf(after) + 1)
            .slice(0, limit),
        ),
      shown: async () => {
        for (const { stream } of steps) if ((await store.read(stream)).length > 1) done.add(stream);
      },
    },
    execute: (request) => engine.execute(request),
    definition: (name, id) => engine.definition(name, id),
    clock: () => now,
    elapsedMs: () => 0,
    pause: () => Promise.resolve(),
    ...options,
  });
};
const factsOf = async (id: string): Promise<string[]> =>
  (await store.read(`errand-${id}`)).map(({ type }) => type);

describe('what is due', () => {
  it('has exactly one effect each, at the moment it was due, by the system', async () => {
    await ask('e0');
    now = LATER;
    const runner = runnerOn([step('e0')]);
    await runner.runDue();
    expect((await store.read('errand-e0')).at(-1)).toMatchObject({
      type: 'DeadlinePassed',
      actor: 'system.timer',
      policy: 'system',
      occurredAt: '2026-03-11T17:00:00.000Z',
      recordedAt: LATER,
      clocks: [{ clock: 'taking', fired: 0 }],
    });
  });

  it('is nothing before its moment', async () => {
    await ask('e0');
    now = '2026-03-11T16:59:59.999Z';
    await runnerOn([step('e0')]).runDue();
    expect(await factsOf('e0')).toEqual(['ErrandAsked']);
  });

  it('writes nothing more when a process forgot that it had fired it', async () => {
    await ask('e0');
    now = LATER;
    await runnerOn([step('e0')]).runDue();
    await runnerOn([step('e0')]).runDue();
    ({ engine } = engineOn({ store, now: () => now }));
    await runnerOn([step('e0')]).runDue();
    expect(await factsOf('e0')).toEqual(['ErrandAsked', 'DeadlinePassed']);
  });

  it('is moot when somebody acted meanwhile', async () => {
    await ask('e0');
    now = LATER;
    await engine.execute(commandOn('errand', 'e0', 'take', {}, 'khai'));
    const runner = runnerOn([step('e0')]);
    await runner.runDue();
    expect(await factsOf('e0')).toEqual(['ErrandAsked', 'ErrandTaken']);
    expect(runner.status).toMatchObject({ fired: 0, moot: 1, parked: [] });
  });

  it('is done in bounded batches, so many at a time', async () => {
    await Promise.all(ids(100).map(ask));
    now = LATER;
    let atOnce = 0;
    let most = 0;
    let asked = 0;
    const table = ids(100).map((id) => step(id));
    const runner = runnerOn(table, {
      forgets: true,
      batch: 30,
      atOnce: 8,
      pause: () => Promise.resolve((asked += 1)),
      execute: async (request) => {
        most = Math.max(most, (atOnce += 1));
        return engine.execute(request).finally(() => (atOnce -= 1));
      },
    });
    await runner.runDue();
    expect(runner.status.fired).toBe(100);
    expect(most).toBe(8);
    expect(asked).toBeGreaterThanOrEqual(100 / 8);
  });

  const reminder = step('e0', { step: -3, at: '2026-03-07T17:00:00.000Z' });

  it('of one stream goes one after the other', async () => {
    await ask('e0');
    now = '2026-03-09T00:00:00.000Z';
    const runner = runnerOn([reminder, step('e0')]);
    await runner.runDue();
    expect(await factsOf('e0')).toEqual(['ErrandAsked', 'DeadlineReminded']);
    now = LATER;
    await runner.runDue();
    expect(await factsOf('e0')).toEqual(['ErrandAsked', 'DeadlineReminded', 'DeadlinePassed']);
  });

  it('reminds nobody of what has passed already, after a long sleep', async () => {
    await ask('e0');
    now = LATER;
    await runnerOn([reminder, step('e0')]).runDue();
    expect(await factsOf('e0')).toEqual(['ErrandAsked', 'DeadlinePassed']);
    expect((await store.read('errand-e0')).at(-1)!.occurredAt).toBe('2026-03-11T17:00:00.000Z');
  });
});

describe('a timer that cannot be fired', () => {
  const poisoned = (request: CommandRequest): Promise<Outcome> =>
    request.id === 'e1' ? Promise.reject(new Error('our mistake')) : engine.execute(request);

  it('is parked and shown, and does not stop the others', async () => {
    await Promise.all(ids(3).map(ask));
    now = LATER;
    const runner = runnerOn(
      ids(3).map((id) => step(id)),
      { execute: poisoned, forgets: true },
    );
    await runner.runDue();
    expect(await factsOf('e2')).toContain('DeadlinePassed');
    expect(runner.status).toMatchObject({
      fired: 2,
      parked: [{ stream: 'errand-e1', codes: ['TIMER_FAILED'], attempts: 1 }],
    });
  });

  it('is tried again after a while, and forgotten when it is not due any more', async () => {
    await ask('e1');
    now = LATER;
    let elapsed = 0;
    const steps = [step('e1')];
    const runner = runnerOn(steps, { execute: poisoned, elapsedMs: () => elapsed });
    await runner.runDue();
    await runner.runDue();
    expect(runner.status.parked).toMatchObject([{ attempts: 1 }]);
    elapsed = 60_000;
    await runner.runDue();
    expect(runner.status.parked).toMatchObject([{ attempts: 2 }]);
    steps.pop();
    await runner.runDue();
    expect(runner.status.parked).toEqual([]);
  });

  it.each([
    [{ workflow: 'gone' }, 'DEADLINE_NOT_DECLARED'],
    [{ clock: 'gone' }, 'DEADLINE_NOT_DECLARED'],
  ])('because of %j is parked as %s', async (fields, code) => {
    now = LATER;
    const runner = runnerOn([step('e0', fields)]);
    await runner.runDue();
    expect(runner.status.parked).toMatchObject([{ codes: [code] }]);
  });

  it('because it changes nothing is parked when it is met again', async () => {
    await ask('e0');
    now = LATER;
    const runner = runnerOn([step('e0')], {
      execute: (request) =>
        Promise.resolve({
          kind: 'accepted',
          repeated: true,
          position: request.id,
          revision: 0,
          state: 'open',
        }),
    });
    await runner.runDue();
    expect(runner.status.parked).toEqual([]);
    await runner.runDue();
    expect(runner.status.parked).toMatchObject([{ codes: ['NO_EFFECT'] }]);
  });

  it('because the store is broken is no matter of one timer', async () => {
    await ask('e0');
    now = LATER;
    const broken = Object.assign(new Error('full'), { code: 'STORE_FULL' });
    const runner = runnerOn([step('e0')], { execute: () => Promise.reject(broken) });
    await expect(runner.runDue()).rejects.toThrow('full');
    expect(runner.status.parked).toEqual([]);
  });
});

describe('by itself', () => {
  it('looks again and again, says so, and stops', async () => {
    await ask('e0');
    now = LATER;
    const runner = runnerOn([step('e0')], { everyMs: 1, forgets: true });
    expect(runner.status.kind).toBe('stopped');
    runner.start();
    runner.start();
    expect(runner.status.kind).toBe('running');
    while (runner.status.fired === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await runner.stop();
    expect(runner.status).toMatchObject({ kind: 'stopped', fired: 1 });
  });

  it('goes on after a failure of the store, and shows it while it lasts', async () => {
    await ask('e0');
    now = LATER;
    let isBroken = true;
    const runner = runnerOn([step('e0')], {
      everyMs: 1,
      forgets: true,
      execute: (request) =>
        isBroken
          ? Promise.reject(Object.assign(new Error(), { code: 'STORE_FULL' }))
          : engine.execute(request),
    });
    runner.start();
    while (runner.status.kind !== 'failed') await new Promise((resolve) => setTimeout(resolve, 1));
    expect(runner.status.failure).toBe('STORE_FULL');
    isBroken = false;
    while (runner.status.fired === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await runner.stop();
    expect(runner.status).toMatchObject({ kind: 'stopped', fired: 1 });
  });
});

it('while the views fail it looks ever more rarely, and soon again once they work', async () => {
  let isBroken = true;
  const rests: number[] = [];
  const runner = runnerOn([], {
    table: {
      due: () =>
        isBroken ? Promise.reject(new StoreError('STORE_UNAVAILABLE', '')) : Promise.resolve([]),
      shown: () => Promise.resolve(),
    },
    rest: (ms) => {
      rests.push(ms);
      if (rests.length === 7) isBroken = false;
      if (rests.length === 10) void runner.stop();
      return new Promise(setImmediate);
    },
  });
  runner.start();
  while (runner.status.kind !== 'stopped') await new Promise(setImmediate);
  expect(rests.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(rests.slice(7, 10)).toEqual([1_000, 1_000, 1_000]);
});

it('the clock of the errand is what these steps assume', () =>
  expect(errand.deadlines['taking']).toMatchObject({ remind: ['-P3D'], whileIn: ['open'] }));
