import type { EventStore, Position } from '#libs/event-store';
import { memoryRows, type MemoryRows } from './memory-rows.js';
import { defineProjection, type Projection } from './projection.js';
import type { RowDatabase } from './row-database.port.js';
import type { ProjectionRunner, RunnerOptions } from './runner.port.js';
import { projectionRunner } from './runner.js';
import { keyedTable } from './table.js';
import { added, type CountedFacts, labelled, owners, totals } from './testing/counted.fixtures.js';
import { emptyLog, record } from './testing/recorded-log.js';

const TIMEOUT_MS = 5_000;

describe('the runner', () => {
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

  const start = async (
    projections: readonly Projection[],
    options: Partial<RunnerOptions> = {},
  ): Promise<ProjectionRunner> => {
    const runner = projectionRunner({ store, rows, projections, ...options });
    running.push(runner);
    await runner.start();
    return runner;
  };
  const states = async (runner: ProjectionRunner): Promise<Record<string, string>> =>
    Object.fromEntries((await runner.status()).lines.map(({ name, state }) => [name, state]));
  const amounts = (): unknown[] => rows.rows('total').map(({ amount }) => amount);

  it('shows what is in the log, then what comes', async () => {
    await record(store, [added('a', 1)]);
    const runner = await start([totals()]);
    await runner.caughtUp();
    expect(amounts()).toEqual([1]);
    const head = await record(store, [added('a', 2)]);
    expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    expect(amounts()).toEqual([3]);
    expect(await states(runner)).toEqual({ totals: 'live' });
  });

  it('goes on from its checkpoint after a restart', async () => {
    await record(store, [added('a', 1)]);
    const first = await start([totals()]);
    await first.caughtUp();
    await first.stop();
    const head = await record(store, [added('a', 2)]);
    const second = await start([totals()]);
    await second.waitFor(['totals'], head, TIMEOUT_MS);
    expect(amounts()).toEqual([3]);
  });

  it('tells what became visible, with what it touches', async () => {
    const runner = await start([totals(), owners()]);
    await runner.caughtUp();
    const told: unknown[] = [];
    const leave = runner.onApplied((applied) => told.push(applied));
    const head = await record(store, [added('a', 1)]);
    await runner.waitFor(['totals'], head, TIMEOUT_MS);
    leave();
    await runner.waitFor(['totals'], await record(store, [added('b', 1)]), TIMEOUT_MS);
    expect(told).toEqual([{ position: head, units: ['a'] }]);
  });

  it('advances past events it does not want, so that nobody waits in vain', async () => {
    const runner = await start([totals()]);
    const head = await record(store, [{ type: 'Unheard', data: {} }]);
    expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
  });

  it('says behind when the time is up, and stopped for what does not run', async () => {
    const runner = await start([totals()]);
    const beyond = '9999999999999999' as Position;
    expect(await runner.waitFor(['totals'], beyond, 5)).toBe('behind');
    expect(await runner.waitFor(['unknown'], beyond, TIMEOUT_MS)).toBe('stopped');
  });

  describe('a poisonous event', () => {
    const poisonedAt = (amount: number, fixed: () => boolean): Projection =>
      totals({
        inspect: ({ data }) => {
          if ((data as { amount: number }).amount === amount && !fixed())
            throw new TypeError('cannot read "Nguyễn Thị Lan"');
        },
      });

    it.each(['before it starts', 'while it is live'])(
      'stops only its projection (%s), and says where and why',
      async (when) => {
        const facts = [added('a', 1), added('a', 13), added('a', 2), labelled('a', 'x')];
        if (when === 'before it starts') await record(store, facts);
        const runner = await start([poisonedAt(13, () => false), owners()]);
        await runner.caughtUp();
        if (when === 'while it is live') await record(store, facts);
        const head = await store.head();
        expect(await runner.waitFor(['owners'], head, TIMEOUT_MS)).toBe('reached');
        expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('stopped');
        expect(rows.rows('owner')).toHaveLength(1);
        expect(amounts()).toEqual([1]);
        const { lines } = await runner.status();
        expect(lines.find(({ name }) => name === 'totals')).toMatchObject({
          state: 'parked',
          position: '0000000000000001',
          parked: {
            position: '0000000000000002',
            type: 'Added',
            error: 'TypeError: cannot read "…"',
          },
        });
      },
    );

    it('goes on after a fix, skipping nothing', async () => {
      let fixed = false;
      const runner = await start([poisonedAt(13, () => fixed), owners()]);
      await runner.caughtUp();
      const head = await record(store, [added('a', 1), added('a', 13), added('a', 2)]);
      expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('stopped');
      expect(await runner.resume('owners')).toBe(false);
      fixed = true;
      expect(await runner.resume('totals')).toBe(true);
      await runner.caughtUp();
      expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
      expect(amounts()).toEqual([16]);
      const after = await record(store, [added('a', 1)]);
      expect(await runner.waitFor(['totals', 'owners'], after, TIMEOUT_MS)).toBe('reached');
      expect(amounts()).toEqual([17]);
    });

    it('parks again when resumed without a fix', async () => {
      await record(store, [added('a', 13)]);
      const runner = await start([poisonedAt(13, () => false)]);
      await runner.caughtUp();
      await runner.resume('totals');
      await runner.caughtUp();
      expect(await states(runner)).toEqual({ totals: 'parked' });
    });

    it('is also one whose row the database refuses', async () => {
      await record(store, [
        labelled('a', 'x'),
        labelled('b', null),
        labelled('c', 'z'),
        added('a', 1),
      ]);
      const runner = await start([owners(), totals()]);
      await runner.caughtUp();
      const { lines } = await runner.status();
      expect(lines[0]).toMatchObject({ state: 'parked', parked: { position: '0000000000000002' } });
      expect(rows.rows('owner')).toEqual([{ owner: 'a', label: 'x', changes: 1 }]);
      expect(amounts()).toEqual([1]);
    });

    it('holds up nobody else when it comes live, in one transaction with others', async () => {
      const runner = await start([owners(), totals()]);
      await runner.caughtUp();
      const told: string[] = [];
      runner.onApplied(({ units }) => told.push(...units));
      const given = [labelled('a', 'x'), labelled('b', null), added('a', 1), labelled('c', 'z')];
      const head = await record(store, given);
      expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
      await runner.waitFor(['owners'], head, TIMEOUT_MS);
      expect(await states(runner)).toEqual({ owners: 'parked', totals: 'live' });
      expect(rows.rows('owner')).toEqual([{ owner: 'a', label: 'x', changes: 1 }]);
      expect(amounts()).toEqual([1]);
      expect(told).toEqual(['a']);
    });

    it('is one whose handler reads a row that it did not declare', async () => {
      const careless = defineProjection<CountedFacts>()({
        name: 'careless',
        version: 1,
        tables: { seen: keyedTable({ columns: { owner: 'text' }, key: ['owner'] }) },
        on: {
          Labelled({ data }, { seen }) {
            if (seen.get('x') === undefined) seen.put({ owner: data.owner });
          },
        },
      });
      await record(store, [labelled('a', 'x')]);
      const first = await start([careless]);
      await first.caughtUp();
      await first.stop();
      await record(store, [labelled('b', 'x')]);
      const second = await start([careless]);
      await second.caughtUp();
      expect(await states(second)).toEqual({ careless: 'parked' });
    });
  });

  it('reports a checkpoint ahead of the log, and rebuilds from what there is', async () => {
    await record(store, [added('a', 1), added('a', 2)]);
    const first = await start([totals()]);
    await first.caughtUp();
    await first.stop();
    store = emptyLog();
    await record(store, [added('a', 5)]);
    const second = await start([totals()]);
    await second.caughtUp();
    expect(await states(second)).toEqual({ totals: 'ahead' });
    expect(await second.waitFor(['totals'], await store.head(), TIMEOUT_MS)).toBe('stopped');
    await second.rebuild('totals');
    await second.caughtUp();
    expect(await states(second)).toEqual({ totals: 'live' });
    expect(amounts()).toEqual([5]);
  });

  it('keeps trying while the database fails, and loses nothing', async () => {
    let failures = 3;
    const failing: RowDatabase = {
      ...rows,
      transaction: (work) =>
        rows.transaction(async (tx) => {
          const result = await work(tx);
          if ((failures -= 1) >= 0 && failures < 2) throw new Error('disk full');
          return result;
        }),
    };
    const seen: unknown[] = [];
    await record(store, [added('a', 1)]);
    const runner = await start([totals()], { rows: failing, onFailure: (e) => seen.push(e) });
    const head = await record(store, [added('a', 2)]);
    expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    await runner.caughtUp();
    expect(seen).toHaveLength(2);
    expect(amounts()).toEqual([3]);
    expect((await runner.status()).failure).toBeUndefined();
  });
});
