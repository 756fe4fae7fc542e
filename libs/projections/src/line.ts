import { type Position, START, type StoredEvent } from '#libs/event-store';
import { parkedAt } from './parked-event.js';
import type { Projection, RowRange } from './projection.js';
import { cacheFor, KeyedCache, type TableCache } from './row-cache.js';
import {
  type Batch,
  type LineRecord,
  type ParkedEvent,
  type RowDatabase,
  type RowReader,
  RowRefused,
  type RowTransaction,
} from './row-database.port.js';
import { type Breathe, writeInSlices } from './sliced-write.js';
import { type PhysicalTable, physicalTable } from './table.js';

export const tablesOf = (
  projection: Projection,
  version: number,
  generation: number,
): readonly PhysicalTable[] =>
  Object.entries(projection.tables).map(([name, spec]) =>
    physicalTable(name, spec, version, generation),
  );

/**
 * One build of a projection: its tables, its rows in memory, its checkpoint. `folded` runs ahead of
 * the checkpoint; `flush` stores rows and checkpoint together. An event it cannot take stops it
 * there: what is in memory is forgotten, the log is read again from the checkpoint, and it parks
 * just before that event.
 */
export class Line {
  readonly tables: readonly PhysicalTable[];
  /** What live updates are told to look at again; noted only while `watched`. */
  readonly touched = new Set<string>();
  watched = false;
  /** Indexes are still to be built, once it has caught up. */
  indexesDue = false;
  /** Everything up to here is in the rows in memory. */
  folded: Position;
  /** The event before which it stops. */
  private stop: ParkedEvent | undefined;
  /** Flush after every event, so that a refused row names its event. */
  private careful = false;
  private caches: TableCache[] = [];
  private rows: object = {};
  private need: object = {};
  private memo: unknown;
  private opened = false;
  private atStop = false;
  private lastEvent: StoredEvent | undefined;
  /** A batch that another thread is writing; never rejects. */
  private underWay: Promise<Written> | undefined;

  constructor(
    readonly projection: Projection,
    public record: LineRecord,
  ) {
    this.tables = tablesOf(projection, record.version, record.generation);
    this.folded = record.position;
  }

  /** Everything up to here is stored and visible. */
  get position(): Position {
    return this.record.position;
  }

  /** Goes back to the checkpoint: nothing in memory is to be relied on. */
  forget(): void {
    this.opened = false;
    this.folded = this.record.position;
    this.atStop = false;
    this.touched.clear();
  }

  /** Has reached the event that it cannot take. */
  get halted(): boolean {
    return this.atStop;
  }

  /** Forgets why it was stopped: after a fix. */
  release(): void {
    this.forget();
    this.stop = undefined;
    this.careful = false;
    this.record = { ...this.record, parked: undefined };
  }

  /**
   * Folds a page of the log, ignoring what it has folded before. Afterwards `folded` is `next`, or
   * lies before it: it was sent back to its checkpoint, or has reached the event it stops at.
   * Throws what the database throws; refused rows are its own matter.
   */
  async fold(database: RowDatabase, events: readonly StoredEvent[], next: Position): Promise<void> {
    if (!this.opened) {
      if (!(await this.settle())) return;
      await this.open(database.committed);
    }
    let start = firstAfter(events, this.folded);
    while (start < events.length) {
      const end = this.segmentEnd(events, start);
      if (end === start || !(await this.foldSegment(database, events, start, end))) return;
      this.folded = events[end - 1]!.position;
      if (this.careful && !(await this.flush(database))) return;
      start = end;
    }
    if (next > this.folded) this.folded = next;
  }

  /**
   * Stores rows and checkpoint in one transaction. False: the database refused the rows, and it
   * starts again from its checkpoint. Throws, with everything forgotten, when the database fails.
   */
  async flush(database: RowDatabase, breathe?: Breathe): Promise<boolean> {
    if (!(await this.settle())) return false;
    const record = this.due;
    if (record === undefined) return true;
    const work = (tx: RowTransaction): Promise<void> => this.store(tx, record, breathe);
    return this.accept(await outcome(database.transaction(work), record));
  }

  /**
   * As `flush`, by another thread where the database has one: then it goes on folding meanwhile,
   * and `settle`, or the next call, tells what became of the batch.
   */
  async handOver(database: RowDatabase): Promise<boolean> {
    if (database.writeBehind === undefined) return this.flush(database);
    if (!(await this.settle())) return false;
    const record = this.due;
    if (record === undefined) return true;
    const tables: Batch['tables'] = this.tables.flatMap((table, index) => {
      const changes = this.caches[index]?.take();
      return changes === undefined ? [] : [{ table, changes }];
    });
    this.underWay = outcome(database.writeBehind({ tables, line: record }), record);
    return true;
  }

  /** Waits for what was handed over; answers and throws as `flush`. */
  async settle(): Promise<boolean> {
    if (this.underWay === undefined) return true;
    const written = await this.underWay;
    this.underWay = undefined;
    return this.accept(written);
  }

