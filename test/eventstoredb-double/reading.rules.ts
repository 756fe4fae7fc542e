import type { EventLog } from './event-log.js';
import type { ReadRequest } from './read.request.js';
import type { Place, RecordedEvent } from './recorded.event.js';
import { Refused } from './refusal.js';
import { firstVisible, isSoftDeleted, oldestVisibleMs } from './stream-metadata.js';

/** @throws Refused stream-deleted */
export function isThere(log: EventLog, stream: string): boolean {
  if (log.isTombstoned(stream)) throw new Refused({ kind: 'stream-deleted', stream });
  return log.stream(stream).length > 0 && !isSoftDeleted(log, stream);
}

/** What $tb, $maxCount and $maxAge leave of a stream. */
export function visibility(log: EventLog, stream: string): (event: RecordedEvent) => boolean {
  const first = firstVisible(log, stream);
  const oldest = oldestVisibleMs(log, stream);
  return (event) => event.revision >= first && event.createdMs >= oldest;
}

/** Reads are inclusive, but reading $all backwards starts before its position. */
export function firstIndex(log: EventLog, { stream, start, backwards }: ReadRequest): number {
  const last = (stream === undefined ? log.events : log.stream(stream)).length - 1;
  if (start === 'start') return backwards && stream === undefined ? -1 : 0;
  if (start === 'end') return backwards ? last : last + 1;
  if ('revision' in start) return backwards ? Math.min(start.revision, last) : start.revision;
  checkPosition(log, start);
  return backwards ? log.indexFrom(start) - 1 : log.indexFrom(start);
}

/** A position inside the log must be the start of a record; beyond the head anything goes. */
export function checkPosition(log: EventLog, { commit }: Place): void {
  if (commit < 0 || commit >= log.head || log.isRecordStart(commit)) return;
  const text = 'Trying to read from an invalid position.';
  throw new Refused({ kind: 'invalid-argument', text });
}
