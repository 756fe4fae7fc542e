import type { StoredEvent } from '#libs/event-store';
import type { LogCursor } from './log-equality-cursor.js';

/**
 * Takes the events that were one append: they follow each other in one stream, and one command
 * wrote them at one time. Empty at the end of the log.
 */
export async function nextBatch(cursor: LogCursor): Promise<readonly StoredEvent[]> {
  if ((await cursor.fill()) === 0) return [];
  const first = cursor.take();
  const batch = [first];
  while ((await cursor.fill()) > 0 && isOfOneAppend(first, cursor.peek(), batch.length))
    batch.push(cursor.take());
  return batch;
}

const isOfOneAppend = (first: StoredEvent, next: StoredEvent, distance: number): boolean =>
  next.stream === first.stream &&
  next.revision === first.revision + distance &&
  next.commandId === first.commandId &&
  next.recordedAt === first.recordedAt;
