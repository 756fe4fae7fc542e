import {
  ANY,
  END,
  eventTypeFilter,
  EventStoreDBClient,
  NO_STREAM,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import type { Readable } from 'node:stream';
import {
  type BatchCall,
  collected,
  conflictOf,
  type Followed,
  type Inner,
  safeBatchCall,
  takeInto,
} from './client-shapes.js';
import { within } from './deadline.js';
import type {
  AppendAnswer,
  Following,
  FollowSink,
  LogClient,
  LogFilter,
  LogRecord,
  OutgoingRecord,
  Place,
  ReadPart,
} from './log-client.port.js';
import { requireLogUrl } from './log-url.js';
import { brokenCall, faultOf, ServerFault } from './server-fault.js';

/**
 * The one place that knows `@eventstore/db-client`. Reconnects by itself, to a new leader too.
 * Throws TypeError if the address is unusable (its text is not quoted: it may hold a password).
 */
export function logClient(url: string): LogClient {
  requireLogUrl(url);
  return new DbClient(() => new Connection(connectionTo(url)));
}

function connectionTo(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    if (!(error instanceof Error && 'connectionString' in error)) throw error;
  }
  // Without the cause: it quotes the address.
  throw new TypeError('the address of the log cannot be understood');
}

type AppendArguments = Parameters<EventStoreDBClient['appendToStream']>;
type AppendResult = Awaited<ReturnType<EventStoreDBClient['appendToStream']>>;

const EXPECTED = { none: NO_STREAM, any: ANY } as const;
const ignore = (): void => undefined;
/** A node that takes no appends for so long is left: another may lead by now. */
const REFUSED_MS = 1000;

/** One connection and what has been heard on it. */
class Connection {
  /** When the server last said anything, by the monotonic clock. */
  answeredAt = 0;
  private wroteAt = 0;
  /** Whether appends share one call. */
  isBatching = false;
  readonly followers = new Set<(error: unknown) => void>();
  private readonly streamErrors = new WeakSet();
  /** Settled once the append stream is open: those who help to open it overtake each other. */
  private opened: Promise<unknown> | undefined;
  private firstWritten = ignore;
  isDisposed = false;
  /** Since when it has taken no append. */
  refusedSince: number | undefined;

  constructor(readonly db: EventStoreDBClient) {
    const inner = db as unknown as Inner;
    const open = inner.GRPCStreamCreator.bind(db);
    const safely = (creator: (client: unknown) => BatchCall) => (client: unknown) =>
      safeBatchCall(creator(client), {
        opened: () => (this.isBatching = true),
        written: () => {
          this.wroteAt = performance.now();
          this.firstWritten();
        },
        answered: () => this.heard(),
        broke: (error) => this.streamErrors.add(error),
      });
    inner.GRPCStreamCreator = (service, name, creator, cache) =>
      open(service, name, name === 'appendToStream' ? safely(creator) : creator, cache);
    const handle = inner.handleError.bind(db);
    // It throws when a trailer it counts on is missing, and nobody would catch that.
    inner.handleError = (client, error) => handle(client, error).catch(ignore);
  }

  heard(): void {
    this.answeredAt = performance.now();
  }

  /** Hands appends on in call order. */
  async append(...[stream, events, options]: AppendArguments): Promise<AppendResult> {
    if (this.opened !== undefined) await this.opened;
    if (this.isDisposed) throw new ServerFault('unavailable');
    const appending = this.db.appendToStream(stream, events, options);
    this.opened ??= Promise.race([
      appending.catch(ignore),
      new Promise<void>((resolve) => (this.firstWritten = resolve)),
    ]);
    return appending;
  }

  /** Whether no append can have left since then; told only where appends share a call. */
  sentNothingSince(time: number): boolean {
    return this.wroteAt < time && (this.isBatching || this.answeredAt === 0);
  }

  /** Whether the error came on this connection's own append stream. */
  owns(error: unknown): boolean {
    return typeof error === 'object' && error !== null && this.streamErrors.has(error);
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    for (const fail of [...this.followers]) fail(new ServerFault('unknown'));
    await within(1000, this.db.dispose()).catch(ignore);
    const channel = (this.db as unknown as Inner).getChannel();
    await within(
      1000,
      channel.then((open) => open.close()),
    ).catch(ignore);
  }
}

class DbClient implements LogClient {
  private connection: Connection;

  constructor(private readonly connect: () => Connection) {
    this.connection = connect();
  }

