import type { Position, StoredEvent } from '#libs/event-store';
import { type Line, NeedsCare, Poison } from './line.js';
import type { LineRecord, ParkedEvent, RowDatabase } from './row-database.port.js';

/** Where a line stops within a batch, and why. */
interface Stop {
  readonly index: number;
  readonly parked: ParkedEvent;
}

/**
 * Folds one batch into every line and stores rows and checkpoints in one transaction. Each line
 * ignores what is at or before its own checkpoint. A line that cannot take an event keeps all
 * before it and is parked; the others are not held up. Throws only what the database throws, with
 * nothing changed.
 */
export async function applyBatch(
  database: RowDatabase,
  lines: readonly Line[],
  events: readonly StoredEvent[],
  next: Position,
): Promise<void> {
  const stops = new Map<Line, Stop>();
  for (;;) {
    try {
      const records = await database.transaction(async (tx) => {
        const advanced: LineRecord[] = [];
        for (const line of lines) {
          const stop = stops.get(line);
          const from = firstAfter(events, line.position);
          const end = stop?.index ?? events.length;
          if (from < end) await line.fold(tx, events, from, end);
          const record = recordAfter(line, events, end, stop, next);
          await tx.saveLine(record);
          advanced.push(record);
        }
        return advanced;
      });
      lines.forEach((line, index) => {
        line.record = records[index]!;
        line.careful = false;
      });
      return;
    } catch (error) {
      for (const line of lines) line.forget();
      if (error instanceof NeedsCare) error.line.careful = true;
      else if (error instanceof Poison)
        stops.set(error.line, {
          index: error.index,
          parked: parkedAt(events[error.index]!, error.cause),
        });
      else throw error;
    }
  }
}

const firstAfter = (events: readonly StoredEvent[], position: Position): number => {
  let index = 0;
  while (index < events.length && events[index]!.position <= position) index += 1;
  return index;
};

const recordAfter = (
  line: Line,
  events: readonly StoredEvent[],
  end: number,
  stop: Stop | undefined,
  next: Position,
): LineRecord => {
  const reached = stop === undefined ? next : (events[end - 1]?.position ?? line.position);
  const position = reached > line.position ? reached : line.position;
  return { ...line.record, position, parked: stop?.parked };
};

const parkedAt = (event: StoredEvent, cause: unknown): ParkedEvent => ({
  position: event.position,
  id: idOf(event),
  type: event.type,
  error: errorText(cause),
});

/** A damaged event may not even know its id. */
const idOf = (event: StoredEvent): string => {
  try {
    return event.id;
  } catch {
    return `${event.position}`;
  }
};

/** Class and message of an error; quoted parts are left out, since they may quote what was stored. */
const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return 'thrown value';
  const message = error instanceof SyntaxError ? '' : error.message.replace(/"[^"]*"/g, '"…"');
  return `${error.name}: ${message}`.slice(0, 200);
};
