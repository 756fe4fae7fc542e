import { sql } from 'kysely';
import type { TableDialect } from './table-schema.js';

/** Tables in SQLite. Narrow rows live in their key's tree, wide ones beside it. */
export const SQLITE_TABLES: TableDialect = {
  types: { text: sql`text`, integer: sql`integer`, real: sql`real` },
  ending: (kind) => (kind === 'keyed' || kind === 'log' ? sql`strict` : sql`strict, without rowid`),
  indexName: (table, columns) => `${table}_by_${columns.join('_')}`,
  nullsComeFirst: true,
  keepsDependents: false,
};
