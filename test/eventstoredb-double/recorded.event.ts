/** An event as a client proposes it. `data` and `custom` (the metadata) are bytes, never parsed. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly custom: Uint8Array;
}

/**
 * An event as the log holds it. `commit` and `prepare` are byte offsets: equal for every write of
 * today, prepare < commit for a legacy explicit transaction. `createdMs` is the log's own clock.
 */
export interface RecordedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly commit: number;
  readonly prepare: number;
  readonly createdMs: number;
}

/** A place in the log: order is by commit, then by prepare. */
export interface Place {
  readonly commit: number;
  readonly prepare: number;
}

/** Revision of a tombstone: the highest 64-bit number, which no JavaScript number can hold. */
export const TOMBSTONE_REVISION = Number.POSITIVE_INFINITY;
export const LAST_INT64 = '9223372036854775807';

/** What the server keeps beside the payload of a record, in bytes. */
const RECORD_OVERHEAD = 64;

/** Size of an event as the limits count it: type, data and metadata, without stream or overhead. */
export function sizeOf(event: ProposedEvent): number {
  return Buffer.byteLength(event.type) + event.data.length + event.custom.length;
}

/** Bytes an event takes in the log. */
export function sizeInLog(stream: string, event: ProposedEvent): number {
  return RECORD_OVERHEAD + Buffer.byteLength(stream) + sizeOf(event);
}

/** Negative, 0 or positive, as a comparison function gives it. */
export function comparePlaces(one: Place, other: Place): number {
  return one.commit - other.commit || one.prepare - other.prepare;
}

/** An event the server writes itself, with JSON data and no metadata. */
export function systemEvent(id: string, type: string, data: unknown): ProposedEvent {
  return {
    id,
    type,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    custom: new Uint8Array(),
  };
}
