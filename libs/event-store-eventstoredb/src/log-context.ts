import { type Clock, type Codec, StoreError } from '#libs/event-store';
import { backOffMs, pause } from './deadline.js';
import type { OnAlarm } from './log-alarm.js';
import type { LogClient } from './log-client.port.js';
import type { RecordedTime } from './recorded-time.js';
import { faultOf, storeErrorOf } from './server-fault.js';

/** What all parts of one open store have in common. */
export interface LogContext {
  readonly client: LogClient;
  readonly clock: Clock;
  readonly codec: Codec;
  readonly time: RecordedTime;
  /** One attempt; a read counts from the last record that came. */
  readonly deadlineMs: number;
  /** All attempts of one call together. */
  readonly giveUpMs: number;
  readonly onAlarm: OnAlarm;
  /** Aborted when the store is closed. */
  readonly closing: AbortSignal;
}

export function requireOpen({ closing }: LogContext): void {
  if (closing.aborted) throw new StoreError('STORE_CLOSED', 'the event store is closed');
}

/**
 * A call that changes nothing, tried again while the log is away, as long as the time lasts. Throws
 * StoreError: STORE_UNAVAILABLE when it is up.
 */
export async function readSafely<T>(context: LogContext, read: () => Promise<T>): Promise<T> {
  const until = performance.now() + context.giveUpMs;
  for (let retry = 0; ; retry += 1) {
    requireOpen(context);
    try {
      return await read();
    } catch (error) {
      requireOpen(context);
      const fault = faultOf(error);
      const passing = fault.kind === 'unavailable' || fault.kind === 'unknown';
      const waitMs = backOffMs(retry);
      if (!passing || performance.now() + waitMs >= until) throw storeErrorOf(fault);
      await pause(waitMs, context.closing);
    }
  }
}
