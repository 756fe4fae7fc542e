import type { Kysely } from 'kysely';
import { canonicalJson } from '#libs/kernel';
import type { ReadModelDb } from './database.js';
import { READ_MODELS } from './projections.js';

/**
 * All rows of all views as text that is equal exactly when the rows are: one line a row, tables by
 * name, rows by key (logs by all their columns). For comparing a rebuild with what was there.
 */
export async function dumpTables(readModels: ReadModelDb): Promise<string> {
  const db = readModels as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const tables = READ_MODELS.flatMap((projection) => Object.entries(projection.tables)).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const lines: string[] = [];
  for (const [name, { key, columns }] of tables) {
    let query = db.selectFrom(name).selectAll();
    for (const column of key.length > 0 ? key : Object.keys(columns)) query = query.orderBy(column);
    for (const row of await query.execute()) lines.push(`${name} ${canonicalJson(row)}\n`);
  }
  return lines.join('');
}
