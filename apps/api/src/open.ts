import { accessSync, constants } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { openEmbedded } from '#libs/assembly';
import { AccountStore, dataError, ensureFolder, StartError } from '#libs/platform';
import type { Opened } from './api.module.js';
import type { Config } from './config.js';
import { listenError } from './start-error.js';

/** Everything a server needs, open. */
export type OpenedData = Opened & { close(): Promise<void> };

/** Refuses a port that is taken before anything is opened or loaded. */
const requirePort = ({ host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once('error', (error) => reject(listenError(error, { host, port })));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });

/**
 * Opens the data folder, creating it if need be, and starts projections and reactors. Throws
 * StartError for whatever an operator can mend.
 */
export async function open(config: Config, clock: () => number = Date.now): Promise<OpenedData> {
  if (config.port !== 0) await requirePort(config);
  const closing: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let step = closing.pop(); step !== undefined; step = closing.pop()) await step();
  };
  try {
    ensureFolder(config.folder);
    accessSync(config.folder, constants.W_OK | constants.X_OK);
    const accounts = new AccountStore(config.folder, clock);
    closing.push(() => accounts.close());
    if (config.production && accounts.hasDemo())
      throw new StartError('DEMO_IN_PRODUCTION', config.folder);
    const guong = await openEmbedded({
      folder: config.folder,
      clock,
      warrants: () =>
        accounts.warrants().map(({ personId, unitId, from, until }) => ({
          personId,
          unitIds: [unitId],
          memberIds: [],
          from,
          until,
        })),
    });
    closing.push(() => guong.close());
    await guong.start();
    return { config, guong, accounts, clock, close };
  } catch (error) {
    await close();
    throw dataError(error, config.folder);
  }
}
