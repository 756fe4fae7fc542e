import { type EncodedEvent, encodeAppend, type NewEvent } from '#libs/event-store';
import { createHash, randomUUID } from 'node:crypto';
import type { OutgoingRecord } from './log-client.port.js';

const UTF8 = new TextEncoder();
const TRACE = '"trace":';

/** Events ready to be sent, as often as it takes: each time with the same ids. */
export interface OutgoingEvents {
  /** With the time of writing, which is no part of the content. */
  at(recordedAtMs: number): OutgoingRecord[];
  readonly count: number;
  /** Bytes of the largest event, without what the server adds. */
  readonly largestBytes: number;
}

/**
 * Checks and encodes an append. Throws TypeError on what `encodeAppend` refuses, and on names that
 * begin with `$`, which belong to the server.
 */
export function outgoingEvents(stream: string, events: readonly NewEvent[]): OutgoingEvents {
  const encoded = encodeAppend(stream, events);
  if (stream.startsWith('$')) throw new TypeError('a stream name must not begin with $');
  if (encoded.some(({ type }) => type.startsWith('$')))
    throw new TypeError('an event type must not begin with $');
  const ready = encoded.map((event, index) => {
    const hash = contentHash(event);
    return { event, hash, id: serverId(events[index]?.id ?? '', hash) };
  });
  return {
    count: ready.length,
    largestBytes: Math.max(...ready.map(({ event }) => sizeOf(event))),
    at: (recordedAtMs) =>
      ready.map(({ event, hash, id }) => ({
        id,
        type: event.type,
        data: JSON.parse(event.data) as object,
        metadata: UTF8.encode(metadataText(event, hash, recordedAtMs)),
      })),
  };
}

/**
 * Hash of everything that is said: type, version, envelope (without `trace`, which belongs to one
 * run of the command), clear and sealed parts. SHA-256 over length-prefixed texts, base64url.
 */
export function contentHash(event: EncodedEvent): string {
  const hash = createHash('sha256');
  const parts = [
    event.type,
    String(event.schemaVersion),
    withoutTrace(event.meta),
    event.data,
    event.sealed ?? '',
  ];
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}

/**
 * The server tells events apart by this id alone and never looks at their content; with the content
 * in the id, other content under one key is another event to it, and so a conflict.
 * A UUID (version 8) from our event id and the hash of the content.
 */
export function serverId(eventId: string, hash: string): string {
  const bytes = createHash('sha256').update(`${eventId.length}:${eventId}${hash}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

const sizeOf = ({ type, data, meta, sealed }: EncodedEvent): number =>
  Buffer.byteLength(type) +
  Buffer.byteLength(data) +
  Buffer.byteLength(meta) +
  Buffer.byteLength(sealed ?? '');

function withoutTrace(meta: string): string {
  if (!meta.includes(TRACE)) return meta;
  const { trace: _, ...rest } = JSON.parse(meta) as { trace?: unknown };
  return JSON.stringify(rest);
}

/** The envelope is not empty (it has at least the id), so that more can follow after a comma. */
function metadataText(event: EncodedEvent, hash: string, recordedAtMs: number): string {
  const sealed = event.sealed === null ? '' : `,"sealed":${event.sealed}`;
  const recordedAt = `,"recordedAt":${recordedAtMs}`;
  return (
    `${event.meta.slice(0, -1)},"schemaVersion":${event.schemaVersion}${recordedAt}` +
    `,"contentHash":"${hash}"${sealed}}`
  );
}

/** A setting of the server, written by the installer: no event of ours. */
export const outgoingRecord = (type: string, data: object): OutgoingRecord => ({
  id: randomUUID(),
  type,
  data,
  metadata: UTF8.encode('{}'),
});
