import { memoryEventStore } from '#libs/event-store';
import { REACTORS } from '#libs/workflows';
import { memoryCheckpoints } from './memory-checkpoints.js';
import { ReactorRunner } from './reactor-runner.js';
import { actorOf, buildWorld, commandOn, MIDDAY, worldEngine } from './testing/index.js';

const reactor = REACTORS.find(({ name }) => name === 'heir-of-open-items')!;

/** A world in which cell 4 has sessions in every state and remedies, and is merged into cell 5. */
const setUp = async () => {
  const store = memoryEventStore({ clock: () => Date.parse(MIDDAY) });
  await buildWorld(store);
  const engine = worldEngine(store);
  const merge = { heirId: 'kp5', on: '2026-03-14', decisionNo: '12-QĐ/ĐU' };
  const outcome = await engine.execute(
    commandOn('organisation', 'kp4', 'merge', merge, actorOf('tam')),
  );
  expect(outcome).toMatchObject({ kind: 'accepted' });
  return { store, engine };
};

const handedOver = async ({ store }: Awaited<ReturnType<typeof setUp>>, year: number) =>
  (await store.read(`session-kp4-${year}`))
    .filter(({ type }) => type.endsWith('HandedOver'))
    .map(({ type, data }) => [type, (data as { heirId: string }).heirId]);

describe('a crash between handing over and remembering it', () => {
  it('repeats nothing and leaves nothing behind, however often it happens', async () => {
    const world = await setUp();
    const checkpoints = memoryCheckpoints();
    /** One life of the reactor: it dies after so many commands, before anything is remembered. */
    const live = async (commands: number) => {
      let left = commands;
      const runner = new ReactorRunner({
        store: world.store,
        reactor,
        checkpoints: {
          load: (name) => checkpoints.load(name),
          save: (name, checkpoint) =>
            left < 0 ? Promise.reject(new Error('killed')) : checkpoints.save(name, checkpoint),
        },
        execute: (request) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('killed')) : world.engine.execute(request);
        },
      });
      await runner.start();
      await runner.passed(await world.store.head());
      const { kind } = runner.status;
      await runner.stop();
      return kind;
    };
    for (const commands of [1, 3, 7]) expect(await live(commands)).toBe('failed');
    expect(await live(1000)).toBe('running');
    expect(await handedOver(world, 2015)).toEqual([
      ['SessionHandedOver', 'kp5'],
      ['RemedyHandedOver', 'kp5'],
    ]);
    expect(await handedOver(world, 2024)).toEqual([['SessionHandedOver', 'kp5']]);
    expect(await handedOver(world, 2013)).toEqual([]);
    const merged = (await world.store.read('orgUnit-kp4')).at(-1)!;
    const remembered = await checkpoints.load('heir-of-open-items');
    expect(remembered!.position >= merged.position).toBe(true);
  });
});
