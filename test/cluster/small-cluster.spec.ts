import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copiedClock, moveLog } from '#libs/assembly';
import { sqliteEventStore } from '#libs/event-store-sqlite';
import { projectionRunner } from '#libs/projections';
import { openReadModels, READ_MODELS, type ReadModels } from '#libs/read-models';
import { describePostgres } from '#libs/read-models/testing';
import { loadSmallDemo } from '#libs/scenarios';
import type { EventStore } from '#libs/event-store';
import { type Double, startDouble } from '../eventstoredb-double/index.js';
import { handClock, type TestCluster, testCluster } from './cluster.fixtures.js';
import { asItIs, numbered, sameRows } from './same-rows.js';

const LOAD_MS = 300_000;

/** The views of a log, built by one process in a database of its own. */
async function embeddedViews(store: EventStore): Promise<ReadModels> {
  const views = openReadModels({ file: ':memory:' });
  const options = { store, rows: views.rows, projections: READ_MODELS, offline: true };
  const runner = projectionRunner(options);
  await runner.start();
  await runner.caughtUp();
  await runner.stop();
  return views;
}

// The five organisations in full size: `npm run cluster`.
describePostgres('one organisation on a cluster with two workers', (database) => {
  const clock = handClock();
  let double: Double | undefined;
  let cluster: TestCluster;

  beforeAll(async () => {
    double = await startDouble({ clock });
    const urls = { eventsUrl: double.url, viewsUrl: database.url };
    cluster = await testCluster({ ...urls, workers: 2, clock });
    const { product, reacted } = cluster;
    const execute = product.engine.execute.bind(product.engine);
    const report = await loadSmallDemo({ execute, clock, settled: reacted, finishedYear: 2025 });
    expect(report.commands).toBeGreaterThan(700);
    await cluster.shown();
  }, LOAD_MS);
  afterAll(async () => {
    await (cluster as TestCluster | undefined)?.close();
    await double?.stop();
  }, 60_000);

  it('shares the work', async () => {
    for (const worker of cluster.workers) {
      const { items, waiting, failures } = await worker.status();
      expect(items.length).toBeGreaterThan(5);
      expect(items.filter(({ state }) => !['live', 'running'].includes(state))).toEqual([]);
      expect([waiting, failures]).toEqual([[], []]);
    }
  });

  it(
    'shows what one process shows over the same log, row for row',
    async () => {
      const { product } = cluster;
      const embedded = await embeddedViews(product.store);
      const rows = await sameRows([product.views.db, asItIs], [embedded.db, asItIs]);
      await embedded.close();
      expect(rows.differing).toEqual([]);
      expect(rows.compared).toBeGreaterThan(1_500);
    },
    LOAD_MS,
  );

  it(
    'shows the same once the log has moved to a folder',
    async () => {
      const { product } = cluster;
      const folder = mkdtempSync(join(tmpdir(), 'guong-moved-'));
      const recorded = copiedClock();
      const target = sqliteEventStore({ file: join(folder, 'events.db'), clock: recorded });
      const moved = await moveLog({ source: product.store, target, clock: recorded });
      expect(moved).toMatchObject({ kind: 'moved' });
      const embedded = await embeddedViews(target);
      const rows = await sameRows(
        [product.views.db, await numbered(product.store)],
        [embedded.db, await numbered(target)],
      );
      await embedded.close();
      await target.close();
      rmSync(folder, { recursive: true, force: true });
      expect(rows.differing).toEqual([]);
    },
    LOAD_MS,
  );
});