  /** Writes rows and checkpoint; `stored` is to be called after the commit, or else `forget`. */
  async store(tx: RowTransaction, record: LineRecord, breathe?: Breathe): Promise<void> {
    for (const [index, table] of this.tables.entries()) {
      const changes = this.caches[index]?.take();
      if (changes !== undefined) await writeInSlices(tx, table, changes, breathe);
    }
    await tx.saveLine(record);
  }

  /** What was stored is committed. */
  stored(record: LineRecord): void {
    this.record = record;
    // Sent back meanwhile, to the checkpoint before this one.
    if (!this.opened) this.folded = record.position;
    for (const cache of this.caches) if (cache instanceof KeyedCache) cache.trim();
  }

  /** The record to store now; undefined: nothing has changed. */
  get due(): LineRecord | undefined {
    const parked = this.atStop ? this.stop : undefined;
    return this.folded === this.record.position && parked === this.record.parked
      ? undefined
      : { ...this.record, position: this.folded, parked };
  }

  private accept({ record, error }: Written): boolean {
    if (error !== undefined) {
      const last = this.lastEvent;
      this.forget();
      if (!(error instanceof RowRefused)) throw error;
      if (this.careful && last !== undefined) this.stop = parkedAt(last, error);
      this.careful = true;
      return false;
    }
    this.stored(record);
    return true;
  }

  private async open(rows: RowReader): Promise<void> {
    this.caches = this.tables.map(cacheFor);
    for (const cache of this.caches) await cache.open(rows, this.record.position === START);
    const byName = Object.keys(this.projection.tables).map((name, index): [string, TableCache] => [
      name,
      this.caches[index]!,
    ]);
    this.rows = {
      ...Object.fromEntries(byName),
      touch: (id: string) => void (this.watched && this.touched.add(id)),
    };
    this.need = Object.fromEntries(
      byName.map(([name, cache]) => [
        name,
        cache instanceof KeyedCache ? cache.need.bind(cache) : undefined,
      ]),
    );
    this.memo = this.projection.memo();
    this.opened = true;
  }

  /** A segment ends before the next event that reads a range, and before the one it stops at. */
  private segmentEnd(events: readonly StoredEvent[], start: number): number {
    const { ranges } = this.projection;
    const { stop } = this;
    if (ranges.size === 0 && stop === undefined && !this.careful) return events.length;
    for (let index = start; index < events.length; index += 1) {
      const event = events[index]!;
      if (stop !== undefined && event.position >= stop.position) {
        if (index === start) this.atStop = true;
        return index;
      }
      if (index > start && (this.careful || ranges.has(event.type))) return index;
    }
    return events.length;
  }

  /** False: an event could not be taken. */
  private async foldSegment(
    database: RowDatabase,
    events: readonly StoredEvent[],
    start: number,
    end: number,
  ): Promise<boolean> {
    const rangesOf = this.projection.ranges.get(events[start]!.type);
    if (rangesOf !== undefined && !(await this.flush(database))) return false;
    this.lastEvent = events[end - 1];
    const { reads } = this.projection;
    if (reads.size > 0 && !this.each(events, start, end, reads, this.need)) return false;
    if (rangesOf !== undefined || this.caches.some((cache) => cache.waiting))
      await this.load(database.committed, rangesOf?.(events[start]!) ?? []);
    return this.each(events, start, end, this.projection.handlers, this.rows);
  }

  private async load(rows: RowReader, ranges: readonly RowRange<string>[]): Promise<void> {
    for (const cache of this.caches) await cache.load(rows);
    const names = Object.keys(this.projection.tables);
    for (const { table, first } of ranges)
      await this.caches[names.indexOf(table)]?.loadRange(rows, first);
  }

  /** Calls the projection's own code for each event; false: it could not take one. */
  private each(
    events: readonly StoredEvent[],
    start: number,
    end: number,
    code: ReadonlyMap<string, (event: StoredEvent, rows: object, memo: unknown) => void>,
    rows: object,
  ): boolean {
    const { memo } = this;
    let index = start;
    try {
      for (; index < end; index += 1) {
        const event = events[index]!;
        code.get(event.type)?.(event, rows, memo);
      }
      return true;
    } catch (error) {
      this.stop = parkedAt(events[index]!, error);
      this.forget();
      return false;
    }
  }
}

/** What became of a batch. */
interface Written {
  readonly record: LineRecord;
  readonly error?: Error;
}

const outcome = (committed: Promise<void>, record: LineRecord): Promise<Written> =>
  committed.then(
    () => ({ record }),
    (error: unknown) => ({ record, error: error as Error }),
  );

const firstAfter = (events: readonly StoredEvent[], position: Position): number => {
  let index = 0;
  while (index < events.length && events[index]!.position <= position) index += 1;
  return index;
};
