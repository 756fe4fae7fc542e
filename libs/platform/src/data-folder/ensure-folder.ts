import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the data folder, and what lies above it, if need be; only its owner may read it. Throws the
 * system's error. Step by step, because `mkdir` with `recursive` never returns where the system
 * answers that a folder it just listed does not exist (under `/proc`).
 */
export function ensureFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) ensureFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
