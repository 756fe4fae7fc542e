import { type Position, StoreError } from '#libs/event-store';
import { backOffMs, pause } from './deadline.js';
import { FollowBuffer } from './follow-buffer.js';
import type { LogFilter, LogRecord } from './log-client.port.js';
import type { LogContext } from './log-context.js';
import { placeOf, positionOf } from './place.js';
import { faultOf, storeErrorOf } from './server-fault.js';

const BATCH = 100;
const WINDOW = 500;
/** One look at a silent subscription; it goes on afterwards. */
const LOOK_MS = 30_000;

export interface Watched {
  readonly records: readonly LogRecord[];
  /** Up to where the log was searched. */
  readonly next: Position;
  /** Everything stored has been searched. */
  readonly atEnd: boolean;
}

/** Which of the server's own entries tell of a danger: settings of streams, and deletions. */
export const WATCHED_STREAMS: LogFilter = {
  on: 'stream',
  regex: '^(?:\\$\\$[^$]|\\$settings$)',
  window: WINDOW,
};
export const WATCHED_DELETIONS: LogFilter = {
  on: 'type',
  regex: '^\\$streamDeleted$',
  window: WINDOW,
};

/**
 * Raw records that pass a filter, from a position on and then live, over broken connections. Ends
 * quietly when aborted. Throws StoreError: STORE_DENIED; STORE_UNAVAILABLE when the log was not
 * reached for as long as any call may take, or said nothing for as long as the caller has patience.
 */
export async function* watchLog(
  context: LogContext,
  after: Position,
  filter: LogFilter,
  signal: AbortSignal,
  patienceMs = Number.POSITIVE_INFINITY,
): AsyncGenerator<Watched, void, undefined> {
  const isOver = (): boolean => signal.aborted;
  let at = after;
  let goodAt = performance.now();
  for (let failures = 0; !isOver(); failures += 1) {
    const buffer = new FollowBuffer(BATCH, signal);
    const following = context.client.follow(placeOf(at), filter, buffer);
    buffer.attach(following);
    try {
      while (!isOver()) {
        const lookMs = Math.min(LOOK_MS, patienceMs);
        const turn = await buffer.turn(buffer.isConfirmed ? lookMs : context.deadlineMs);
        if (isOver()) return;
        const last = turn.checkpoint ?? turn.records.at(-1)?.place;
        if (last !== undefined) at = positionOf(last);
        if (last !== undefined || turn.caughtUp) {
          failures = 0;
          yield { records: turn.records, next: at, atEnd: turn.caughtUp };
          goodAt = performance.now();
        } else if (buffer.end !== undefined || !buffer.isConfirmed) break;
        else if (performance.now() - goodAt > patienceMs)
          throw new StoreError('STORE_UNAVAILABLE', 'the log does not say how far it was searched');
      }
    } finally {
      following.stop();
    }
    const fault = faultOf(buffer.end?.error);
    if (fault.kind === 'denied') throw storeErrorOf(fault, 'reading the whole log');
    if (performance.now() - goodAt > context.giveUpMs)
      throw new StoreError('STORE_UNAVAILABLE', 'the log cannot be reached');
    await pause(backOffMs(failures), signal);
  }
}
