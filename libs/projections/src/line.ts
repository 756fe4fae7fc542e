import { type Position, START, type StoredEvent } from '#libs/event-store';
import type { Projection } from './projection.js';
import { cacheFor, KeyedCache, type TableCache } from './row-cache.js';
import { type LineRecord, RowRefused, type RowTransaction } from './row-database.port.js';
import { type PhysicalTable, physicalTable } from './table.js';

/** A handler threw, or the database refused its rows: the projection must stop before this event. */
export class Poison extends Error {
  constructor(
    readonly line: Line,
    readonly index: number,
    cause: unknown,
  ) {
    super('a projection cannot take an event', { cause });
    this.name = 'Poison';
  }
}

/** Rows of a whole batch were refused: fold it again event by event, to learn which one it is. */
export class NeedsCare extends Error {
  constructor(readonly line: Line) {
    super('a batch of rows was refused');
    this.name = 'NeedsCare';
  }
}

export const tablesOf = (
  projection: Projection,
  version: number,
  generation: number,
): readonly PhysicalTable[] =>
  Object.entries(projection.tables).map(([name, spec]) =>
    physicalTable(name, spec, version, generation),
  );

/** One build of a projection: its tables, its rows in memory, its checkpoint. */
export class Line {
  readonly tables: readonly PhysicalTable[];
  /** What live updates are told to look at again. */
  readonly touched = new Set<string>();
  /** Write after every event, so that a refused row names its event. */
  careful = false;
  /** Indexes are still to be built, once it has caught up. */
  indexesDue = false;
  private caches = new Map<string, TableCache>();
  private rows: object = {};
  private need: object = {};
  private memo: unknown;
  private opened = false;

  constructor(
    readonly projection: Projection,
    public record: LineRecord,
  ) {
    this.tables = tablesOf(projection, record.version, record.generation);
  }

  get position(): Position {
    return this.record.position;
  }

  /** Forgets every row in memory: after a transaction that was rolled back. */
  forget(): void {
    this.opened = false;
    this.touched.clear();
  }

  /** Folds events[from, end) into rows and writes them. Throws Poison, NeedsCare, or what the database threw. */
  async fold(
    tx: RowTransaction,
    events: readonly StoredEvent[],
    from: number,
    end: number,
  ): Promise<void> {
    if (!this.opened) await this.open(tx);
    for (let start = from; start < end;) {
      const stop = this.segmentEnd(events, start, end);
      await this.loadRanges(tx, events, start);
      this.declareReads(events, start, stop);
      for (const cache of this.caches.values()) await cache.load(tx);
      this.handle(events, start, stop);
      if (this.careful) await this.write(tx, start);
      start = stop;
    }
    await this.write(tx, from);
    for (const cache of this.caches.values()) if (cache instanceof KeyedCache) cache.trim();
  }

  private async open(tx: RowTransaction): Promise<void> {
    this.caches = new Map();
    for (const table of this.tables) {
      const cache = cacheFor(table);
      await cache.open(tx, this.record.position === START);
      this.caches.set(table.name, cache);
    }
    this.rows = this.handlerRows();
    this.need = Object.fromEntries(
      this.eachTable().map(([name, cache]) => [
        name,
        cache instanceof KeyedCache ? cache.need.bind(cache) : undefined,
      ]),
    );
    this.memo = this.projection.memo();
    this.opened = true;
  }

  /** The rows object: `rows.registration.get(...)`, and `touch`. */
  private handlerRows(): object {
    return {
      ...Object.fromEntries(this.eachTable()),
      touch: (id: string) => void this.touched.add(id),
    };
  }

  private eachTable(): [string, TableCache][] {
    return Object.keys(this.projection.tables).map((name, index) => [
      name,
      this.caches.get(this.tables[index]!.name)!,
    ]);
  }

  /** A segment ends before the next event that reads a range: what it reads must be written first. */
  private segmentEnd(events: readonly StoredEvent[], start: number, end: number): number {
    if (this.careful) return start + 1;
    const { ranges } = this.projection;
    if (ranges.size === 0) return end;
    for (let index = start + 1; index < end; index += 1)
      if (ranges.has(events[index]!.type)) return index;
    return end;
  }

  private async loadRanges(
    tx: RowTransaction,
    events: readonly StoredEvent[],
    index: number,
  ): Promise<void> {
    const event = events[index]!;
    const rangesOf = this.projection.ranges.get(event.type);
    if (rangesOf === undefined) return;
    await this.write(tx, index);
    for (const { table, first } of this.guarded(index, () => rangesOf(event))) {
      const physical = this.tables[Object.keys(this.projection.tables).indexOf(table)];
      await this.caches.get(physical?.name ?? '')?.loadRange(tx, first);
    }
  }

  private declareReads(events: readonly StoredEvent[], start: number, stop: number): void {
    const { reads } = this.projection;
    if (reads.size === 0) return;
    let index = start;
    try {
      for (; index < stop; index += 1) {
        const event = events[index]!;
        reads.get(event.type)?.(event, this.need);
      }
    } catch (error) {
      throw new Poison(this, index, error);
    }
  }

  private handle(events: readonly StoredEvent[], start: number, stop: number): void {
    const { handlers } = this.projection;
    const { rows, memo } = this;
    let index = start;
    try {
      for (; index < stop; index += 1) {
        const event = events[index]!;
        handlers.get(event.type)?.(event, rows, memo);
      }
    } catch (error) {
      throw new Poison(this, index, error);
    }
  }

  private guarded<T>(index: number, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new Poison(this, index, error);
    }
  }

  private async write(tx: RowTransaction, index: number): Promise<void> {
    try {
      for (const table of this.tables) {
        const changes = this.caches.get(table.name)?.take();
        if (changes !== undefined) await tx.write(table, changes);
      }
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      throw this.careful ? new Poison(this, index, error) : new NeedsCare(this);
    }
  }
}

