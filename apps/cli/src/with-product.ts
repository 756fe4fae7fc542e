import { type EmbeddedOptions, type Guong, openEmbedded } from '#libs/assembly';
import { dataError } from '#libs/platform';

/**
 * Opens the data folder, does the work and closes it again whatever happens. Throws StartError for
 * what an operator can mend (in use, read-only, newer). Timers do not fire: a server does that.
 */
export async function withProduct<T>(
  { starts = 'all', ...options }: EmbeddedOptions & { readonly starts?: 'all' | 'reactors' },
  work: (guong: Guong) => Promise<T>,
): Promise<T> {
  const guong = await openEmbedded({ polls: false, ...options }).catch((error: unknown) => {
    throw dataError(error, options.folder);
  });
  try {
    await (starts === 'all' ? guong.start() : guong.startReactors());
    return await work(guong);
  } finally {
    await guong.close();
  }
}
