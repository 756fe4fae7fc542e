import { sql } from 'kysely';
import type { TableDialect } from './table-schema.js';

/** Tables in PostgreSQL. Text is compared by its bytes, as in SQLite and in JavaScript's UTF-8. */
export const POSTGRES_TABLES: TableDialect = {
  types: { text: sql`text collate "C"`, integer: sql`bigint`, real: sql`double precision` },
  ending: () => undefined,
  // A name has 63 bytes at most, and what is beyond is cut off without a word.
  indexName: (table, _, number) => `${table}_by_${number}`,
  nullsComeFirst: false,
  keepsDependents: true,
};
