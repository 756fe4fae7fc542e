import { createHash, type Hash } from 'node:crypto';
import { type EventStore, plainEvent, type StoredEvent, StoreError } from '#libs/event-store';
import { LogCursor } from './log-equality-cursor.js';

/** Where two logs part; names the place and the field, never what stands there. */
export interface LogDifference {
  /** Place in the log, counted from 1 over all streams. */
  readonly event: number;
  /** Stream and revision there: of the source where it has an event, else of the target. */
  readonly stream: string;
  readonly revision: number;
  /**
   * The first field that differs; `missing`: the target ends before it; `surplus`: the source
   * does; `damaged`: the target's event cannot be read.
   */
  readonly part: keyof StoredEvent | 'missing' | 'surplus' | 'damaged';
}

/** One log as a whole. */
export interface LogDigest {
  readonly events: number;
  /** SHA-256 over the canonical form of every event in order, hexadecimal. */
  readonly sha256: string;
}

export interface LogEquality {
  readonly source: LogDigest;
  readonly target: LogDigest;
  /** The first one; left out: the logs are equal. */
  readonly difference?: LogDifference;
}

/** Told now and then how many events have been looked at. */
export type Looked = (cursor: LogCursor) => void;

const DAMAGED = 'damaged';

/**
 * An event as text, the same from every kind of store: all fields but the position, which is each
 * store's own, in one order. Content keeps the order of keys it was recorded with, so that equal
 * means equal as recorded.
 */
export function canonicalEvent(event: StoredEvent): string {
  const { position: _, ...rest } = plainEvent(event) as Partial<StoredEvent>;
  return JSON.stringify(rest);
}

/**
 * Reads both logs whole and compares every event in order. Nothing may be written meanwhile. Throws
 * what the stores throw; an event of the target that is damaged is a difference.
 */
export async function compareLogs(
  source: EventStore,
  target: EventStore,
  looked?: Looked,
): Promise<LogEquality> {
  const [is, copy] = [new LogCursor(source), new LogCursor(target)];
  const hashes = [createHash('sha256'), createHash('sha256')] as const;
  const together = await walkTogether(is, copy, looked, (one, other) => {
    hashes[0].update(one).update('\n');
    hashes[1].update(other).update('\n');
  });
  const beyond = placeBeyond(await is.fill(), is, await copy.fill(), copy);
  await digestRest(is, hashes[0], canonicalEvent, looked);
  await digestRest(copy, hashes[1], textOfCopy, looked);
  const difference = together ?? beyond;
  return {
    source: { events: is.taken, sha256: hashes[0].digest('hex') },
    target: { events: copy.taken, sha256: hashes[1].digest('hex') },
    ...(difference && { difference }),
  };
}

/**
 * Compares two logs from where the cursors stand until one of them ends, beyond a difference too.
 * @returns the first difference, if any; the cursors stand behind what both have
 */
export async function walkTogether(
  is: LogCursor,
  copy: LogCursor,
  looked?: Looked,
  seen?: (is: string, copy: string) => void,
): Promise<LogDifference | undefined> {
  let first: LogDifference | undefined;
  for (;;) {
    const [one, other] = await Promise.all([is.fill(), copy.fill()]);
    const count = Math.min(one, other);
    if (count === 0) return first;
    for (let index = 0; index < count; index += 1) {
      const [event, copied] = [is.take(), copy.take()];
      const texts = [canonicalEvent(event), textOfCopy(copied)] as const;
      if (texts[0] !== texts[1]) first ??= differenceAt(is.taken, event, copied, texts[1]);
      seen?.(...texts);
    }
    looked?.(is);
  }
}

/** The place of an event that the target should have and has not, or has and should not have. */
export const placeOf = (
  event: number,
  { stream, revision }: StoredEvent,
  part: LogDifference['part'],
): LogDifference => ({ event, stream, revision, part });

function placeBeyond(
  more: number,
  is: LogCursor,
  surplus: number,
  copy: LogCursor,
): LogDifference | undefined {
  if (more > 0) return placeOf(is.taken + 1, is.peek(), 'missing');
  return surplus > 0 ? placeOf(copy.taken + 1, copy.peek(), 'surplus') : undefined;
}

async function digestRest(
  cursor: LogCursor,
  hash: Hash,
  textOf: (event: StoredEvent) => string,
  looked?: Looked,
): Promise<void> {
  for (let left = await cursor.fill(); left > 0; left = await cursor.fill()) {
    for (; left > 0; left -= 1) hash.update(textOf(cursor.take())).update('\n');
    looked?.(cursor);
  }
}

function textOfCopy(event: StoredEvent): string {
  try {
    return canonicalEvent(event);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'STORE_CORRUPT') return DAMAGED;
    throw error;
  }
}

function differenceAt(
  place: number,
  is: StoredEvent,
  copy: StoredEvent,
  textOf: string,
): LogDifference {
  if (textOf === DAMAGED) return placeOf(place, is, 'damaged');
  const [one, other] = [plainEvent(is), plainEvent(copy)];
  const fields = Object.keys({ ...one, ...other }) as (keyof StoredEvent)[];
  const part = fields.find(
    (field) => field !== 'position' && JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  );
  return placeOf(place, is, part ?? 'id');
}
