import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { textSetting } from '#libs/platform';

/** The data folder: `--data`, else GUONG_DATA, else `./data`. */
export const dataFolder = (option: string | undefined): string =>
  resolve(option ?? textSetting(process.env, 'GUONG_DATA', './data'));

/** Makes the folder if need be; only its owner may read it. */
export function ensureFolder(folder: string): string {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Whether nothing has been recorded in the folder yet. */
export const isEmptyFolder = (folder: string): boolean => !existsSync(`${folder}/events.db`);
