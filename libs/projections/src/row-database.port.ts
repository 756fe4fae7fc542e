import type { Position } from '#libs/event-store';
import type { Key, PhysicalTable, Row } from './table.js';

/** Where a projection stands: one of its builds, with its checkpoint. */
export interface LineRecord {
  readonly name: string;
  readonly version: number;
  readonly generation: number;
  /** The declared tables as text: the same version with other tables is our own mistake. */
  readonly shape: string;
  readonly role: 'serving' | 'building' | 'retired';
  /** Everything up to here is in the rows. */
  readonly position: Position;
  readonly parked?: ParkedEvent | undefined;
}

/** The event that stopped a projection. Names its place and the error, never content. */
export interface ParkedEvent {
  readonly position: Position;
  readonly id: string;
  readonly type: string;
  readonly error: string;
}

/** What a batch changed in one table. */
export interface TableChanges {
  readonly puts: readonly Row[];
  readonly deletes: readonly Key[];
  /** Key columns and the counters to add; every column is there. */
  readonly adds: readonly Row[];
  readonly appends: readonly Row[];
}

/** Reads rows. */
export interface RowReader {
  load(table: PhysicalTable, keys: readonly Key[]): Promise<readonly Row[]>;
  /** All rows, or those whose first key column is `first`; in key order. */
  loadAll(table: PhysicalTable, first?: string | number): Promise<readonly Row[]>;
}

/** Reads what is committed. */
export interface CommittedReader extends RowReader {
  /** Where lines stand, for those who only look. */
  lines(): Promise<readonly LineRecord[]>;
}

/** One transaction: all of it is kept or nothing. */
export interface RowTransaction extends RowReader {
  /**
   * Where lines stand; only those of the projections named, or all. From here on this process
   * counts as knowing them: to be asked by those alone who go on from what they are told.
   */
  lines(names?: readonly string[]): Promise<readonly LineRecord[]>;
  saveLine(line: LineRecord): Promise<void>;
  removeLine(line: LineRecord): Promise<void>;
  createTables(tables: readonly PhysicalTable[], options: { indexes: boolean }): Promise<void>;
  createIndexes(tables: readonly PhysicalTable[]): Promise<void>;
  /** Drops tables by their physical names, if they exist. */
  dropTables(names: readonly string[]): Promise<void>;
  /** Makes each view read this table from now on. */
  publish(views: readonly { readonly view: string; readonly table: string }[]): Promise<void>;
  write(table: PhysicalTable, changes: TableChanges): Promise<void>;
}

/** What a line has to write: rows, and where it stands with them. */
export interface Batch {
  readonly tables: readonly { readonly table: PhysicalTable; readonly changes: TableChanges }[];
  readonly line: LineRecord;
}

/**
 * A database of rows: SQLite or PostgreSQL. Transactions of one database object run one after
 * another.
 */
export interface RowDatabase {
  transaction<T>(work: (tx: RowTransaction) => Promise<T>): Promise<T>;
  /** Reads what is committed, without waiting for who is writing. */
  readonly committed: CommittedReader;
  /**
   * Writes a batch in one transaction on another thread, in turn with the others. It has copies of
   * all rows when the call returns; resolves after the commit, rejects as a transaction does. Left
   * out where there is no other thread.
   */
  writeBehind?(batch: Batch): Promise<void>;
  close(): Promise<void>;
}

/** The database refused a row (a null, a wrong type): the projection's mistake. */
export class RowRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RowRefused';
  }
}

/**
 * Somebody else has taken over the projections named: what this transaction wrote is rolled back,
 * and nothing of theirs is to be written here any more.
 */
export class LinesFenced extends Error {
  constructor(readonly projections: readonly string[]) {
    super(`taken over by another process: ${projections.join(', ')}`);
    this.name = 'LinesFenced';
  }
}
