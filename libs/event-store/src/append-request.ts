import { encodeEvent, type EventTexts } from './codec.js';
import type { NewEvent } from './event-store.port.js';

/** An event ready to be written: its kind and its texts. */
export interface EncodedEvent extends EventTexts {
  readonly type: string;
  readonly schemaVersion: number;
}

/**
 * Checks and encodes what a caller wants appended, before anything is written: later changes to the
 * objects have no effect, and a mistake fails its own append only. Throws TypeError on no events,
 * an unusable stream name, type or version, or content that is not JSON.
 */
export function encodeAppend(stream: string, events: readonly NewEvent[]): readonly EncodedEvent[] {
  if (events.length === 0) throw new TypeError('an append needs at least one event');
  requireName('stream', stream);
  return events.map((event) => {
    requireName('event type', event.type);
    if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1)
      throw new TypeError('schemaVersion must be a whole number from 1');
    return { type: event.type, schemaVersion: event.schemaVersion, ...encodeEvent(event) };
  });
}

/** A lone surrogate would be stored as a replacement character, and two names would become one. */
function requireName(what: string, name: string): void {
  if (typeof name !== 'string' || name === '' || name.includes('\0') || !name.isWellFormed())
    throw new TypeError(`${what} must be a non-empty, well-formed text`);
}
