import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type Page,
  positionOf,
  type ReadAllOptions,
  type StoredEvent,
  StoreError,
} from '#libs/event-store';
import type { EventTypes } from './event-types.js';
import { type EventRow, type FetchText, SqliteEvent } from './sqlite-event.js';

const columns = (meta: string, sealed: string): string => `e.position, e.stream_id, e.revision,
  e.type_id, e.recorded_at, e.sum_meta, e.sum_data, e.sum_sealed, ${meta}, e.data, ${sealed}`;
const COLUMNS = columns('e.meta', 'e.sealed');
const BETWEEN = 'e.position > ? AND e.position <= ?';
const OF_TYPES = `(SELECT id FROM event_types WHERE type IN (SELECT value FROM json_each(?)))`;
/** Leaves a text in the file unless the event is of one of these types. */
const only = (text: string): string => `CASE WHEN e.type_id IN ${OF_TYPES} THEN ${text} END`;
/** Names of streams kept in memory; forgotten all at once. */
const STREAMS_KEPT = 50_000;

/** Reads the log. Throws StoreError STORE_CORRUPT where rows are missing. */
export class LogReader {
  private readonly selectStream: StatementSync;
  private readonly selectPage: StatementSync;
  private readonly selectOfTypes: StatementSync;
  private readonly selectParts: StatementSync;
  private readonly selectTexts: StatementSync;
  private readonly selectNames: StatementSync;
  private readonly selectLast: StatementSync;
  private readonly names = new Map<number, string>();
  private readonly fetchText: FetchText;

  constructor(
    database: DatabaseSync,
    private readonly types: EventTypes,
  ) {
    // Rows as arrays cost half of what rows as objects cost.
    const prepare = (sql: string): StatementSync => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.selectStream =
      prepare(`SELECT ${COLUMNS} FROM streams s JOIN events e ON e.stream_id = s.id
      WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision`);
    this.selectPage = prepare(
      `SELECT ${COLUMNS} FROM events e WHERE ${BETWEEN} ORDER BY e.position`,
    );
    this.selectOfTypes = prepare(`SELECT ${COLUMNS} FROM events e
      WHERE ${BETWEEN} AND e.type_id IN ${OF_TYPES} ORDER BY e.position`);
    this.selectParts = prepare(`SELECT ${columns(only('e.meta'), only('e.sealed'))} FROM events e
      WHERE ${BETWEEN} AND e.type_id IN ${OF_TYPES} ORDER BY e.position`);
    this.selectTexts = prepare('SELECT meta, sealed FROM events WHERE position = ?');
    this.selectNames = prepare(
      'SELECT id, name FROM streams WHERE id IN (SELECT value FROM json_each(?))',
    );
    this.selectLast = prepare(
      'SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1',
    );
    this.fetchText = (position, part) => {
      const texts = this.selectTexts.get(position) as unknown as (string | null)[] | undefined;
      return texts?.[part === 'meta' ? 0 : 1] ?? undefined;
    };
  }

  /** Ordinal and time of the last event; zeros when empty. */
  last(): { readonly ordinal: number; readonly recordedAtMs: number } {
    const [ordinal = 0, recordedAtMs = 0] = (this.selectLast.get() ?? []) as unknown as [
      number?,
      number?,
    ];
    return { ordinal, recordedAtMs };
  }

  stream(stream: string, from: number): readonly StoredEvent[] {
    const rows = this.selectStream.all(stream, from) as unknown as EventRow[];
    return rows.map((row, index) => {
      if (row[2] !== from + index) throw missing(`revision ${from + index} of ${stream}`);
      return this.event(row, stream);
    });
  }

  /** The page after an ordinal, when the log ends at `head`. */
  page(after: number, head: number, { limit, types, parts }: ReadAllOptions): Page {
    const last = Math.max(after, Math.min(after + limit, head));
    const events = last === after ? [] : this.between(after, last, types, parts);
    return { events, next: positionOf(last), atEnd: last >= head };
  }

  /** All events after one ordinal up to another. */
  events(after: number, last: number): SqliteEvent[] {
    return this.between(after, last);
  }

  /** Reads the end of the log and looks at every text, so that a damaged tail shows at opening. */
  checkTail(head: number, count: number): void {
    for (const event of this.events(Math.max(0, head - count), head)) event.verify();
  }

  private between(
    after: number,
    last: number,
    types?: ReadAllOptions['types'],
    parts?: ReadAllOptions['parts'],
  ): SqliteEvent[] {
    const rows = this.rows(after, last, types, parts);
    if (types === undefined && rows.length !== last - after)
      throw missing(`an event between ${positionOf(after)} and ${positionOf(last)}`);
    this.learnNames(rows);
    return rows.map((row) => this.event(row, this.nameOf(row[1])));
  }

  private rows(
    after: number,
    last: number,
    types: ReadAllOptions['types'],
    parts: ReadAllOptions['parts'],
  ): readonly EventRow[] {
    const read = (): unknown[] => {
      if (types === undefined) return this.selectPage.all(after, last);
      if (parts === undefined) return this.selectOfTypes.all(after, last, asJson(types));
      const { envelope = types, sealed = types } = parts;
      return this.selectParts.all(asJson(envelope), asJson(sealed), after, last, asJson(types));
    };
    return read() as EventRow[];
  }

  private event(row: EventRow, stream: string): SqliteEvent {
    return new SqliteEvent(this.types.kindOf(row[3]), stream, row, this.fetchText);
  }

  /** All at once and not joined: events that follow each other are often of one stream. */
  private learnNames(rows: readonly EventRow[]): void {
    if (this.names.size >= STREAMS_KEPT) this.names.clear();
    const unknown = new Set<number>();
    for (const row of rows) if (!this.names.has(row[1])) unknown.add(row[1]);
    if (unknown.size === 0) return;
    const found = this.selectNames.all(JSON.stringify([...unknown]));
    for (const [id, name] of found as unknown as [number, string][]) this.names.set(id, name);
  }

  private nameOf(streamId: number): string {
    const name = this.names.get(streamId);
    if (name === undefined) throw missing(`the name of stream ${streamId}`);
    return name;
  }
}

const asJson = (list: readonly string[]): string => JSON.stringify(list);

const missing = (what: string): StoreError =>
  new StoreError('STORE_CORRUPT', `${what} is missing from the event log`);
