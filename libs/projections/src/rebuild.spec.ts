import type { EventStore } from '#libs/event-store';
import { memoryRows, type MemoryRows } from './memory-rows.js';
import type { Projection } from './projection.js';
import type { ProjectionRunner } from './runner.port.js';
import { projectionRunner } from './runner.js';
import { added, owners, totals } from './testing/counted.fixtures.js';
import { emptyLog, record } from './testing/recorded-log.js';

const TIMEOUT_MS = 5_000;

describe('building beside', () => {
  let store: EventStore;
  let rows: MemoryRows;
  let runner: ProjectionRunner;

  beforeEach(async () => {
    store = emptyLog();
    rows = memoryRows();
    await record(
      store,
      Array.from({ length: 3_500 }, (_, index) => added(`o${index % 7}`, 1)),
    );
  });
  afterEach(() => runner.stop());

  const start = async (...projections: Projection[]): Promise<void> => {
    runner = projectionRunner({ store, rows, projections });
    await runner.start();
  };
  const total = (): number =>
    rows.rows('total').reduce((sum, { amount }) => sum + Number(amount), 0);
  const lines = async (): Promise<unknown[]> =>
    (await runner.status()).lines.map(
      ({ version, generation, role, state }) => `${version}.${generation} ${role} ${state}`,
    );

  it('lets the old serve and follow until the new has caught up, then drops it', async () => {
    await start(totals());
    await runner.caughtUp();
    await runner.rebuild('totals');
    const head = await record(store, [added('new', 1)]);
    expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    expect(await lines()).toEqual(['1.1 serving live', '1.2 building catchingUp']);
    expect(total()).toBe(3_501);
    await runner.caughtUp();
    expect(await lines()).toEqual(['1.2 serving live']);
    expect(total()).toBe(3_501);
    expect(rows.tableNames()).toEqual(['total__1_2']);
  });

  it('can be cancelled, and begun again', async () => {
    await start(totals());
    await runner.caughtUp();
    await runner.rebuild('totals');
    expect(await runner.cancelRebuild('totals')).toBe(true);
    expect(await runner.cancelRebuild('totals')).toBe(false);
    expect(rows.tableNames()).toEqual(['total__1_1']);
    await runner.rebuild('totals');
    await runner.caughtUp();
    expect(await lines()).toEqual(['1.2 serving live']);
  });

  it('goes on after a restart in the middle', async () => {
    await start(totals());
    await runner.caughtUp();
    await runner.rebuild('totals');
    await runner.stop();
    expect(rows.tableNames()).toEqual(['total__1_1', 'total__1_2']);
    await start(totals());
    await runner.caughtUp();
    expect(await lines()).toEqual(['1.2 serving live']);
    expect(total()).toBe(3_500);
  });

  it('builds a raised version while the old one serves, frozen if its code is gone', async () => {
    await start(totals(), owners());
    await runner.caughtUp();
    await runner.stop();
    await start(totals({ version: 2 }), owners());
    expect(await lines()).toContain('1.1 serving frozen');
    expect(total()).toBe(3_500);
    await runner.caughtUp();
    expect(await lines()).toEqual(['2.1 serving live', '1.1 serving live']);
    expect(rows.tableNames()).toContain('total__2_1');
    expect(rows.tableNames()).not.toContain('total__1_1');
  });

  it('lets the old version follow where its code is still there', async () => {
    await start(totals());
    await runner.caughtUp();
    await runner.stop();
    await start(totals(), totals({ version: 2 }));
    const head = await record(store, [added('new', 1)]);
    expect(await runner.waitFor(['totals'], head, TIMEOUT_MS)).toBe('reached');
    await runner.caughtUp();
    expect(await lines()).toEqual(['2.1 serving live']);
    expect(total()).toBe(3_501);
  });

  it('does not switch to a build that is parked', async () => {
    let poisoned = false;
    const inspect = (): void => {
      if (poisoned) throw new Error('no');
    };
    await start(totals({ inspect }));
    await runner.caughtUp();
    poisoned = true;
    await runner.rebuild('totals');
    await runner.caughtUp();
    expect(await lines()).toEqual(['1.1 serving live', '1.2 building parked']);
    expect(total()).toBe(3_500);
  });

  it('refuses other tables under the same version, and two owners of one table', async () => {
    await start(totals());
    await runner.caughtUp();
    const changed = { ...totals(), tables: { ...totals().tables, ...owners().tables } };
    const other = projectionRunner({ store, rows, projections: [changed] });
    await expect(other.start()).rejects.toThrow('raise its version above 1');
    const twins = [totals(), { ...totals(), name: 'twin' }];
    await expect(projectionRunner({ store, rows, projections: twins }).start()).rejects.toThrow(
      'both declare table total',
    );
  });
});
