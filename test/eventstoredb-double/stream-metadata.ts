import { randomUUID } from 'node:crypto';
import type { EventLog } from './event-log.js';
import { type RecordedEvent, systemEvent } from './recorded.event.js';

/** Roles by right, as a stream's $acl holds them: one name or several. */
export type AccessList = Partial<Record<'$r' | '$w' | '$d' | '$mr' | '$mw', string | string[]>>;

/** What `$metadata` events say about a stream, in the server's own words; ages in seconds. */
export interface StreamMetadata {
  $maxCount?: number;
  $maxAge?: number;
  $tb?: number;
  $cacheControl?: number;
  $acl?: AccessList | string;
  [other: string]: unknown;
}

/** From here on a number in $tb means "all of it": a soft delete writes the last 64-bit number. */
const EVERYTHING = 9_223_372_036_854_000_000;
/** Of metadata themselves only the latest is kept. */
const METADATA_OF_METADATA: StreamMetadata = { $maxCount: 1 };
/** Rights are asked for at every append: each settings event is parsed once. */
const parsed = new WeakMap<RecordedEvent, object | undefined>();
const SOFT_DELETE = '{"$tb":9223372036854775807}';

/** The stream that holds another stream's metadata. */
export function metastreamOf(stream: string): string {
  return `$$${stream}`;
}

export function isMetastream(stream: string): boolean {
  return stream.startsWith('$$');
}

/** Latest metadata of a stream; empty when there are none or they cannot be understood. */
export function metadataOf(log: EventLog, stream: string): StreamMetadata {
  if (isMetastream(stream)) return METADATA_OF_METADATA;
  const latest = jsonOf(log.stream(metastreamOf(stream)).at(-1));
  return (latest ?? {}) as StreamMetadata;
}

/** The data of an event as an object, or undefined. */
export function jsonOf(event: RecordedEvent | undefined): object | undefined {
  if (!event) return undefined;
  if (!parsed.has(event)) parsed.set(event, parse(event.data));
  return parsed.get(event);
}

function parse(data: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Deleted, but may be written again: numbering goes on where it stopped. */
export function isSoftDeleted(log: EventLog, stream: string): boolean {
  return (metadataOf(log, stream).$tb ?? 0) >= EVERYTHING;
}

/** Hides all events of a stream; returns the `$metadata` event that does it. */
export function softDelete(log: EventLog, stream: string): RecordedEvent | undefined {
  const event = systemEvent(randomUUID(), '$metadata', {});
  return log.write(metastreamOf(stream), [{ ...event, data: Buffer.from(SOFT_DELETE) }])[0];
}

/** After a write to a soft-deleted stream: what is older than that write stays hidden. */
export function reopen(log: EventLog, stream: string, first: number): void {
  const metadata = { ...metadataOf(log, stream), $tb: first };
  log.write(metastreamOf(stream), [systemEvent(randomUUID(), '$metadata', metadata)]);
}

/** First revision a reader of the stream still gets, by $tb and $maxCount. */
export function firstVisible(log: EventLog, stream: string): number {
  const { $tb = 0, $maxCount } = metadataOf(log, stream);
  const last = log.stream(stream).length - 1;
  return Math.max($tb, $maxCount === undefined ? 0 : last - $maxCount + 1, 0);
}

/** Milliseconds since 1970 before which a reader of the stream gets nothing, by $maxAge. */
export function oldestVisibleMs(log: EventLog, stream: string): number {
  const { $maxAge } = metadataOf(log, stream);
  return $maxAge === undefined ? Number.NEGATIVE_INFINITY : log.now() - $maxAge * 1000;
}