  async append(
    stream: string,
    expected: number | 'none' | 'any',
    records: readonly OutgoingRecord[],
    deadlineMs: number,
  ): Promise<AppendAnswer> {
    const events = records.map((record) => ({
      ...record,
      contentType: 'application/json' as const,
      data: record.data as Record<string, unknown>,
    }));
    const { connection, startedAt } = this.begin();
    try {
      const expectedRevision = typeof expected === 'number' ? BigInt(expected) : EXPECTED[expected];
      const appending = connection.append(stream, events, {
        expectedRevision,
        deadline: deadlineMs,
      });
      const written = await within(deadlineMs, appending);
      connection.heard();
      connection.refusedSince = undefined;
      const { nextExpectedRevision, position: place } = written;
      if (place === undefined) throw new ServerFault('unknown');
      return { kind: 'written', revision: Number(nextExpectedRevision), place };
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict !== undefined) return conflict;
      throw this.failedAppend(error, connection, startedAt);
    }
  }

  readStream(stream: string, from: number | 'end', part: ReadPart): Promise<LogRecord[]> {
    return this.read(part, (db) =>
      db.readStream(stream, {
        fromRevision: from === 'end' ? END : BigInt(from),
        direction: part.backwards === true ? 'backwards' : 'forwards',
        maxCount: part.count,
      }),
    ).catch((error: unknown) => {
      const fault = faultOf(error);
      if (fault.kind === 'noStream') return [];
      throw fault;
    });
  }

  readAll(from: Place | 'start' | 'end', part: ReadPart): Promise<LogRecord[]> {
    return this.read(part, (db) =>
      db.readAll({
        fromPosition: from === 'start' ? START : from === 'end' ? END : from,
        direction: part.backwards === true ? 'backwards' : 'forwards',
        maxCount: part.count,
      }),
    );
  }

  follow(after: Place | 'start', filter: LogFilter, sink: FollowSink): Following {
    const { connection, db } = this.begin();
    const options = {
      regex: filter.regex,
      maxSearchWindow: filter.window,
      checkpointInterval: 1,
      // Pushed, not told: so that it stays behind the events that came before it.
      checkpointReached: async (_: unknown, place: Place) =>
        void subscription.push({ checkpoint: place }),
    };
    const subscription = db.subscribeToAll({
      fromPosition: after === 'start' ? START : after,
      filter: filter.on === 'type' ? eventTypeFilter(options) : streamNameFilter(options),
    }) as unknown as Readable & { unsubscribe(): Promise<void> };
    const end = (error?: unknown): void => {
      if (!connection.followers.delete(end)) return;
      subscription.unsubscribe().then(() => subscription.destroy(), ignore);
      if (error !== stopped) sink.ended(error === undefined ? undefined : faultOf(error));
    };
    connection.followers.add(end);
    subscription
      .on('confirmation', () => {
        connection.heard();
        sink.confirmed();
      })
      .on('caughtUp', () => subscription.push({ caughtUp: true }))
      .on('fellBehind', () => subscription.push({ fellBehind: true }))
      .on('data', (item: Followed) => {
        connection.heard();
        if (connection.followers.has(end) && !takeInto(sink, item)) subscription.pause();
      })
      .on('error', end)
      .on('end', () => end());
    return { resume: () => void subscription.resume(), stop: () => end(stopped) };
  }

  async dispose(): Promise<void> {
    await this.connection.dispose();
  }

  private begin(): { connection: Connection; db: EventStoreDBClient; startedAt: number } {
    const { connection } = this;
    return { connection, db: connection.db, startedAt: performance.now() };
  }

  /** The fault of an append, careful about what is known: see `tame`. */
  private failedAppend(error: unknown, connection: Connection, startedAt: number): ServerFault {
    const { type, _raw } = error as { type?: string; _raw?: unknown };
    const fault = faultOf(error);
    // Without a type it is no answer to an append: the connection could not be made.
    const unsent = type === undefined && !(error instanceof ServerFault);
    if (unsent) {
      // The client would go on remembering that failure.
      this.renew(connection);
      return fault.kind === 'unknown' ? new ServerFault('unavailable', { cause: error }) : fault;
    }
    if (_raw != null && connection.isBatching && !connection.owns(_raw))
      return new ServerFault('unknown', { cause: error });
    this.renewIfSilent(connection, fault, startedAt);
    // Out of time before it was sent; it cannot be any more on a connection that was given up.
    if (connection.isDisposed && connection.sentNothingSince(startedAt))
      return new ServerFault('unavailable', { cause: error });
    return _raw != null && connection.isBatching ? brokenCall(error) : fault;
  }

  private renewIfSilent(connection: Connection, fault: ServerFault, startedAt: number): void {
    if (fault.kind === 'unavailable') connection.refusedSince ??= performance.now();
    const refusedMs = performance.now() - (connection.refusedSince ?? Number.POSITIVE_INFINITY);
    const silent = fault.kind === 'unknown' && connection.answeredAt < startedAt;
    if (silent || refusedMs > REFUSED_MS) this.renew(connection);
  }

  /** Gives up a connection on which nothing is heard; its subscriptions are told. */
  private renew(connection: Connection): void {
    if (this.connection !== connection) return;
    this.connection = this.connect();
    void connection.dispose();
  }

  /** Collects a read; the time counts from the last record that came. */
  private async read(
    part: ReadPart,
    start: (db: EventStoreDBClient) => unknown,
  ): Promise<LogRecord[]> {
    const { connection, db, startedAt } = this.begin();
    const reading = start(db) as Readable & { cancel(): Promise<void> };
    try {
      const records = await collected(reading, part.deadlineMs);
      // The client takes a read that was cut off from this side for one that ended.
      if (connection.isDisposed) throw new ServerFault('unknown');
      connection.heard();
      return records;
    } catch (error) {
      const fault = faultOf(error);
      reading.cancel().catch(ignore);
      if (fault.kind === 'noStream') connection.heard();
      this.renewIfSilent(connection, fault, startedAt);
      throw fault;
    }
  }
}

const stopped = Symbol('stopped');
