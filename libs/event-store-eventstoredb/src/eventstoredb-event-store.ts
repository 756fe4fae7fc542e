import {
  type Appended,
  type Clock,
  type Codec,
  type Conflict,
  createCodec,
  type EventStore,
  type Expected,
  type NewEvent,
  type Page,
  type Position,
  type ReadAllOptions,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#libs/event-store';
import { setMaxListeners } from 'node:events';
import { logClient } from './eventstoredb-client.js';
import type { LogAlarm } from './log-alarm.js';
import { LogAppender } from './log-appender.js';
import { checkLog, type CheckOptions, type LogCheck, refuseUnsafe } from './log-check.js';
import type { LogClient } from './log-client.port.js';
import { type LogContext, requireOpen } from './log-context.js';
import { type Guarding, guardLog, type GuardOptions } from './log-guard.js';
import { LogPages } from './log-pages.js';
import { LogSubscription } from './log-subscription.js';
import { RecordedTime } from './recorded-time.js';

export interface EventStoreDbOptions {
  /** `esdb://USER:PASSWORD@HOST:PORT?tls=...` or `esdb+discover://...`. */
  readonly url: string;
  readonly clock: Clock;
  readonly codec?: Codec | undefined;
  /** For one attempt of a call; of a read, since the last event that came. Default 5,000. */
  readonly deadlineMs?: number | undefined;
  /** For all attempts of one call together. Default three deadlines. */
  readonly giveUpMs?: number | undefined;
  /** Hears of what endangers the record. Must not throw. */
  readonly onAlarm?: ((alarm: LogAlarm) => void) | undefined;
}

/** The log on EventStoreDB/KurrentDB, and what keeps it safe there. */
export interface EventStoreDb extends EventStore {
  /** What of the server's settings and of the log's metadata endangers the record. */
  check(options?: CheckOptions): Promise<LogCheck>;
  /** What `check` gives; throws StoreError STORE_UNSAFE when it finds anything. */
  requireSafe(options?: CheckOptions): Promise<LogCheck>;
  /** Watches metadata, deletions and the end of the log until stopped or closed; alarms. */
  guard(options?: GuardOptions): Guarding;
}

/**
 * Opens the log; nothing is sent before the first call. Throws TypeError if the address is
 * unusable. Calls throw StoreError: STORE_UNAVAILABLE, STORE_OUTCOME_UNKNOWN, STORE_DENIED,
 * STORE_TOO_LARGE, STORE_CORRUPT, STORE_AHEAD, STORE_CLOSED.
 */
export function eventStoreDb(options: EventStoreDbOptions): EventStoreDb {
  return eventStoreOver(logClient(options.url), options);
}

/** The same over a given client. */
export function eventStoreOver(
  client: LogClient,
  options: Omit<EventStoreDbOptions, 'url'>,
): EventStoreDb {
  return new DbEventStore(client, options);
}

const DEADLINE_MS = 5000;
const ignore = (): void => undefined;

class DbEventStore implements EventStoreDb {
  private readonly closing = new AbortController();
  private readonly context: LogContext;
  private readonly appender: LogAppender;
  private readonly pages: LogPages;

  constructor(client: LogClient, options: Omit<EventStoreDbOptions, 'url'>) {
    const { clock, codec = createCodec(), deadlineMs = DEADLINE_MS, onAlarm = ignore } = options;
    this.context = {
      client,
      clock,
      codec,
      time: new RecordedTime(clock, onAlarm),
      deadlineMs,
      giveUpMs: options.giveUpMs ?? 3 * deadlineMs,
      onAlarm,
      closing: this.closing.signal,
    };
    // Every call that waits for another try listens for the end.
    setMaxListeners(0, this.closing.signal);
    this.appender = new LogAppender(this.context);
    this.pages = new LogPages(this.context);
  }

  append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
  ): Promise<Appended | Conflict> {
    return this.appender.append(stream, expected, events);
  }

  async read(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    requireOpen(this.context);
    return this.pages.read(stream, from);
  }

  async readAll(after: Position, options: ReadAllOptions): Promise<Page> {
    requireOpen(this.context);
    return this.pages.readAll(after, options);
  }

  subscribe(after: Position, options: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    requireOpen(this.context);
    return new LogSubscription(this.context, this.pages, after, options).messages();
  }

  async head(): Promise<Position> {
    requireOpen(this.context);
    return this.pages.head();
  }

  async isBeyondEnd(position: Position): Promise<boolean> {
    requireOpen(this.context);
    return this.pages.isBeyondEnd(position, this.context.closing);
  }

  async check(options: CheckOptions = {}): Promise<LogCheck> {
    requireOpen(this.context);
    return checkLog(this.context, this.pages, options);
  }

  async requireSafe(options: CheckOptions = {}): Promise<LogCheck> {
    const checked = await this.check(options);
    refuseUnsafe(checked);
    return checked;
  }

  guard(options: GuardOptions = {}): Guarding {
    requireOpen(this.context);
    return guardLog(this.context, this.pages, options);
  }

  /** Appends under way end first, each within its time; subscriptions end quietly. */
  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.appender.settled();
    await this.context.client.dispose();
  }
}
