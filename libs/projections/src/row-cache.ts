import type { RowReader, TableChanges } from './row-database.port.js';
import { type Key, keyText, keyTextOf, type PhysicalTable, type Row, type Value } from './table.js';

const NONE: readonly never[] = [];
/** Rows of one keyed table kept in memory between batches; twice this at most. */
const ROWS_KEPT = 100_000;

/** The rows of one table in memory: what handlers see, and what the next write will carry. */
export interface TableCache {
  /** Brings in what must be in memory before any handler runs. */
  open(rows: RowReader, empty: boolean): Promise<void>;
  /** Takes the changes made since the last call; `undefined`: none. */
  take(): TableChanges | undefined;
  /** Keys were declared that are not in memory. */
  readonly waiting: boolean;
  /** Loads the keys that were declared and are not in memory. */
  load(rows: RowReader): Promise<void>;
  /** Loads the rows of a first key column for the next handler. */
  loadRange(rows: RowReader, first: string | number): Promise<void>;
}

export class KeyedCache implements TableCache {
  private young = new Map<string, Row | null>();
  private old = new Map<string, Row | null>();
  private readonly dirty = new Set<Row>();
  private readonly deleted = new Map<string, Key>();
  private missing = new Map<string, Key>();
  /** Every row of the table is in memory, so what is not here does not exist. */
  private complete = false;
  private readonly resident: boolean;

  constructor(
    private readonly table: PhysicalTable,
    private readonly rowsKept = ROWS_KEPT,
  ) {
    this.resident = table.spec.kind === 'resident';
  }

  async open(rows: RowReader, empty: boolean): Promise<void> {
    this.complete = empty || this.resident;
    if (empty || !this.resident) return;
    for (const row of await rows.loadAll(this.table))
      this.young.set(keyTextOf(this.table.spec, row), { ...row });
  }

  need(a: Value, b?: Value, c?: Value): void {
    if (this.complete) return;
    const key = keyText(a, b, c);
    if (this.find(key) === undefined)
      this.missing.set(key, b === undefined ? [a] : c === undefined ? [a, b] : [a, b, c]);
  }

  get waiting(): boolean {
    return this.missing.size > 0;
  }

  async load(rows: RowReader): Promise<void> {
    if (this.missing.size === 0) return;
    const keys = this.missing;
    this.missing = new Map();
    for (const row of await rows.load(this.table, [...keys.values()])) {
      const key = keyTextOf(this.table.spec, row);
      this.young.set(key, { ...row });
      keys.delete(key);
    }
    for (const key of keys.keys()) this.young.set(key, null);
  }

  get(a: Value, b?: Value, c?: Value): Row | undefined {
    const row = this.find(keyText(a, b, c));
    if (row === undefined && !this.complete)
      throw new Error(`a handler reads a row of ${this.table.name} that it does not declare`);
    return row ?? undefined;
  }

  put(row: Row): void {
    const key = keyTextOf(this.table.spec, row);
    this.replace(key, row);
    if (this.deleted.size > 0) this.deleted.delete(key);
    this.dirty.add(row);
  }

  change(row: Row, changes: Row): void {
    let isChanged = false;
    for (const column in changes)
      if (row[column] !== changes[column]) {
        row[column] = changes[column]!;
        isChanged = true;
      }
    // Many events leave a row as it is: it need not be written again.
    if (isChanged) this.dirty.add(row);
  }

  delete(...key: Value[]): void {
    const text = keyText(key[0] ?? null, key[1], key[2]);
    if (this.complete && this.find(text) === undefined) return;
    this.replace(text, null);
    this.deleted.set(text, key);
  }

  *values(): Iterable<Row> {
    for (const row of this.young.values()) if (row !== null) yield row;
  }

  take(): TableChanges | undefined {
    if (this.dirty.size === 0 && this.deleted.size === 0) return undefined;
    const puts = [...this.dirty];
    const deletes = [...this.deleted.values()];
    this.dirty.clear();
    this.deleted.clear();
    return { puts, deletes, adds: NONE, appends: NONE };
  }

  async loadRange(): Promise<void> {
    throw new Error(`${this.table.name} is read by key, not by range`);
  }

  /**
   * Forgets rows long unused, once a batch is committed. They were not touched since the last time,
   * so no later batch carries them: what is not in memory is in the database as it stands.
   */
  trim(): void {
    if (this.resident || this.young.size < this.rowsKept) return;
    this.complete = this.complete && this.old.size === 0;
    this.old = this.young;
    this.young = new Map();
  }

  /** What was there before is no longer to be written. */
  private replace(key: string, row: Row | null): void {
    const before = this.find(key);
    if (before != null) this.dirty.delete(before);
    this.young.set(key, row);
  }

  private find(key: string): Row | null | undefined {
    const row = this.young.get(key);
    if (row !== undefined) return row;
    const kept = this.old.get(key);
    if (kept !== undefined) this.young.set(key, kept);
    return kept;
  }
}

export class CounterCache implements TableCache {
  private deltas = new Map<string, Row>();
  private range: { first: string | number; rows: readonly Row[] } | undefined;
  private readonly zero: Row;

  readonly waiting = false;

  constructor(private readonly table: PhysicalTable) {
    const { columns } = table.spec;
    this.zero = Object.fromEntries(Object.keys(columns).map((column) => [column, 0]));
  }

  async open(): Promise<void> {}

  async load(): Promise<void> {}

  add(counters: Record<string, number>, a: Value, b?: Value, c?: Value): void {
    const key = keyText(a, b, c);
    let row = this.deltas.get(key);
    if (row === undefined) {
      row = { ...this.zero };
      const [first, second, third] = this.table.spec.key;
      row[first!] = a;
      if (second !== undefined) row[second] = b!;
      if (third !== undefined) row[third] = c!;
      this.deltas.set(key, row);
    }
    for (const name in counters) row[name] = (row[name] as number) + counters[name]!;
  }

  async loadRange(rows: RowReader, first: string | number): Promise<void> {
    this.range = { first, rows: await rows.loadAll(this.table, first) };
  }

  within(first: string | number): readonly Row[] {
    if (this.range?.first !== first)
      throw new Error(`a handler reads a range of ${this.table.name} that it does not declare`);
    return this.range.rows;
  }

  take(): TableChanges | undefined {
    if (this.deltas.size === 0) return undefined;
    const adds = [...this.deltas.values()];
    this.deltas = new Map();
    return { puts: NONE, deletes: NONE, adds, appends: NONE };
  }
}

export class LogCache implements TableCache {
  private rows: Row[] = [];
  readonly waiting = false;

  constructor(private readonly table: PhysicalTable) {}

  async open(): Promise<void> {}

  async load(): Promise<void> {}

  append(row: Row): void {
    this.rows.push(row);
  }

  async loadRange(): Promise<void> {
    throw new Error(`${this.table.name} is only appended to`);
  }

  take(): TableChanges | undefined {
    if (this.rows.length === 0) return undefined;
    const appends = this.rows;
    this.rows = [];
    return { puts: NONE, deletes: NONE, adds: NONE, appends };
  }
}

export const cacheFor = (table: PhysicalTable): KeyedCache | CounterCache | LogCache =>
  table.spec.kind === 'log'
    ? new LogCache(table)
    : table.spec.kind === 'counters'
      ? new CounterCache(table)
      : new KeyedCache(table);
