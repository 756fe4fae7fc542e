import { randomUUID } from 'node:crypto';
import { logClient } from './eventstoredb-client.js';
import type { LogClient, LogRecord, Place } from './log-client.port.js';
import { isAfter } from './place.js';

/**
 * A client to whom the log begins where it ends now, and whose streams are its own: many tests can
 * follow each other on one server, each with an empty log, as long as nobody else writes to it.
 */
export async function scopedClient(url: string): Promise<LogClient> {
  const client = logClient(url);
  const scope = `test-${randomUUID()}-`;
  const [last] = await client.readAll('end', { count: 1, backwards: true, deadlineMs: 10_000 });
  const begin: Place | 'start' = last?.place ?? 'start';
  const known = (record: LogRecord): LogRecord =>
    record.stream.startsWith(scope)
      ? { ...record, stream: record.stream.slice(scope.length) }
      : record;
  return {
    append: (stream, ...rest) => client.append(scope + stream, ...rest),
    readStream: async (stream, ...rest) =>
      (await client.readStream(scope + stream, ...rest)).map(known),
    readAll: async (from, part) => {
      // The entry at the beginning is found again, and is none of this log.
      const extra = from === 'start' && begin !== 'start' ? 1 : 0;
      const at = from === 'start' ? begin : from;
      const records = await client.readAll(at, { ...part, count: part.count + extra });
      return records.filter(({ place }) => isAfter(place, begin)).map(known);
    },
    follow: (after, filter, sink) =>
      client.follow(after === 'start' ? begin : after, filter, {
        confirmed: () => sink.confirmed(),
        ended: (error) => sink.ended(error),
        take: (item) => {
          if (item.kind === 'checkpoint' && !isAfter(item.place, begin)) return true;
          const shown = item.kind === 'record' ? { ...item, record: known(item.record) } : item;
          return sink.take(shown);
        },
      }),
    dispose: () => client.dispose(),
  };
}
