import {
  type EmbeddedOptions,
  type Guong,
  openCluster,
  openEmbedded,
  type Product,
} from '#libs/assembly';
import { READ_MODELS } from '#libs/read-models';
import type { ClusterSettings } from '#libs/platform';
import type { Place } from './place.js';
import { ViewsUnkept } from './trouble.js';

/** How long one wait for a view lasts before it is asked again. */
const WAIT_MS = 1_000;

/** A place at work. */
export interface Opened extends Product {
  /**
   * Resolves when the views show what is recorded by now; in a folder also what reactors made of
   * it. One that is parked is not waited for. In a cluster others keep them: throws ViewsUnkept
   * where nobody does.
   */
  readonly settled: () => Promise<void>;
}

type FolderOptions = Omit<EmbeddedOptions, 'folder'> & { readonly starts?: 'all' | 'reactors' };

/**
 * Opens the place, does the work and closes it again whatever happens. Throws what stores throw,
 * see `troubleOf`. Timers do not fire: a server does that.
 */
export function withProduct<T>(
  place: Place,
  work: (opened: Opened) => Promise<T>,
  options: Pick<FolderOptions, 'offline'> = {},
): Promise<T> {
  return place.kind === 'folder'
    ? withFolder({ ...options, folder: place.folder }, work)
    : withCluster(place, work);
}

/** Opens a data folder alone, with everything that only one process over it has. */
export async function withFolder<T>(
  { starts = 'all', ...options }: FolderOptions & { readonly folder: string },
  work: (guong: Guong) => Promise<T>,
): Promise<T> {
  const guong = await openEmbedded({ polls: false, ...options });
  try {
    await (starts === 'all' ? guong.start() : guong.startReactors());
    return await work(guong);
  } finally {
    await guong.close();
  }
}

/** Log and database of a cluster; projectors keep the views, react and fire timers. */
async function withCluster<T>(
  { eventsUrl, eventsDeadlineMs, viewsUrl, viewsPoolSize, holidays }: ClusterSettings,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const product = await openCluster({
    eventsUrl,
    viewsUrl,
    deadlineMs: eventsDeadlineMs,
    poolSize: viewsPoolSize,
    holidays,
  });
  try {
    await product.start();
    return await work({ ...product, settled: () => shown(product) });
  } finally {
    await product.close();
  }
}

/** Waits until every view that moves shows what is recorded by now. Throws ViewsUnkept. */
async function shown({ store, projections }: Product): Promise<void> {
  const head = await store.head();
  const wait = async (name: string): Promise<boolean> => {
    for (;;) {
      const waited = await projections.waitFor([name], head, WAIT_MS);
      if (waited !== 'behind') return waited === 'reached';
    }
  };
  const reached = await Promise.all(READ_MODELS.map(({ name }) => wait(name)));
  if (reached.every(Boolean)) return;
  const { lines } = await projections.status();
  const isKept = (view: string): boolean =>
    lines.some(
      ({ name, role, state }) => name === view && role === 'serving' && state !== 'unowned',
    );
  const unkept = READ_MODELS.map(({ name }) => name).filter(
    (name, index) => reached[index] !== true && !isKept(name),
  );
  if (unkept.length > 0) throw new ViewsUnkept(unkept);
}
