import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface TableRow {
  /** `events.db/events` and the like. */
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? Buffer.from(value).toString('utf8')
    : typeof value === 'bigint'
      ? String(value)
      : value;

/** Every row of every table of every database in a folder; bytes are read as text. */
export function rowsIn(folder: string): readonly TableRow[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.db'))
    .flatMap((file) => {
      const db = new DatabaseSync(join(folder, file), { readOnly: true });
      try {
        const tables = db
          .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
          .all() as unknown as readonly { readonly name: string }[];
        return tables.flatMap(({ name }) => {
          const statement = db.prepare(`SELECT * FROM ${quoted(name)}`);
          statement.setReadBigInts(true);
          return statement.all().map((row) => ({
            table: `${file}/${name}`,
            row: Object.fromEntries(
              Object.entries(row).map(([column, value]) => [column, text(value)]),
            ),
          }));
        });
      } finally {
        db.close();
      }
    });
}
