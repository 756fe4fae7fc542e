import { projectionRunner } from '#libs/projections';
import { openReadModels, READ_MODELS } from '#libs/read-models';
import { describePostgres } from '#libs/read-models/testing';
import { Loaded } from '../scenarios/loaded.fixtures.js';
import { viewsOver } from '../scenarios/read-models.check.js';
import { scenarioSuite } from '../scenarios/scenario.suite.js';
import { startDouble } from '../eventstoredb-double/index.js';
import { handClock, testCluster } from './cluster.fixtures.js';
import { asItIs, sameRows } from './same-rows.js';

const LOAD_MS = 3_600_000;
const WORKERS = 2;

/**
 * The whole suite of the scenarios, every command over gRPC and every view in PostgreSQL, kept by
 * two workers meanwhile. `GUONG_TEST_EVENTSTOREDB` names a real, empty server to do it on.
 */
describePostgres('what the five organisations expect of a cluster', (database) => {
  scenarioSuite(async () => {
    const clock = handClock();
    const double = await startDouble({ clock });
    const eventsUrl = process.env['GUONG_TEST_EVENTSTOREDB'] ?? double.url;
    const cluster = await testCluster({
      eventsUrl,
      viewsUrl: database.url,
      workers: WORKERS,
      clock,
    });
    const { product, reacted } = cluster;
    const { engine, store } = product;
    const began = performance.now();
    const close = (): Promise<void> => Promise.resolve();
    const execute = engine.execute.bind(engine);
    let told = 0;
    const loaded = await Loaded.into(
      { store, engine, execute, clock, settled: reacted, close },
      ({ year, commands, share }) => {
        if (share - told < 0.02) return;
        told = share;
        say(
          `${year}: ${commands} commands, ${Math.round(share * 100)} %`,
          began,
          performance.now(),
        );
      },
    );
    const wrote = performance.now();
    await cluster.shown();
    const shown = performance.now();
    say(`${loaded.report.commands} commands, ${loaded.log.length} events`, began, wrote);
    say('until every view showed them', wrote, shown);

    const embedded = openReadModels({ file: ':memory:' });
    const runner = projectionRunner({
      store,
      rows: embedded.rows,
      projections: READ_MODELS,
      offline: true,
    });
    await runner.start();
    await runner.caughtUp();
    await runner.stop();
    const rows = await sameRows([product.views.db, asItIs], [embedded.db, asItIs]);
    await embedded.close();
    say(
      `${rows.compared} rows compared, ${rows.differing.length} differ`,
      shown,
      performance.now(),
    );
    if (rows.differing.length > 0) throw new Error(rows.differing.join('\n'));
    return {
      loaded,
      views: viewsOver(product.views),
      async close() {
        await cluster.close();
        await double.stop();
      },
    };
  }, LOAD_MS);
});

const say = (what: string, from: number, to: number): void =>
  void process.stderr.write(`${what}: ${((to - from) / 1000).toFixed(1)} s\n`);
