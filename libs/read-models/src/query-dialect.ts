import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { ReadModelDb } from './database.js';

/** What queries must say in another way to one database than to the other. */
export interface QueryDialect {
  /** Many values in one parameter, for `in`. */
  readonly list: (values: readonly string[]) => RawBuilder<unknown>;
  /** A column whose index is not to be used, where the database would choose it wrongly. */
  readonly offIndex: (column: string) => RawBuilder<unknown>;
}

const SQLITE: QueryDialect = {
  list: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
  offIndex: (column) => sql`+${sql.ref(column)}`,
};

/** PostgreSQL knows from its statistics how many rows an index would give. */
const POSTGRES: QueryDialect = {
  list: (values) => sql`(select unnest(${values}::text[]))`,
  offIndex: (column) => sql.ref(column),
};

export const queryDialect = (db: ReadModelDb): QueryDialect =>
  db.getExecutor().adapter instanceof PostgresAdapter ? POSTGRES : SQLITE;
