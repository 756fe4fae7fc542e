import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '#libs/event-store';
import { storeError } from './sqlite-error.js';

/**
 * Holds the log for one writer for as long as the store is open. The lock is SQLite's exclusive
 * lock
 * on an empty database beside the log: the operating system frees it when the process ends, however
 * it ends. (An exclusive lock on the log itself would shut out readers too.)
 * Throws StoreError STORE_IN_USE when another process, or another store of this one, holds it.
 */
export function lockFile(file: string): { release(): void } {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(`${file}-lock`, { timeout: 0 });
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const cause = storeError(error, 'locking the event log');
    if (cause.code !== 'STORE_IN_USE') throw cause;
    throw new StoreError('STORE_IN_USE', 'the event log is open in another process', { cause });
  }
  const held = database;
  return { release: () => held.close() };
}
