import { type EventStore, memoryEventStore } from '#libs/event-store';
import { remedies } from '#libs/kernel/testing';
import { type Engine } from './engine.js';
import { firingOf } from './timer-firing.js';
import { commandOn, engineOn } from './testing/index.js';

const NOW = '2026-10-01T00:00:00.000Z';
let store: EventStore;
let engine: Engine;

beforeEach(async () => {
  store = memoryEventStore({ clock: () => Date.parse(NOW) });
  ({ engine } = engineOn({ store, now: () => NOW, workflows: [remedies] }));
  const envelope = {
    schemaVersion: 1,
    workflow: 'remedies',
    definitionVersion: 1,
    actor: 'ha',
    policy: 'system',
    occurredAt: '2026-03-02T02:00:00.000Z',
    commandId: 'opened',
    commandHash: 'opened',
    correlationId: 'opened',
  };
  const plan = { unitId: 'kp4', memberId: 'khai', tasks: [] };
  await store.append('remedies-one', 'none', [
    { ...envelope, id: '1', type: 'PlanOpened', data: plan },
    {
      ...envelope,
      id: '2',
      type: 'RemedySet',
      data: { item: 'r1', until: '2026-08-01' },
      clocks: [
        { clock: 'start', due: '2026-04-01' },
        { clock: 'remedy:r1', due: '2026-08-01' },
      ],
    },
  ]);
});

/** The timer of a clock, as the view showed it at some time. */
const fire = (clock: string, due: string, step = 0) =>
  engine.execute(
    firingOf(
      {
        stream: 'remedies-one',
        clock,
        workflow: 'remedies',
        instance: 'one',
        due,
        revision: 1,
        step,
        at: `${due}T17:00:00.000Z`,
      },
      remedies,
      `${due}T17:00:00.000Z`,
    )!,
  );
const last = async () => (await store.read('remedies-one')).at(-1)!;

describe('an automatic outcome', () => {
  it('is the declared command, by the system, and ends its clock', async () => {
    expect(await fire('start', '2026-04-01')).toMatchObject({ kind: 'accepted', state: 'lapsed' });
    expect(await last()).toMatchObject({
      type: 'PlanLapsed',
      actor: 'system.timer',
      occurredAt: '2026-04-01T17:00:00.000Z',
      clocks: [{ clock: 'start', stopped: true }],
    });
  });

  it('of an item gets its key, and marks the clock it does not end', async () => {
    await fire('remedy:r1', '2026-08-01');
    expect(await last()).toMatchObject({ type: 'RemedyLapsed', data: { item: 'r1' } });
    const { clocks } = (await engine.instance('remedies', 'one'))!;
    expect(clocks.get('remedy:r1')).toEqual({
      deadline: 'remedy',
      key: 'r1',
      due: '2026-08-01',
      fired: 0,
    });
    expect(await fire('remedy:r1', '2026-08-01')).toMatchObject({ repeated: true });
  });

  it.each([
    ['was extended meanwhile', 'start', '2026-03-31'],
    ['is over', 'answer', '2026-03-12'],
    ['never was', 'remedy:r2', '2026-08-01'],
  ])('does not come of a clock that %s', async (_why, clock, due) => {
    const before = await store.head();
    expect(await fire(clock, due)).toMatchObject({
      kind: 'refused',
      reasons: [{ code: 'DEADLINE_NOT_RUNNING' }],
    });
    expect(await store.head()).toBe(before);
  });

  it('is no effect of a person giving the same command', async () => {
    await engine.execute(
      commandOn('remedies', 'one', 'lapseRemedy', { item: 'r1' }, { id: 'x', kind: 'system' }),
    );
    const { clocks } = (await engine.instance('remedies', 'one'))!;
    expect(clocks.get('remedy:r1')!.fired).toBeUndefined();
  });
});

it('events that move no clock have no word of clocks', async () => {
  const { engine: errands, store: log } = engineOn();
  await errands.execute(commandOn('errand', 'one', 'ask', { unitId: 'kp4', effort: 1 }, 'ha'));
  await errands.execute(commandOn('errand', 'one', 'take', {}, 'khai'));
  await errands.execute(commandOn('errand', 'one', 'note', {}, 'khai'));
  const events = await log.read('errand-one');
  expect(events.map((event) => event.clocks)).toEqual([
    [{ clock: 'taking', due: '2026-03-25' }],
    [
      { clock: 'taking', stopped: true },
      { clock: 'reporting', due: '2026-04-14' },
      { clock: 'season', due: '2026-06-30' },
    ],
    undefined,
  ]);
  expect(Object.hasOwn(JSON.parse(JSON.stringify(events[2])) as object, 'clocks')).toBe(false);
});
