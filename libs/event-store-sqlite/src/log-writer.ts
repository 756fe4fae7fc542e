import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type Appended,
  type Clock,
  type Conflict,
  type EncodedEvent,
  type Expected,
  positionOf,
  type StoreError,
} from '#libs/event-store';
import type { EventTypes } from './event-types.js';
import type { LogReader } from './log-reader.js';
import { endsWriting, storeError } from './sqlite-error.js';
import { sumsOf } from './sqlite-event.js';
import { type StreamHead, StreamHeads } from './stream-heads.js';

const REMEMBERED_STREAMS = 200_000;

/** How long a commit took, with its sync of the disk, ms, and how many appends shared it. */
export type OnCommit = (ms: number, appends: number) => void;

/** One append as it waits for its turn. */
export interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly EncodedEvent[];
}

/**
 * Writes many appends in one transaction. Positions and revisions are counted in memory; whenever a
 * transaction fails, memory is thrown away and read again, so that it never runs ahead of the disk.
 */
export class LogWriter {
  private readonly heads = new StreamHeads(REMEMBERED_STREAMS);
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly selectHead: StatementSync;
  private readonly insertStream: StatementSync;
  private readonly insertEvent: StatementSync;
  private committedOrdinal: number;
  /** Ahead of `committedOrdinal` only inside a transaction. */
  private lastOrdinal: number;
  private lastRecordedAtMs: number;
  private stale = false;
  private ended: StoreError | undefined;

  constructor(
    private readonly database: DatabaseSync,
    private readonly types: EventTypes,
    private readonly reader: LogReader,
    private readonly clock: Clock,
    private readonly onCommit?: OnCommit,
  ) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.selectHead = database.prepare(`SELECT id,
        coalesce((SELECT max(revision) FROM events WHERE stream_id = streams.id), -1)
      AS revision FROM streams WHERE name = ?`);
    this.insertStream = database.prepare('INSERT INTO streams (name) VALUES (?)');
    this.insertEvent = database.prepare(
      'INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const last = reader.last();
    this.committedOrdinal = this.lastOrdinal = last.ordinal;
    this.lastRecordedAtMs = last.recordedAtMs;
  }

  /** Ordinal of the last event that is on disk. */
  get head(): number {
    return this.committedOrdinal;
  }

  /**
   * One answer a request, in order, once all of them are on disk; a conflict leaves only itself
   * out.
   * Throws StoreError when the transaction failed: then nothing of any request is acknowledged.
   */
  write(requests: readonly AppendRequest[]): readonly (Appended | Conflict)[] {
    if (this.ended !== undefined) throw this.ended;
    try {
      if (this.stale) this.refresh();
      this.begin.run();
      const recordedAtMs = Math.max(this.clock(), this.lastRecordedAtMs);
      this.lastRecordedAtMs = recordedAtMs;
      const recordedAt = new Date(recordedAtMs).toISOString();
      const answers = requests.map((request) => this.writeOne(request, recordedAtMs, recordedAt));
      const began = this.onCommit === undefined ? 0 : performance.now();
      this.commit.run();
      this.committedOrdinal = this.lastOrdinal;
      if (this.onCommit !== undefined) this.tell(performance.now() - began, requests.length);
      return answers;
    } catch (error) {
      throw this.abandon(error);
    }
  }

  /** A listener is a guest: what is on disk stays acknowledged. */
  private tell(ms: number, appends: number): void {
    try {
      this.onCommit?.(ms, appends);
    } catch {
      // Nothing here knows what the listener wanted.
    }
  }

  private writeOne(
    { stream, expected, events }: AppendRequest,
    recordedAtMs: number,
    recordedAt: string,
  ): Appended | Conflict {
    const known = this.heads.get(stream) ?? this.storedHead(stream);
    const actual = known === undefined ? 'none' : known.revision;
    if (expected !== 'any' && expected !== actual) return { kind: 'conflict', actual };

    const head = known ?? this.createStream(stream);
    for (const { type, schemaVersion, meta, data, sealed } of events) {
      const position = (this.lastOrdinal += 1);
      const revision = (head.revision += 1);
      const typeId = this.types.idOf(type, schemaVersion);
      const sums = sumsOf(
        { position, streamId: head.id, revision, typeId, recordedAtMs },
        { meta, data, sealed },
      );
      this.insertEvent.run(
        position,
        head.id,
        revision,
        typeId,
        recordedAtMs,
        sums.meta,
        sums.data,
        sums.sealed,
        meta,
        data,
        sealed,
      );
    }
    return {
      kind: 'appended',
      revision: head.revision,
      position: positionOf(this.lastOrdinal),
      recordedAt,
    };
  }

  private storedHead(stream: string): StreamHead | undefined {
    const row = this.selectHead.get(stream) as { id: number; revision: number } | undefined;
    if (row === undefined) return undefined;
    const head = { id: row.id, revision: row.revision };
    this.heads.set(stream, head);
    return head;
  }

  private createStream(stream: string): StreamHead {
    const head = { id: Number(this.insertStream.run(stream).lastInsertRowid), revision: -1 };
    this.heads.set(stream, head);
    return head;
  }

  /** Undoes a failed transaction; what is in memory is read again before the next one. */
  private abandon(error: unknown): StoreError {
    const failure = storeError(error, 'appending');
    this.stale = true;
    this.lastOrdinal = this.committedOrdinal;
    this.heads.clear();
    if (endsWriting(error)) this.ended = failure;
    try {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
    } catch (rollbackError) {
      // The transaction is in an unknown state: nothing may be written on top of it.
      this.ended = storeError(rollbackError, 'undoing an append');
    }
    return failure;
  }

  private refresh(): void {
    this.types.reload();
    const last = this.reader.last();
    this.committedOrdinal = this.lastOrdinal = last.ordinal;
    this.lastRecordedAtMs = Math.max(last.recordedAtMs, this.lastRecordedAtMs);
    this.stale = false;
  }
}
