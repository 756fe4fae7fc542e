import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';

/** Kysely on Node's own SQLite. Statements are prepared once per text. */
export function nodeSqliteDialect(connection: DatabaseSync): SqliteDialect {
  const database: SqliteDatabase = {
    close: () => undefined, // The connection belongs to whoever opened it.
    prepare(text) {
      const statement = connection.prepare(text);
      const bound = (values: readonly unknown[]): SQLInputValue[] => values as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...bound(values)),
        run: (values) => statement.run(...bound(values)),
        *iterate(values) {
          yield* statement.iterate(...bound(values));
        },
      };
    },
  };
  return new SqliteDialect({ database });
}
