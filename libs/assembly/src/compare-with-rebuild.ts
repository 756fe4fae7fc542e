import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#libs/event-store';
import { projectionRunner } from '#libs/projections';
import { openReadModels, READ_MODELS, type ReadModels } from '#libs/read-models';
import { sql } from 'kysely';

/** One table of the read models, as it is and as it should be. */
export interface TableComparison {
  readonly table: string;
  readonly rows: number;
  /** Rows that only one side has, at most ten of them. */
  readonly differing: readonly string[];
}

const DIFFERENCES_MAX = 10;

/**
 * Builds every read model anew in a temporary file and compares all rows with those that are
 * served. Both sides must be caught up; nothing may be written meanwhile.
 */
export async function compareWithRebuild(
  store: EventStore,
  served: ReadModels,
): Promise<readonly TableComparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guong-check-'));
  const fresh = openReadModels({ file: join(folder, 'views.db') });
  const runner = projectionRunner({
    store,
    rows: fresh.rows,
    projections: READ_MODELS,
    offline: true,
  });
  try {
    await runner.start();
    await runner.caughtUp();
    const tables = await viewsOf(fresh);
    return await Promise.all(tables.map((table) => compare(table, served, fresh)));
  } finally {
    await runner.stop();
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const viewsOf = async ({ db }: ReadModels): Promise<readonly string[]> => {
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'view' order by name`.execute(db);
  return rows.map(({ name }) => name);
};

async function compare(
  table: string,
  served: ReadModels,
  fresh: ReadModels,
): Promise<TableComparison> {
  const [is, should] = await Promise.all([linesOf(table, served), linesOf(table, fresh)]);
  const differing = [...is].filter((line) => !should.has(line)).map((line) => `- ${line}`);
  differing.push(...[...should].filter((line) => !is.has(line)).map((line) => `+ ${line}`));
  return { table, rows: should.size, differing: differing.slice(0, DIFFERENCES_MAX) };
}

async function linesOf(table: string, { db }: ReadModels): Promise<ReadonlySet<string>> {
  const { rows } = await sql`select * from ${sql.table(table)}`.execute(db);
  return new Set(rows.map((row) => JSON.stringify(row)));
}
