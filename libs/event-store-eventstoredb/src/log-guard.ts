import { type Position, START, StoreError } from '#libs/event-store';
import { pause } from './deadline.js';
import type { LogFilter, Place } from './log-client.port.js';
import type { LogContext } from './log-context.js';
import type { LogPages } from './log-pages.js';
import { WATCHED_DELETIONS, WATCHED_STREAMS, watchLog } from './log-watch.js';
import { isAfter, positionOf } from './place.js';
import { dangersOf } from './stream-settings.js';

const EVERY_MS = 10_000;

export interface GuardOptions {
  /** Metadata and deletions are watched from here; left out: from the beginning of the log. */
  readonly after?: Position | undefined;
  /** How often the end of the log is looked at, ms; default 10,000. */
  readonly everyMs?: number | undefined;
}

export interface Guarding {
  stop(): void;
  /** Resolves once it has stopped. */
  readonly stopped: Promise<void>;
}

/** Alarms on every change of settings or rights, on deletions, and when the log gets shorter. */
export function guardLog(
  context: LogContext,
  pages: LogPages,
  { after = START, everyMs = EVERY_MS }: GuardOptions,
): Guarding {
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, context.closing]);
  const watching = Promise.all([
    watch(context, after, WATCHED_STREAMS, signal),
    watch(context, after, WATCHED_DELETIONS, signal),
    watchEnd(context, pages, everyMs, signal),
  ]);
  return { stop: () => stopping.abort(), stopped: watching.then(() => undefined) };
}

async function watch(
  context: LogContext,
  after: Position,
  filter: LogFilter,
  signal: AbortSignal,
): Promise<void> {
  let at = after;
  while (!signal.aborted) {
    try {
      for await (const { records, next } of watchLog(context, at, filter, signal)) {
        for (const alarm of records.flatMap(dangersOf)) context.onAlarm(alarm);
        at = next;
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      context.onAlarm({ code: 'LOG_UNREACHABLE' });
      await pause(context.deadlineMs, signal);
    }
  }
}

/** Told only when two looks agree: a node that lags shows an older end for a moment. */
async function watchEnd(
  context: LogContext,
  pages: LogPages,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  let furthest: Place | undefined;
  let shorter = false;
  while (!signal.aborted) {
    try {
      const top = await pages.top();
      const isShorter = furthest !== undefined && (top === undefined || isAfter(furthest, top));
      if (isShorter && shorter && furthest !== undefined)
        context.onAlarm({ code: 'LOG_TRUNCATED', position: positionOf(furthest) });
      if (!isShorter || shorter) furthest = top;
      shorter = isShorter && !shorter;
    } catch (error) {
      // The subscriptions tell that the log is away.
      if (!(error instanceof StoreError)) throw error;
    }
    await pause(everyMs, signal);
  }
}
