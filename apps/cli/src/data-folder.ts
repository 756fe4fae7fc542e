import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureFolder, textSetting } from '#libs/platform';

/** The data folder: `--data`, else GUONG_DATA, else `./data`. */
export const dataFolder = (option: string | undefined): string =>
  resolve(option ?? textSetting(process.env, 'GUONG_DATA', './data'));

/** The data folder, made if need be. */
export function readyFolder(option: string | undefined): string {
  const folder = dataFolder(option);
  ensureFolder(folder);
  return folder;
}

/** Whether nothing has been recorded in the folder yet. */
export const isEmptyFolder = (folder: string): boolean => !existsSync(`${folder}/events.db`);
