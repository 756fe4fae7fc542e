import type { RowTransaction, TableChanges } from './row-database.port.js';
import type { PhysicalTable } from './table.js';

/** Rows written before others have a turn. */
const ROWS_PER_TURN = 480;

/** Lets others have a turn when it is time. */
export type Breathe = () => Promise<void>;

/** Writes a table's changes, at once or with turns for others between. */
export async function writeInSlices(
  tx: RowTransaction,
  table: PhysicalTable,
  changes: TableChanges,
  breathe: Breathe | undefined,
): Promise<void> {
  const { puts, deletes, adds, appends } = changes;
  const longest = Math.max(puts.length, adds.length, appends.length);
  if (breathe === undefined || longest <= ROWS_PER_TURN) return tx.write(table, changes);
  for (let from = 0; from < longest; from += ROWS_PER_TURN) {
    const part = <T>(rows: readonly T[]): readonly T[] => rows.slice(from, from + ROWS_PER_TURN);
    await tx.write(table, {
      puts: part(puts),
      deletes: from === 0 ? deletes : [],
      adds: part(adds),
      appends: part(appends),
    });
    await breathe();
  }
}
