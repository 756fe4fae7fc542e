import { openClusterDatabase, workerBoard } from '#libs/cluster';
import type { Variables } from '#libs/platform';
import { type LogPlace, nameOfLog } from './log-place.js';
import { logName } from './place.js';
import { LogServed } from './trouble.js';

/**
 * A log on a server cannot be locked; but where the environment names it and its database, those
 * who work on it are known. Throws LogServed: their reactors would write between what is copied.
 */
export async function requireIdle(place: LogPlace, variables: Variables): Promise<void> {
  const { GUONG_EVENTS_URL: events = '', GUONG_VIEWS_URL: views = '' } = variables;
  if (place.kind === 'folder' || views === '' || logName(events) !== nameOfLog(place)) return;
  const database = await openClusterDatabase({ url: views });
  try {
    const { workers } = await workerBoard(database).read();
    if (workers.some(({ isAlive }) => isAlive)) throw new LogServed(nameOfLog(place));
  } finally {
    await database.close();
  }
}
