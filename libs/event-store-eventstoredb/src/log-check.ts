import { type Position, START, StoreError } from '#libs/event-store';
import type { LogAlarm } from './log-alarm.js';
import type { LogFilter, Place } from './log-client.port.js';
import { type LogContext, readSafely, requireOpen } from './log-context.js';
import type { LogPages } from './log-pages.js';
import { WATCHED_DELETIONS, WATCHED_STREAMS, watchLog } from './log-watch.js';
import { isAfter, placeOf, positionOf } from './place.js';
import { SKEW_MAX_MS } from './recorded-time.js';
import { dangersOf, defaultRightsAtFault, SETTINGS_STREAM } from './stream-settings.js';

export interface CheckOptions {
  /** Metadata and deletions are searched from here; left out: in the whole log. */
  readonly after?: Position | undefined;
  /** A position somebody has reached; the log must not end before it. */
  readonly reached?: Position | undefined;
}

export interface LogCheck {
  /** Empty: nothing endangers the record, as far as can be seen from here. */
  readonly findings: readonly LogAlarm[];
  /** Up to where metadata and deletions were searched; the next check may go on from here. */
  readonly next: Position;
}

/**
 * Default rights, settings that make events disappear, deletions, the end of the log, the clock.
 * The whole log is searched by the server, not sent. Throws StoreError: STORE_UNAVAILABLE,
 * STORE_DENIED.
 */
export async function checkLog(
  context: LogContext,
  pages: LogPages,
  { after = START, reached = START }: CheckOptions,
): Promise<LogCheck> {
  const last = await pages.lastEntry();
  const findings: LogAlarm[] = [...(await settingsAtFault(context))];
  if (last !== undefined && last.createdMs > context.clock() + SKEW_MAX_MS)
    findings.push({ code: 'LOG_CLOCK_SKEW' });
  const furthest = placeOf(reached);
  if (furthest !== 'start' && (last === undefined || isAfter(furthest, last.place)))
    findings.push({ code: 'LOG_TRUNCATED', position: reached });
  const streams = await lastDangers(context, after);
  const deleted = await deletions(context, after);
  const next = atMost(streams.next, last?.place, after);
  return { findings: [...findings, ...streams.dangers, ...deleted], next };
}

/**
 * The last entry that was there before the search began, or sooner. Where the server says it has
 * searched to may be the end of the log, which is no entry's place: remembered, it would look like
 * a place that has been cut off as long as nothing more is written.
 */
function atMost(searched: Position, last: Place | undefined, after: Position): Position {
  const end = last === undefined ? after : positionOf(last);
  return searched < end ? searched : end;
}

/** Throws StoreError STORE_UNSAFE with the codes of what was found. */
export function refuseUnsafe({ findings }: LogCheck): void {
  if (findings.length === 0) return;
  const said = findings.map(({ code, setting }) => (setting ? `${code} ${setting}` : code));
  throw new StoreError('STORE_UNSAFE', `the log is not safe: ${[...new Set(said)].join(', ')}`);
}

/** Default rights of streams; unreadable ones count as unsafe. */
async function settingsAtFault({ client, ...context }: LogContext): Promise<LogAlarm[]> {
  const part = { count: 1, backwards: true, deadlineMs: context.deadlineMs };
  try {
    const [last] = await readSafely({ client, ...context }, () =>
      client.readStream(SETTINGS_STREAM, 'end', part),
    );
    return defaultRightsAtFault(last?.data);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'STORE_DENIED')) throw error;
    return [{ code: 'LOG_ACL_UNSAFE', stream: SETTINGS_STREAM, setting: '$r' }];
  }
}

/** Of each stream the settings that hold now. */
async function lastDangers(
  context: LogContext,
  after: Position,
): Promise<{ dangers: LogAlarm[]; next: Position }> {
  const byStream = new Map<string, LogAlarm[]>();
  let next = after;
  for await (const watched of searched(context, after, WATCHED_STREAMS)) {
    for (const record of watched.records)
      if (record.stream !== SETTINGS_STREAM) byStream.set(record.stream, dangersOf(record));
    next = watched.next;
    if (watched.atEnd) break;
  }
  return { dangers: [...byStream.values()].flat(), next };
}

async function deletions(context: LogContext, after: Position): Promise<LogAlarm[]> {
  const found: LogAlarm[] = [];
  for await (const { records, atEnd } of searched(context, after, WATCHED_DELETIONS)) {
    found.push(...records.flatMap(dangersOf));
    if (atEnd) break;
  }
  return found;
}

/** A search makes some progress in the time any call may take, or has failed. */
async function* searched(context: LogContext, after: Position, filter: LogFilter) {
  yield* watchLog(context, after, filter, context.closing, context.giveUpMs);
  // Ended by closing, with part of the log unseen: that is no answer.
  requireOpen(context);
}
