import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type AccountStore,
  type ClusterSettings,
  clusterSettings,
  ensureFolder,
  openAccounts,
  printedUrl,
  textSetting,
} from '#libs/platform';
import type { Options } from './command.js';

/** Where the data are: in a folder of this machine, or in a cluster. */
export type Place =
  | { readonly kind: 'folder'; readonly folder: string }
  | ({ readonly kind: 'cluster' } & ClusterSettings);

/** What a command was told about where the data are. */
type Told = Pick<Options, 'data' | 'variables'>;

/**
 * `--data` names a folder, whatever the environment says; else GUONG_EVENTS_URL with
 * GUONG_VIEWS_URL, else GUONG_DATA, else `./data`. Throws SettingError.
 */
export function placeOf({ data, variables }: Told): Place {
  const cluster = data === undefined ? clusterSettings(variables) : undefined;
  return cluster === undefined
    ? { kind: 'folder', folder: dataFolder({ data, variables }) }
    : { kind: 'cluster', ...cluster };
}

/** The data folder: `--data`, else GUONG_DATA, else `./data`. */
export const dataFolder = ({ data, variables }: Told): string =>
  resolve(data ?? textSetting(variables, 'GUONG_DATA', './data'));

/** Whether nothing has been recorded in the folder yet. */
export const isEmptyFolder = (folder: string): boolean => !existsSync(`${folder}/events.db`);

/** The place by a name that says nothing secret: the folder, or the hosts of the log. */
export const nameOf = (place: Place): string =>
  place.kind === 'folder' ? place.folder : logName(place.eventsUrl);

/** Address of a log without user, password and options. */
export const logName = (url: string): string => printedUrl(url).replace(/\/$/, '');

/** The folder is made if need be. */
export function readyPlace(told: Told): Place {
  const place = placeOf(told);
  if (place.kind === 'folder') ensureFolder(place.folder);
  return place;
}

/** Opens the accounts of a place, does the work and closes them. */
export async function withAccounts<T>(
  place: Place,
  work: (accounts: AccountStore) => T | Promise<T>,
): Promise<T> {
  const accounts = await openAccounts(
    place.kind === 'folder'
      ? { folder: place.folder }
      : { viewsUrl: place.viewsUrl, deadlineMs: place.viewsDeadlineMs },
    Date.now,
  );
  try {
    return await work(accounts);
  } finally {
    await accounts.close();
  }
}
