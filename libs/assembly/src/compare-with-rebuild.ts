import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#libs/event-store';
import { projectionRunner } from '#libs/projections';
import { dumpTables, openReadModels, READ_MODELS, type ReadModels } from '#libs/read-models';

/** One table of the read models, as it is and as it should be. */
export interface TableComparison {
  readonly table: string;
  readonly rows: number;
  /** Rows that one side has more often than the other, at most ten of them. */
  readonly differing: readonly string[];
}

const DIFFERENCES_MAX = 10;

/**
 * Builds every read model anew in a temporary file and compares all rows with those that are
 * served, a row that stands twice included. Both sides must be caught up; nothing may be written
 * meanwhile.
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
    return compareDumps(await dumpTables(served.db), await dumpTables(fresh.db));
  } finally {
    await runner.stop();
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares two dumps of the same tables, line by line and table by table. */
export function compareDumps(is: string, should: string): readonly TableComparison[] {
  const [served, rebuilt] = [linesByTable(is), linesByTable(should)];
  return READ_MODELS.flatMap(({ tables }) => Object.keys(tables))
    .sort()
    .map((table) => compareTable(table, served.get(table) ?? [], rebuilt.get(table) ?? []));
}

function linesByTable(dump: string): ReadonlyMap<string, readonly string[]> {
  const lines = dump.split('\n').filter((line) => line !== '');
  return Map.groupBy(lines, (line) => line.slice(0, line.indexOf(' ')));
}

function compareTable(
  table: string,
  is: readonly string[],
  should: readonly string[],
): TableComparison {
  const surplus = new Map<string, number>();
  for (const line of is) surplus.set(line, (surplus.get(line) ?? 0) + 1);
  for (const line of should) surplus.set(line, (surplus.get(line) ?? 0) - 1);
  const differing = [...surplus]
    .filter(([, times]) => times !== 0)
    .map(([line, times]) => `${times > 0 ? '-' : '+'} ${line.slice(table.length + 1)}`);
  return { table, rows: should.length, differing: differing.slice(0, DIFFERENCES_MAX) };
}
