import { type EmbeddedOptions, type Guong, openEmbedded, type Product } from '#libs/assembly';
import { READ_MODELS } from '#libs/read-models';
import type { Place } from './place.js';

/** How long one wait for a view lasts before it is asked again. */
const WAIT_MS = 1_000;

/** A place at work. */
export interface Opened extends Product {
  /**
   * Resolves when the views show what is recorded by now; in a folder also what reactors made of
   * it. In a cluster others keep them: a projection that has stopped is not waited for.
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
  if (place.kind === 'folder') return withFolder({ ...options, folder: place.folder }, work);
  throw new Error('a cluster cannot be opened');
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

/** Waits until every view that moves shows what is recorded by now. */
export async function shown({ store, projections }: Product): Promise<void> {
  const head = await store.head();
  const wait = async (name: string): Promise<void> => {
    while ((await projections.waitFor([name], head, WAIT_MS)) === 'behind');
  };
  await Promise.all(READ_MODELS.map(({ name }) => wait(name)));
}
