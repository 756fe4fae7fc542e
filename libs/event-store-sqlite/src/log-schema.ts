import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '#libs/event-store';

/** Marks the file as an event log of this product ("gwlg"). */
const APPLICATION_ID = 0x67776c67;
/** Raise it with every change of the tables below; a newer file is refused. */
const SCHEMA_VERSION = 1;
const PAGE_BYTES = 4096;
/** About 80 MB: checkpointing rarely makes many rewrites of one page into one. */
const CHECKPOINT_PAGES = 20_000;

/**
 * Integer ids keep the index small. `sum_*` are CRC-32 of the texts, seeded with the row's place.
 * No table of command keys: they are in the events (the fold of a stream knows them).
 */
const TABLES = `
CREATE TABLE streams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE event_types (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  UNIQUE (type, schema_version)
) STRICT;
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  type_id INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  sum_meta INTEGER NOT NULL,
  sum_data INTEGER NOT NULL,
  sum_sealed INTEGER,
  meta TEXT NOT NULL,
  data TEXT NOT NULL,
  sealed TEXT,
  UNIQUE (stream_id, revision)
) STRICT;
`;

const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`;

/** When the disk is told to sync what was written. */
export type LogSync = 'commit' | 'checkpoint';

interface WritingOptions {
  readonly maxBytes?: number;
  readonly sync?: LogSync;
}

/** Sets the writer's connection up and creates the tables in an empty file. */
export function prepareForWriting(
  database: DatabaseSync,
  { maxBytes, sync = 'commit' }: WritingOptions,
): void {
  database.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
  if (scalar(database, 'PRAGMA journal_mode = WAL') !== 'wal')
    throw new StoreError('STORE_FAILED', 'this file system does not support the write-ahead log');
  database.exec(`
    PRAGMA synchronous = ${sync === 'commit' ? 'FULL' : 'NORMAL'};
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = ${2 * CHECKPOINT_PAGES * PAGE_BYTES};
  `);
  prepareForReading(database);
  if (maxBytes !== undefined)
    database.exec(`PRAGMA max_page_count = ${Math.floor(maxBytes / PAGE_BYTES)}`);
  if (isEmpty(database)) create(database);
  checkSchema(database);
}

/** What every connection needs. A damaged page is noticed rather than misread. */
export function prepareForReading(database: DatabaseSync): void {
  database.exec(`
    PRAGMA cell_size_check = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA recursive_triggers = ON;
    PRAGMA cache_size = -32768;
  `);
}

/** Throws StoreError STORE_NEWER on a later version's file, STORE_CORRUPT on another program's. */
export function checkSchema(database: DatabaseSync): void {
  if (scalar(database, 'PRAGMA application_id') !== APPLICATION_ID)
    throw new StoreError('STORE_CORRUPT', 'the file is not an event log');
  const version = Number(scalar(database, 'PRAGMA user_version'));
  if (version > SCHEMA_VERSION)
    throw new StoreError(
      'STORE_NEWER',
      `the event log has format ${version}, this program knows up to ${SCHEMA_VERSION}`,
    );
}

const isEmpty = (database: DatabaseSync): boolean =>
  scalar(database, 'SELECT count(*) FROM sqlite_schema') === 0;

function create(database: DatabaseSync): void {
  database.exec(`
    BEGIN IMMEDIATE;
    ${TABLES}
    ${['streams', 'event_types', 'events'].map(appendOnly).join('')}
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${SCHEMA_VERSION};
    COMMIT;
  `);
}

/** The only column of the only row. */
function scalar(database: DatabaseSync, sql: string): unknown {
  const row = database.prepare(sql).get();
  return row === undefined ? undefined : Object.values(row)[0];
}
