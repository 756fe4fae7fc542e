import {
  type Page,
  type Position,
  type ReadAllOptions,
  START,
  type StoredEvent,
  StoreError,
} from '#libs/event-store';
import { backOffMs, pause } from './deadline.js';
import { incomingEvent, isSystem, recordedAtOf } from './incoming-event.js';
import type { LogRecord, Place } from './log-client.port.js';
import { type LogContext, readSafely } from './log-context.js';
import { isAfter, placeOf, positionOf, samePlace } from './place.js';

/** Records asked for in one call; more pays nothing (measured: docs/adr/0015). */
const RECORDS_A_CALL = 1024;
/** Entries of the server's own that a page passes before it says where it is. */
const SYSTEM_ENTRIES_A_PAGE = 8192;
const FIRST_LOOK_BACK = 16;
/** Looks at the end of the log before a position counts as beyond it. */
const LOOKS_AHEAD = 5;

/** Reads: streams, pages of the whole log, and where it ends. */
export class LogPages {
  /** The last event of ours, as of the last look, and up to where that look went. */
  private lastHead: { readonly top: Place; readonly head: Position } | undefined;

  /** A place that lay beyond the end, however often it was looked at. */
  private beyond: Position | undefined;

  constructor(private readonly context: LogContext) {}

  async read(stream: string, from: number): Promise<readonly StoredEvent[]> {
    const { client, deadlineMs } = this.context;
    const events: StoredEvent[] = [];
    for (;;) {
      const next = from + events.length;
      const part = { count: RECORDS_A_CALL, deadlineMs };
      const records = await readSafely(this.context, () => client.readStream(stream, next, part));
      for (const record of records) events.push(this.inOrder(record, from + events.length));
      if (records.length < RECORDS_A_CALL) return events;
    }
  }

  async readAll(after: Position, { types, limit }: ReadAllOptions): Promise<Page> {
    const wanted = types === undefined ? undefined : new Set(types);
    const events: StoredEvent[] = [];
    let at = placeOf(after);
    let next: Position = after;
    let [looked, passed] = [0, 0];
    for (;;) {
      // One more than is looked at, to know whether the end was reached, and the one to go on from.
      const count = Math.min(RECORDS_A_CALL, limit - looked + 2);
      const records = await this.recordsFrom(at, count);
      for (const record of records) {
        if (samePlace(record.place, at)) continue;
        if (isSystem(record)) {
          passed += 1;
          continue;
        }
        if (looked === limit) return { events, next, atEnd: false };
        looked += 1;
        next = positionOf(record.place);
        const event = this.ours(record);
        if (event !== undefined && (wanted?.has(event.type) ?? true)) events.push(event);
      }
      const last = records.at(-1);
      if (last === undefined || records.length < count) return { events, next, atEnd: true };
      at = last.place;
      if (passed >= SYSTEM_ENTRIES_A_PAGE) return { events, next: positionOf(at), atEnd: false };
    }
  }

  /** The place of the last event of ours. */
  async head(): Promise<Position> {
    let from: Place | 'end' = 'end';
    let top: Place | undefined;
    for (let count = FIRST_LOOK_BACK; ; count = Math.min(count * 4, RECORDS_A_CALL)) {
      const records = await this.recordsBack(from, count);
      top ??= records[0]?.place;
      for (const record of records) {
        const known = this.lastHead;
        // Of a log that is shorter than at the last look nothing is known any more.
        const shorter = known === undefined || top === undefined || isAfter(known.top, top);
        if (!shorter && !isAfter(record.place, known.top)) return this.found(top, known.head);
        if (!isSystem(record)) return this.found(top, positionOf(record.place));
      }
      const last: LogRecord | undefined = records.at(-1);
      if (last === undefined || records.length < count) return this.found(top, START);
      from = last.place;
    }
  }

  /** The place of the very last entry, the server's own included; undefined: there is none. */
  async top(): Promise<Place | undefined> {
    return (await this.lastEntry())?.place;
  }

  /**
   * Looked at several times, until the signal aborts: a node may lag a little. What was found to
   * lie beyond the end is looked at once when it, or a place after it, is asked about again.
   */
  async isBeyondEnd(position: Position, signal: AbortSignal): Promise<boolean> {
    const place = placeOf(position);
    for (let look = 0; look < LOOKS_AHEAD; look += 1) {
      const top = await this.top();
      if (place === 'start' || (top !== undefined && !isAfter(place, top))) {
        this.beyond = undefined;
        return false;
      }
      if (this.beyond !== undefined && position >= this.beyond) return true;
      await pause(backOffMs(look), signal);
      if (signal.aborted) return false;
    }
    this.beyond = position;
    return true;
  }

  async lastEntry(): Promise<LogRecord | undefined> {
    return (await this.recordsBack('end', 1))[0];
  }

  /** An event of ours as the port hands it out; undefined, with an alarm: it is somebody else's. */
  ours(record: LogRecord): StoredEvent | undefined {
    const recordedAtMs = recordedAtOf(record);
    if (recordedAtMs === undefined) {
      const position = positionOf(record.place);
      this.context.onAlarm({ code: 'LOG_FOREIGN_EVENT', stream: record.stream, position });
      return undefined;
    }
    this.context.time.saw(record, recordedAtMs);
    return incomingEvent(this.context.codec, record, recordedAtMs);
  }

  /** In a stream nothing may be missing, and nothing be anybody else's. */
  private inOrder(record: LogRecord, revision: number): StoredEvent {
    if (record.revision !== revision) {
      this.context.onAlarm({ code: 'LOG_STREAM_CUT', stream: record.stream });
      throw new StoreError(
        'STORE_CORRUPT',
        `stream ${record.stream} lacks revision ${revision}: its events were removed`,
      );
    }
    const event = this.ours(record);
    if (event !== undefined) return event;
    throw new StoreError(
      'STORE_CORRUPT',
      `stream ${record.stream} revision ${revision} was written by somebody else`,
    );
  }

  private found(top: Place | undefined, head: Position): Position {
    if (top !== undefined) this.lastHead = { top, head };
    return head;
  }

  private recordsFrom(at: Place | 'start', count: number): Promise<LogRecord[]> {
    const { client, deadlineMs } = this.context;
    return readSafely(this.context, () => client.readAll(at, { count, deadlineMs }));
  }

  private recordsBack(from: Place | 'end', count: number): Promise<LogRecord[]> {
    const { client, deadlineMs } = this.context;
    const part = { count, deadlineMs, backwards: true };
    return readSafely(this.context, () => client.readAll(from, part));
  }
}
