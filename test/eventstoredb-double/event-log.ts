import { randomUUID } from 'node:crypto';
import {
  comparePlaces,
  type Place,
  type ProposedEvent,
  type RecordedEvent,
  sizeInLog,
  systemEvent,
  TOMBSTONE_REVISION,
} from './recorded.event.js';
import { RecentWrites } from './recent-writes.js';

const NO_EVENTS: readonly RecordedEvent[] = [];
/** A new log starts with the record of its first epoch, so that no event stands at offset 0. */
const EPOCH_BYTES = 156;
/** Every explicit transaction ends with a commit record of this size. */
const COMMIT_BYTES = 52;

export interface EventLogOptions {
  /** Milliseconds since 1970; the log never asks another clock. */
  readonly now: () => number;
  /** How many ids the server remembers for appends with expected 'any' or 'stream_exists'. */
  readonly recentIds: number;
}

/**
 * The log of one cluster: all records in order, their streams, and where records begin. It writes
 * whatever it is told to: the rules of appending are in append.rules.ts.
 */
export class EventLog {
  readonly now: () => number;
  readonly recent: RecentWrites;
  private readonly all: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly tombstoned = new Set<string>();
  /** Where records begin, ascending; also those that are no events (epoch, commit records). */
  private readonly offsets: number[] = [];
  private readonly listeners = new Set<() => void>();
  private end = 0;

  constructor({ now, recentIds }: EventLogOptions) {
    this.now = now;
    this.recent = new RecentWrites(recentIds);
    this.takeSpace(EPOCH_BYTES);
  }

  /** All events in the order of $all, system events included. */
  get events(): readonly RecordedEvent[] {
    return this.all;
  }

  /** Offset that the next record will have. */
  get head(): number {
    return this.end;
  }

  /** Events of a stream in order of revision, a tombstone included; empty when there are none. */
  stream(name: string): readonly RecordedEvent[] {
    return this.streams.get(name) ?? NO_EVENTS;
  }

  streamNames(): string[] {
    return [...this.streams.keys()];
  }

  /** Revision of the last event, -1 without events, infinite after a tombstone. */
  lastRevision(stream: string): number {
    return this.tombstoned.has(stream) ? TOMBSTONE_REVISION : this.stream(stream).length - 1;
  }

  isTombstoned(stream: string): boolean {
    return this.tombstoned.has(stream);
  }

  /** Writes events at the end of a stream, whatever the rules say. Listeners hear of it once. */
  write(stream: string, events: readonly ProposedEvent[]): readonly RecordedEvent[] {
    const createdMs = Math.trunc(this.now());
    const written = events.map((event) => {
      const place = this.takeSpace(sizeInLog(stream, event));
      return this.put(stream, event, { commit: place, prepare: place }, createdMs);
    });
    if (written.length > 0) this.announce();
    return written;
  }

  /** Writes as clients of long ago did: the events' records first, their commit record after. */
  writeTransaction(stream: string, events: readonly ProposedEvent[]): readonly RecordedEvent[] {
    const createdMs = Math.trunc(this.now());
    const prepares = events.map((event) => this.takeSpace(sizeInLog(stream, event)));
    const commit = this.takeSpace(COMMIT_BYTES);
    const written = events.map((event, index) =>
      this.put(stream, event, { commit, prepare: prepares[index] ?? commit }, createdMs),
    );
    this.announce();
    return written;
  }

  /** Ends a stream for ever: its name can never be written again. */
  writeTombstone(stream: string): RecordedEvent {
    const event = systemEvent(randomUUID(), '$streamDeleted', {});
    const place = this.takeSpace(sizeInLog(stream, event));
    const where = { commit: place, prepare: place };
    const record = { ...event, ...where, stream, revision: TOMBSTONE_REVISION };
    const tombstone = { ...record, createdMs: Math.trunc(this.now()) };
    this.index(tombstone);
    this.announce();
    return tombstone;
  }

  /** A record that is no event (as epochs are): positions after it are further on. */
  writeEpoch(): void {
    this.takeSpace(EPOCH_BYTES);
    this.announce();
  }

  /**
   * Forgets every event after a position, as a restore of an older copy or the end of a minority
   * leader does. Clients are not told: that is what makes it dangerous. Offsets are used again.
   */
  truncateAfter(position: Place): void {
    const kept = this.all.slice(0, this.indexAfter(position));
    const last = kept.at(-1);
    const end = last ? last.commit + this.recordBytes(last) : EPOCH_BYTES;
    this.all.length = 0;
    this.streams.clear();
    this.tombstoned.clear();
    this.recent.clear();
    this.offsets.length = this.offsets.findLastIndex((offset) => offset < end) + 1;
    this.end = end;
    for (const event of kept) this.index(event);
    this.announce();
  }

  /** Index in `events` of the first event after a place. */
  indexAfter(place: Place): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const event = this.all[middle];
      if (event && comparePlaces(event, place) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index in `events` of the first event at a place or after it. */
  indexFrom(place: Place): number {
    const after = this.indexAfter(place);
    const before = this.all[after - 1];
    return before && comparePlaces(before, place) === 0 ? after - 1 : after;
  }

  /** Whether a record begins at this offset; the start of the log and its head count as such. */
  isRecordStart(offset: number): boolean {
    if (offset === 0 || offset === this.end) return true;
    let low = 0;
    let high = this.offsets.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.offsets[middle] ?? 0;
      if (found === offset) return true;
      if (found < offset) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** Calls back after every write and truncation; returns how to stop that. */
  onWrite(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(stream: string, event: ProposedEvent, place: Place, createdMs: number) {
    const revision = this.stream(stream).length;
    const record: RecordedEvent = { ...event, ...place, stream, revision, createdMs };
    this.index(record);
    return record;
  }

  private index(record: RecordedEvent): void {
    this.all.push(record);
    const events = this.streams.get(record.stream);
    if (events) events.push(record);
    else this.streams.set(record.stream, [record]);
    if (record.revision === TOMBSTONE_REVISION) this.tombstoned.add(record.stream);
    else this.recent.remember(record);
  }

  private recordBytes(event: RecordedEvent): number {
    return event.prepare < event.commit ? COMMIT_BYTES : sizeInLog(event.stream, event);
  }

  private takeSpace(bytes: number): number {
    const offset = this.end;
    this.offsets.push(offset);
    this.end += bytes;
    return offset;
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}
