import type {
  Page,
  Position,
  ReadAllOptions,
  SubscribeOptions,
  SubscriptionMessage,
} from './event-store.port.js';

const DEFAULT_BATCH = 500;

/** What following needs of a log. */
export interface FollowedLog {
  readAll(after: Position, options: ReadAllOptions): Promise<Page>;
  /**
   * Resolves once there may be something after this position, or the signal aborts, or the log
   * closes.
   */
  moved(after: Position, signal?: AbortSignal): Promise<void>;
  isClosed(): boolean;
}

/**
 * Catch-up and then live on top of paging, so that there is no moment of switching over at which an
 * event could be lost or come twice. A page is read when the consumer asks for the next message and
 * never before: a slow consumer holds back itself and nobody else.
 */
export async function* followLog(
  log: FollowedLog,
  start: Position,
  options: SubscribeOptions = {},
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const { signal, types, parts, batch: limit = DEFAULT_BATCH } = options;
  let after = start;
  let caughtUp = false;
  // Read at every turn: it changes while this waits.
  const ended = (): boolean => signal?.aborted === true || log.isClosed();
  while (!ended()) {
    const page = await log.readAll(after, { types, parts, limit });
    if (page.events.length > 0) {
      yield { kind: 'events', events: page.events, next: page.next };
      caughtUp = false;
    } else if (page.next !== after) {
      yield { kind: 'checkpoint', next: page.next };
      caughtUp = false;
    }
    after = page.next;
    if (!page.atEnd) continue;
    if (!caughtUp && !ended()) yield { kind: 'caughtUp', next: after };
    caughtUp = true;
    if (!ended()) await log.moved(after, signal);
  }
}
