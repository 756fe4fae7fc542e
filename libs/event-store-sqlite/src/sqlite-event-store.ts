import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type Appended,
  type Clock,
  type Codec,
  type Conflict,
  createCodec,
  encodeAppend,
  type EventStore,
  type Expected,
  followLog,
  type NewEvent,
  ordinalOf,
  type Page,
  type Position,
  positionOf,
  type ReadAllOptions,
  type StoredEvent,
  StoreError,
  type SubscribeOptions,
  type SubscriptionMessage,
  WakeSignal,
} from '#libs/event-store';
import { AppendQueue } from './append-queue.js';
import { EventTypes } from './event-types.js';
import { lockFile } from './file-lock.js';
import { checkSchema, type LogSync, prepareForReading, prepareForWriting } from './log-schema.js';
import { LogReader } from './log-reader.js';
import { LogTail } from './log-tail.js';
import { LogWriter, type OnCommit } from './log-writer.js';
import { storeError } from './sqlite-error.js';

const BUSY_TIMEOUT_MS = 5000;
const CHECKED_TAIL = 100;
const POLL_MS = 100;

export interface SqliteEventStoreOptions {
  /** The log's file; beside it stand `-wal`, `-shm` and `-lock`. Its folder exists. */
  readonly file: string;
  readonly clock: Clock;
  readonly codec?: Codec;
  /** Opens beside a running writer, to recount, verify or replay; live subscriptions then poll. */
  readonly readonly?: boolean;
  /** The file grows no larger; beyond it appends fail with STORE_FULL. */
  readonly maxBytes?: number;
  /**
   * When the disk is told to sync: `commit` (default) before an append is acknowledged;
   * `checkpoint` now and then and at closing. Then a power cut may lose the last appends, though
   * never half of one: for a load that can be run again.
   */
  readonly sync?: LogSync;
  /** Told of each commit: how long the disk took, ms, and for how many appends. */
  readonly onCommit?: OnCommit | undefined;
}

/**
 * Opens the log in one file, creating it if need be. Throws StoreError: STORE_IN_USE (another
 * writer has it), STORE_NEWER, STORE_CORRUPT, STORE_READ_ONLY or STORE_FAILED.
 */
export function sqliteEventStore(options: SqliteEventStoreOptions): EventStore {
  // One file under two names (a link) would be locked under two names.
  const file = existsSync(options.file)
    ? realpathSync(options.file)
    : join(realFolder(options.file), basename(options.file));
  const readonly = options.readonly === true;
  const lock = readonly ? undefined : lockFile(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly: readonly });
    return new SqliteEventStore(database, options, () => lock?.release());
  } catch (error) {
    database?.close();
    lock?.release();
    throw storeError(error, 'opening the event log');
  }
}

function realFolder(file: string): string {
  try {
    return realpathSync(dirname(file));
  } catch (cause) {
    throw new StoreError('STORE_FAILED', 'the folder of the event log does not exist', { cause });
  }
}

class SqliteEventStore implements EventStore {
  private readonly reader: LogReader;
  private readonly tail: LogTail;
  private readonly writer: LogWriter | undefined;
  private readonly queue: AppendQueue | undefined;
  private readonly moved = new WakeSignal();
  private closed = false;

  constructor(
    private readonly database: DatabaseSync,
    options: SqliteEventStoreOptions,
    private readonly release: () => void,
  ) {
    if (options.readonly === true) {
      prepareForReading(database);
      checkSchema(database);
    } else prepareForWriting(database, options);
    const types = new EventTypes(database, options.codec ?? createCodec());
    this.reader = new LogReader(database, types);
    this.tail = new LogTail(this.reader);
    this.reader.checkTail(this.reader.last().ordinal, CHECKED_TAIL);
    if (options.readonly === true) return;
    this.writer = new LogWriter(database, types, this.reader, options.clock, options.onCommit);
    this.queue = new AppendQueue(this.writer, () => this.moved.wake());
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
  ): Promise<Appended | Conflict> {
    this.requireOpen();
    if (this.queue === undefined)
      throw new StoreError('STORE_READ_ONLY', 'the event log was opened for reading');
    return this.queue.append({ stream, expected, events: encodeAppend(stream, events) });
  }

  async read(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    return this.reading(() => this.reader.stream(stream, from));
  }

  async readAll(after: Position, options: ReadAllOptions): Promise<Page> {
    return this.reading(() => this.reader.page(ordinalOf(after), this.headOrdinal(), options));
  }

  subscribe(after: Position, options?: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    this.requireOpen();
    return followLog(
      {
        readAll: async (position, page) =>
          this.reading(() => this.tail.page(ordinalOf(position), this.headOrdinal(), page)),
        moved: (position, signal) => this.movedBeyond(ordinalOf(position), signal),
        isClosed: () => this.closed,
      },
      after,
      options,
    );
  }

  async head(): Promise<Position> {
    return this.reading(() => positionOf(this.headOrdinal()));
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.queue?.drain();
    this.closed = true;
    this.moved.wake();
    try {
      this.database.close();
    } finally {
      this.release();
    }
  }

  private headOrdinal(): number {
    return this.writer?.head ?? this.reader.last().ordinal;
  }

  private async movedBeyond(ordinal: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.headOrdinal() > ordinal) return;
    // Another process's appends wake nobody here.
    const poll =
      this.writer === undefined ? setTimeout(() => this.moved.wake(), POLL_MS) : undefined;
    await this.moved.next(signal);
    clearTimeout(poll);
  }

  private reading<Result>(read: () => Result): Result {
    this.requireOpen();
    try {
      return read();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw storeError(error, 'reading the event log');
    }
  }

  private requireOpen(): void {
    if (this.closed) throw new StoreError('STORE_CLOSED', 'the event store is closed');
  }
}
