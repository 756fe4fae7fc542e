import type { Clock, EventStore, StoredEvent } from '#libs/event-store';
import {
  compareLogs,
  type LogDifference,
  type LogEquality,
  placeOf,
  walkTogether,
} from './log-equality.js';
import { LogCursor } from './log-equality-cursor.js';
import { nextBatch } from './move-log-batches.js';

/** A clock for the store that is written: it says when the event being written was recorded. */
export interface CopiedClock extends Clock {
  set(recordedAt: string): void;
}

/** What a move is doing: comparing what the target has already, copying the rest, proving. */
export type MoveStage = 'comparing' | 'copying' | 'proving';

export interface MoveOptions {
  readonly source: EventStore;
  /** Opened with `clock` and with no upcasters; nobody else writes to it. */
  readonly target: EventStore;
  readonly clock: CopiedClock;
  /**
   * Appends under way at once, at most; default 1. More only where a store takes appends in the
   * order they were sent (one process over one file does, a server does not promise it). They are
   * of one recorded time, because a store asks its clock when it writes.
   */
  readonly atOnce?: number | undefined;
  /** Of a store that passes over what none of us wrote: the stream of the first such event met. */
  readonly foreign?: (() => string | undefined) | undefined;
  /** Told often; the cursor says how many events it has taken, and where it is. */
  readonly onProgress?: ((stage: MoveStage, cursor: LogCursor) => void) | undefined;
}

/**
 * `moved`: the target holds the same, proven. `differs`: the target holds something else; nothing
 * was written if it was seen while comparing. `foreign`: it holds what none of us wrote. `grew`:
 * something was recorded in the source meanwhile; run it again once nobody writes.
 */
export type MoveOutcome =
  | { readonly kind: 'moved'; readonly copied: number; readonly equality: LogEquality }
  | {
      readonly kind: 'differs';
      readonly difference: LogDifference;
      readonly equality?: LogEquality;
    }
  | { readonly kind: 'foreign'; readonly stream: string }
  | { readonly kind: 'grew' };

/** A {@link CopiedClock}; before the first `set` it stands at 1970. */
export function copiedClock(): CopiedClock {
  let now = 0;
  return Object.assign(() => now, {
    set: (recordedAt: string) => void (now = Date.parse(recordedAt)),
  });
}

/**
 * Copies a log completely (order over all streams, revisions, ids, envelopes, sealed parts,
 * recorded times) into an empty store, or goes on where an earlier run was cut off, and proves
 * afterwards that both are equal. What one command wrote stays one append. Throws what the stores
 * throw; then it can be run again.
 */
export async function moveLog(options: MoveOptions): Promise<MoveOutcome> {
  const { source, target, onProgress } = options;
  const head = await source.head();
  const [is, copy] = [new LogCursor(source), new LogCursor(target)];
  const difference = await walkTogether(is, copy, (at) => onProgress?.('comparing', at));
  if (difference !== undefined) return { kind: 'differs', difference };
  if ((await copy.fill()) > 0)
    return { kind: 'differs', difference: placeOf(copy.taken + 1, copy.peek(), 'surplus') };

  const stream = options.foreign?.();
  if (stream !== undefined) return { kind: 'foreign', stream };

  const already = is.taken;
  const refused = await copyRest(is, options);
  if (refused !== undefined) return { kind: 'differs', difference: refused };
  const copied = is.taken - already;
  if ((await source.head()) !== head) return { kind: 'grew' };
  const equality = await compareLogs(source, target, (at) => onProgress?.('proving', at));
  if (equality.difference !== undefined)
    return { kind: 'differs', difference: equality.difference, equality };
  if ((await source.head()) !== head) return { kind: 'grew' };
  const late = options.foreign?.();
  return late === undefined
    ? { kind: 'moved', copied, equality }
    : { kind: 'foreign', stream: late };
}

interface Sent {
  readonly batch: readonly StoredEvent[];
  /** Place of the batch's first event in the log. */
  readonly place: number;
  readonly answer: ReturnType<EventStore['append']>;
}

/** Everything from where the cursor stands; the first place at which the target said otherwise. */
async function copyRest(
  is: LogCursor,
  { target, clock, atOnce = 1, onProgress }: MoveOptions,
): Promise<LogDifference | undefined> {
  let sent: Sent[] = [];
  let recordedAt = '';
  for (;;) {
    const place = is.taken + 1;
    const batch = await nextBatch(is);
    const first = batch[0];
    if (first === undefined || sent.length >= atOnce || first.recordedAt !== recordedAt) {
      const refused = await answered(sent);
      if (refused !== undefined || first === undefined) return refused;
      sent = [];
      recordedAt = first.recordedAt;
      clock.set(recordedAt);
      onProgress?.('copying', is);
    }
    const expected = first.revision === 0 ? 'none' : first.revision - 1;
    const answer = target.append(first.stream, expected, batch);
    // Waited for below; until then a failure must not count as one that nobody looks at.
    answer.catch(() => undefined);
    sent.push({ batch, place, answer });
  }
}

async function answered(sent: readonly Sent[]): Promise<LogDifference | undefined> {
  for (const { batch, place, answer } of sent) {
    const first = batch[0] as StoredEvent;
    const given = await answer;
    if (given.kind === 'conflict') return placeOf(place, first, 'revision');
    if (given.recordedAt !== first.recordedAt) return placeOf(place, first, 'recordedAt');
  }
  return undefined;
}
