import type { EventStore } from '#libs/event-store';
import { memoryRows, type MemoryRows } from './memory-rows.js';
import type { Projection } from './projection.js';
import type { RowDatabase } from './row-database.port.js';
import type { ProjectionRunner, RunnerOptions } from './runner.port.js';
import { projectionRunner } from './runner.js';
import { added, labelled, owners, totals } from './testing/counted.fixtures.js';
import { emptyLog, record } from './testing/recorded-log.js';

const TIMEOUT_MS = 5_000;

describe('runners that share the work', () => {
  let store: EventStore;
  let rows: MemoryRows;
  let running: ProjectionRunner[];

  beforeEach(() => {
    store = emptyLog();
    rows = memoryRows();
    running = [];
  });
  afterEach(async () => {
    for (const runner of running) await runner.stop();
  });

  const start = async (options: Partial<RunnerOptions> = {}): Promise<ProjectionRunner> => {
    const projections: readonly Projection[] = [totals(), owners()];
    const runner = projectionRunner({ store, rows, projections, owned: [], ...options });
    running.push(runner);
    await runner.start();
    return runner;
  };
  const states = async (runner: ProjectionRunner): Promise<string[]> =>
    (await runner.status()).lines.map(({ name, state }) => `${name} ${state}`);
  const amounts = (): unknown[] => rows.rows('total').map(({ amount }) => amount);
  /** The rows as a process sees them that holds this token of everything. */
  const processWith = (token: number): RowDatabase => rows.heldBy(() => token);
  const claim = (token: number, ...names: string[]): void => {
    for (const name of names) rows.claimFence(name, token);
  };

  it('keeps only what it owns, and says stopped of the rest', async () => {
    const runner = await start({ owned: ['totals'] });
    const head = await record(store, [added('a', 1), labelled('a', 'x')]);
    expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    expect(await runner.waitFor(['owners'], head, TIMEOUT_MS)).toBe('stopped');
    expect(rows.tableNames()).toEqual(['total__1_1']);
  });

  it('takes one on while others are live, and loses nothing of either', async () => {
    const runner = await start({ owned: ['totals'] });
    await record(store, [added('a', 1), labelled('a', 'x')]);
    await runner.caughtUp();
    const adopting = runner.adopt(['owners', 'unknown']);
    await record(store, [labelled('b', 'y'), added('a', 2)]);
    await adopting;
    const head = await record(store, [labelled('c', 'z'), added('a', 4)]);
    expect(await runner.waitFor(['totals', 'owners'], head, TIMEOUT_MS)).toBe('reached');
    await runner.caughtUp();
    expect(await states(runner)).toEqual(['totals live', 'owners live']);
    expect(rows.rows('owner')).toHaveLength(3);
    expect(amounts()).toEqual([7]);
  });

  it('gives one up for another process, which goes on from the checkpoint', async () => {
    const first = await start({ owned: ['totals', 'owners'] });
    await first.waitFor(['totals'], await record(store, [added('a', 1)]), TIMEOUT_MS);
    const second = await start();
    await first.disown(['totals']);
    await second.adopt(['totals']);
    const head = await record(store, [added('a', 2), labelled('a', 'x')]);
    expect(await second.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    expect(await first.waitFor(['owners'], head, TIMEOUT_MS)).toBe('reached');
    expect(await first.waitFor(['totals'], head, TIMEOUT_MS)).toBe('stopped');
    expect(amounts()).toEqual([3]);
    await second.disown(['totals']);
    await first.adopt(['totals']);
    const after = await record(store, [added('a', 4)]);
    expect(await first.waitFor(['totals', 'owners'], after, TIMEOUT_MS)).toBe('reached');
    expect(amounts()).toEqual([7]);
  });

  it('rests while it owns nothing, and begins again where others have got to', async () => {
    const first = await start({ owned: ['totals', 'owners'] });
    await first.waitFor(['totals'], await record(store, [added('a', 1)]), TIMEOUT_MS);
    await first.disown(['totals', 'owners']);
    expect(await states(first)).toEqual([]);
    await record(store, [added('a', 2)]);
    const second = await start({ owned: ['totals'] });
    await second.caughtUp();
    await second.disown(['totals']);
    await first.adopt(['totals']);
    const head = await record(store, [added('a', 4)]);
    expect(await first.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    expect(amounts()).toEqual([7]);
  });

  it('tells those who wait when what they wait for is given up', async () => {
    const runner = await start({ owned: ['totals'] });
    await runner.caughtUp();
    const beyond = '9999999999999999' as Parameters<ProjectionRunner['waitFor']>[1];
    const waiting = runner.waitFor(['totals'], beyond, TIMEOUT_MS);
    await runner.disown(['totals']);
    expect(await waiting).toBe('stopped');
  });

  it('has a build that was begun elsewhere go on where it stood', async () => {
    await record(
      store,
      Array.from({ length: 3_000 }, () => added('a', 1)),
    );
    const first = await start({ owned: ['totals'] });
    await first.caughtUp();
    await first.rebuild('totals');
    await first.disown(['totals']);
    const second = await start({ owned: ['totals'] });
    await second.caughtUp();
    expect((await second.status()).lines).toMatchObject([{ generation: 2, role: 'serving' }]);
    expect(rows.tableNames()).toEqual(['total__1_2']);
    expect(amounts()).toEqual([3_000]);
  });

  it('touches no retired line of a projection that is not its own', async () => {
    const first = await start({ owned: ['totals'] });
    await first.caughtUp();
    const [line] = await rows.transaction((tx) => tx.lines());
    await rows.transaction((tx) => tx.saveLine({ ...line!, generation: 9, role: 'retired' }));
    await start({ owned: ['owners'] });
    expect(await rows.transaction((tx) => tx.lines())).toHaveLength(3);
    await first.disown(['totals']);
    await start({ owned: ['totals'] });
    expect(await rows.transaction((tx) => tx.lines())).toHaveLength(2);
  });

  describe('when another process has taken one over', () => {
    it.each([
      ['live', 1],
      ['in batches behind', 2_500],
    ])('drops it without a trace, and the others go on (%s)', async (_, count) => {
      claim(1, 'totals', 'owners');
      const fenced: string[] = [];
      const onFenced = (names: readonly string[]): void => void fenced.push(...names);
      const runner = await start({
        rows: processWith(1),
        owned: ['totals', 'owners'],
        onFenced,
        batch: 2_000,
      });
      const head = await record(store, [added('a', 1), labelled('a', 'x')]);
      await runner.waitFor(['totals', 'owners'], head, TIMEOUT_MS);
      const many = Array.from({ length: count }, () => [added('a', 1), labelled('b', 'y')]).flat();
      if (count > 1) await runner.disown(['totals', 'owners']);
      claim(2, 'totals');
      const later = await record(store, many);
      if (count > 1) await runner.adopt(['totals', 'owners']);
      expect(await runner.waitFor(['owners'], later, TIMEOUT_MS)).toBe('reached');
      expect(await runner.waitFor(['totals'], later, TIMEOUT_MS)).toBe('stopped');
      expect(fenced).toEqual(['totals']);
      expect(await states(runner)).toEqual(['owners live']);
      expect(amounts()).toEqual([1]);
      const successor = await start({ rows: processWith(2), owned: ['totals'] });
      expect(await successor.waitFor(['totals'], later, TIMEOUT_MS)).toBe('reached');
      expect(amounts()).toEqual([1 + count]);
    });

    it.each(['rebuild', 'cancelRebuild'] as const)('answers false to %s', async (order) => {
      claim(1, 'totals');
      const fenced: unknown[] = [];
      const onFenced = (names: readonly string[]): void => void fenced.push(names);
      const runner = await start({ rows: processWith(1), owned: ['totals'], onFenced });
      await runner.caughtUp();
      if (order === 'cancelRebuild') {
        await record(
          store,
          Array.from({ length: 3_000 }, () => added('a', 1)),
        );
        await runner.rebuild('totals');
      }
      claim(2, 'totals');
      expect(await runner[order]('totals')).toBe(false);
      expect(fenced).toEqual([['totals']]);
      expect(await states(runner)).toEqual([]);
    });

    it('takes on the others when one is fenced at the start', async () => {
      claim(2, 'totals');
      claim(1, 'owners');
      const fenced: unknown[] = [];
      const runner = await start({
        rows: processWith(1),
        owned: ['totals', 'owners'],
        onFenced: (names) => fenced.push(names),
      });
      await runner.caughtUp();
      expect(fenced).toEqual([['totals']]);
      expect(await states(runner)).toEqual(['owners live']);
    });
  });

  it('takes none on where the database fails, and can be asked again', async () => {
    let failures = 1;
    const failing: RowDatabase = {
      ...rows,
      transaction: (work) =>
        (failures -= 1) >= 0 ? Promise.reject(new Error('gone')) : rows.transaction(work),
    };
    const runner = await start({ rows: failing });
    await expect(runner.adopt(['totals'])).rejects.toThrow('gone');
    expect(await states(runner)).toEqual([]);
    await runner.adopt(['totals']);
    await runner.caughtUp();
    expect(await states(runner)).toEqual(['totals live']);
  });
});
