import { appliedPublisher, listenTo, workerBoard } from '#libs/cluster';
import { START } from '#libs/event-store';
import { REACTORS } from '#libs/workflows';
import { Closers } from './closers.js';
import { type ClusterOptions, openPlaces } from './cluster-places.js';
import type { Product } from './opened-product.js';
import { viewsElsewhere } from './views-elsewhere.js';

/**
 * The product in a process that keeps no views, reacts to nothing and fires no timers: workers do
 * (`openWorker`). Any number of such processes serve beside each other. Throws as `openPlaces`.
 */
export async function openCluster(options: ClusterOptions): Promise<Product> {
  const closers = new Closers();
  return closers.orClose(async () => {
    const { onFailure } = options;
    const places = await openPlaces(options, closers);
    const { store, engine, views, database } = places;
    const { channels } = viewsElsewhere;
    const notifications = closers.opened(listenTo({ database, channels, onFailure }));
    const projections = viewsElsewhere.open({ store, views, database, notifications, onFailure });
    const board = workerBoard(database);
    const publisher = closers.opened(appliedPublisher(database, onFailure));
    return {
      store,
      engine,
      views,
      projections,
      standing: {
        reactors: () => board.reactors(REACTORS.map(({ name }) => name)),
        timers: () => board.timers(),
      },
      hasLearnt: places.hasLearnt,
      announce: (units) => publisher.publish({ position: START, units }),
      async start() {
        await places.start();
        await projections.start();
      },
      async close() {
        await projections.close();
        await places.stop();
        await closers.closeAll();
      },
    };
  });
}
