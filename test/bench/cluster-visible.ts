import { openCluster, type Product } from '#libs/assembly';
import { LevelIndicatorQueries, READ_MODELS } from '#libs/read-models';
import type { Position } from '#libs/event-store';
import { ownTime } from './cluster-commands.js';
import { type ClusterPlaces, sharedOut } from './cluster-places.js';
import { concurrently, percentile } from './measure.js';
import { openLoop } from './open-loop.js';
import { costs, stopwatch } from './process-time.js';
import { admit, CELL, endorse, must, prepareCell, submit, YEAR } from './requests.js';
import type { Row } from './row.js';
import type { ClusterScale } from './scale.js';

const PER_SECOND = 50;
const WARM_UP = 200;
const WAIT_MS = 60_000;
const ALL = READ_MODELS.map(({ name }) => name);

/** From a command here to its effect in views that another process keeps, and when that dies. */
export async function clusterVisibleRows(
  places: ClusterPlaces,
  { visibleSeconds, leaseSeconds }: ClusterScale,
): Promise<readonly Row[]> {
  const viewsUrl = await places.emptyViews();
  const first = await places.projector(viewsUrl, leaseSeconds);
  const product = await openCluster({ eventsUrl: places.eventsUrl, viewsUrl });
  await product.start();
  const figures = new LevelIndicatorQueries(product.views.db);
  const count = PER_SECOND * visibleSeconds;
  await prepareCell(product.engine);
  for (const command of [admit, submit])
    await concurrently(WARM_UP + count + 1, 64, (i) => must(product.engine, command(i + 1)));
  await shown(product, ALL, await product.store.head());
  const see = (index: number): Promise<void> => endorseAndSee(product, figures, index);
  await openLoop(PER_SECOND, WARM_UP, (i) => see(i + 1));
  const read = stopwatch({
    client: ownTime,
    log: places.log,
    database: places.database,
    worker: first.time,
  });
  const times = await openLoop(PER_SECOND, count, (i) => see(WARM_UP + i + 1));
  const spent = costs(read(), count);
  const second = await places.projector(viewsUrl, leaseSeconds);
  await sharedOut(viewsUrl, 2);
  const took = await takeover(product, viewsUrl, () => first.end('SIGKILL'), WARM_UP + count + 1);
  await product.close();
  await second.end();
  return [
    {
      id: 'cluster-visible',
      what: `cluster: command to dashboard p99, ${PER_SECOND} commands/s`,
      unit: 'ms',
      ours: percentile(times, 0.99),
      note: `p50 ${percentile(times, 0.5).toFixed(1)} ms; ${spent} a command`,
    },
    {
      id: 'cluster-takeover',
      what: `cluster: projector killed until every view moves on, lease of ${leaseSeconds} s`,
      unit: 's',
      ours: took.shown,
      target: { most: leaseSeconds + 1 },
      note: `all leases with the other after ${took.held.toFixed(1)} s`,
    },
  ];
}

async function endorseAndSee(
  product: Product,
  figures: LevelIndicatorQueries,
  index: number,
): Promise<void> {
  const { position } = await must(product.engine, endorse(index));
  await shown(product, ['level_indicators'], position as Position);
  await figures.indicators(CELL, YEAR, 'then');
}

async function shown(product: Product, names: readonly string[], at: Position): Promise<void> {
  const waited = await product.projections.waitFor(names, at, WAIT_MS);
  if (waited !== 'reached') throw new Error(`the views are ${waited}`);
}

/** Seconds from the kill until the other holds everything, and shows what was done meanwhile. */
async function takeover(
  product: Product,
  viewsUrl: string,
  kill: () => Promise<void>,
  index: number,
): Promise<{ readonly held: number; readonly shown: number }> {
  await kill();
  const killed = performance.now();
  const seconds = (): number => (performance.now() - killed) / 1000;
  const { position } = await must(product.engine, endorse(index));
  const all = product.projections.waitFor(ALL, position as Position, WAIT_MS);
  await sharedOut(viewsUrl, 1);
  const held = seconds();
  const waited = await all;
  if (waited !== 'reached') throw new Error(`after the kill the views are ${waited}`);
  return { held, shown: seconds() };
}
