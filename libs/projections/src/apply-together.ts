import type { Position, StoredEvent } from '#libs/event-store';
import type { Line } from './line.js';
import { type LineRecord, type RowDatabase, RowRefused } from './row-database.port.js';

/**
 * Folds events into several lines and stores what comes of it in one transaction: a commit of its
 * own for each would cost more than all their rows. Afterwards a line stands at `next`, or before
 * it, as after `Line.fold` and `Line.flush`. Throws, with everything forgotten, when the database
 * fails.
 */
export async function applyTogether(
  database: RowDatabase,
  lines: ReadonlySet<Line>,
  events: readonly StoredEvent[],
  next: Position,
): Promise<void> {
  for (const line of lines) await line.fold(database, events, next);
  if (await flushTogether(database, lines)) return;
  // Whose rows were refused shows when each stores its own.
  for (const line of lines) {
    await line.fold(database, events, next);
    await line.flush(database);
  }
}

/** False: the database refused somebody's rows; all are back at their checkpoints. */
async function flushTogether(database: RowDatabase, lines: ReadonlySet<Line>): Promise<boolean> {
  const due: { readonly line: Line; readonly record: LineRecord }[] = [];
  for (const line of lines) {
    const record = (await line.settle()) ? line.due : undefined;
    if (record !== undefined) due.push({ line, record });
  }
  if (due.length === 0) return true;
  try {
    await database.transaction(async (tx) => {
      for (const { line, record } of due) await line.store(tx, record);
    });
  } catch (error) {
    for (const { line } of due) line.forget();
    if (!(error instanceof RowRefused)) throw error;
    return false;
  }
  for (const { line, record } of due) line.stored(record);
  return true;
}
