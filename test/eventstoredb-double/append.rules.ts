import type { EventLog } from './event-log.js';
import type { Place, ProposedEvent } from './recorded.event.js';
import { type Expected, Refused } from './refusal.js';
import { isMetastream, isSoftDeleted, reopen } from './stream-metadata.js';

/**
 * Where an append ended: revision of the last event (-1: still no stream) and its place (none
 * for an append of nothing). `again` says that nothing was written because it was there already.
 */
export interface Appended {
  readonly revision: number;
  readonly place?: Place;
  readonly again: boolean;
}

/**
 * Appends, or finds that the same was appended before. Only ids are compared, never contents, and
 * only where `expected` is behind the stream: at the expected revision everything is written.
 *
 * @throws Refused wrong-version, stream-deleted
 */
export function append(
  log: EventLog,
  stream: string,
  expected: Expected,
  events: readonly ProposedEvent[],
): Appended {
  const current = log.lastRevision(stream);
  const owner = isMetastream(stream) ? stream.slice(2) : stream;
  if (log.isTombstoned(owner)) throw new Refused({ kind: 'stream-deleted', stream });
  const wrong = () => new Refused({ kind: 'wrong-version', stream, expected, current });
  if (expected === 'stream_exists' && !exists(log, stream)) throw wrong();
  const softDeleted = isSoftDeleted(log, stream);
  if (expected === 'any' || expected === 'stream_exists') {
    const known = foundLately(log, stream, events);
    if (known === 'partly') throw wrong();
    if (known) return known;
  } else {
    const revision = expected === 'no_stream' ? -1 : expected;
    if (revision > current) throw wrong();
    if (revision < current) {
      const known = foundInPlace(log, stream, revision, events);
      if (known) return known;
      const first = events[0] && events[0].id !== log.stream(stream)[0]?.id;
      if (!first || !softDeleted || expected !== 'no_stream') throw wrong();
    }
  }
  const written = log.write(stream, events);
  if (softDeleted && written.length > 0) reopen(log, stream, current + 1);
  const last = written.at(-1);
  return last
    ? { revision: last.revision, place: last, again: false }
    : { revision: current, again: false };
}

function exists(log: EventLog, stream: string): boolean {
  return log.lastRevision(stream) >= 0 || log.lastRevision(`$$${stream}`) >= 0;
}

/** The earlier append, when every event stands in the stream right after `expected`. */
function foundInPlace(
  log: EventLog,
  stream: string,
  expected: number,
  events: readonly ProposedEvent[],
): Appended | undefined {
  if (events.length === 0) return undefined;
  const there = log.stream(stream).slice(expected + 1, expected + 1 + events.length);
  const same = events.every((event, index) => there[index]?.id === event.id);
  const last = there.at(-1);
  return same && last ? { revision: last.revision, place: last, again: true } : undefined;
}

/** The earlier append, when the server still remembers all of these ids in this stream. */
function foundLately(
  log: EventLog,
  stream: string,
  events: readonly ProposedEvent[],
): Appended | 'partly' | undefined {
  const known = events.map(({ id }) => log.recent.find(id));
  const here = known.filter((write) => write?.stream === stream);
  if (known[0]?.stream !== stream) return undefined;
  if (here.length < events.length) return 'partly';
  const revision = known.at(-1)?.revision ?? -1;
  return { revision, place: log.stream(stream)[revision], again: true };
}
