import type { StoredEvent, WantedParts } from '#libs/event-store';
import type { DataOf, SealedOf } from '#libs/kernel';
import type { CountersOf, KeyOf, RowOf, Tables, TableSpec } from './table.js';

/** A stored event with the types of its fact. */
export type ProjectedEvent<Facts, Type extends keyof Facts = keyof Facts> = Omit<
  StoredEvent,
  'type' | 'data' | 'sealed'
> & {
  readonly type: Type;
  readonly data: DataOf<Facts[Type]>;
  /** Parts may be missing: their owner's data was erased. */
  readonly sealed?: Partial<NonNullable<SealedOf<Facts[Type]>>> | undefined;
};

/** What a handler can do with a keyed or resident table. */
export interface KeyedRows<Table> {
  /** The row, or `undefined`. A keyed table needs the key declared in `reads`. */
  get(...key: KeyOf<Table> & readonly (string | number)[]): Readonly<RowOf<Table>> | undefined;
  put(row: RowOf<Table>): void;
  /** Changes some columns of a row that `get` gave; never key columns. */
  change(row: Readonly<RowOf<Table>>, changes: Partial<RowOf<Table>>): void;
  delete(...key: KeyOf<Table> & readonly (string | number)[]): void;
}

export interface ResidentRows<Table> extends KeyedRows<Table> {
  values(): Iterable<Readonly<RowOf<Table>>>;
}

export interface CounterRows<Table> {
  /** Adds to the counters of a key; the row comes into being with zeros. */
  add(counters: CountersOf<Table>, ...key: KeyOf<Table> & readonly (string | number)[]): void;
  /** The rows of a first key column as they stand; the event must declare it in `ranges`. */
  within(first: string | number): readonly Readonly<RowOf<Table>>[];
}

export interface LogRows<Table> {
  append(row: RowOf<Table>): void;
}

type RowsOfTable<Table> =
  Table extends TableSpec<infer Kind, infer _C, infer _K>
    ? Kind extends 'keyed'
      ? KeyedRows<Table>
      : Kind extends 'resident'
        ? ResidentRows<Table>
        : Kind extends 'counters'
          ? CounterRows<Table>
          : LogRows<Table>
    : never;

/** The tables of a projection as its handlers see them, and `touch` for live updates. */
export type RowsOf<T> = { readonly [Name in keyof T]: RowsOfTable<T[Name]> } & {
  /** Names something (a unit) whose screens this event changes. */
  touch(id: string): void;
};

/** Declares that a key of a keyed table is read: `need.registration(memberId, year)`. */
export type NeedOf<T> = {
  readonly [Name in keyof T]: T[Name] extends { kind: 'keyed' }
    ? (...key: KeyOf<T[Name]> & readonly (string | number)[]) => void
    : never;
};

/** A range of rows that one event reads: all rows of a first key column. */
export interface RowRange<Name> {
  readonly table: Name;
  readonly first: string | number;
}

export interface ProjectionSpec<Facts, T extends Tables, Memo> {
  readonly name: string;
  /** Raise it when a handler or a table changes: new rows are built beside the old. */
  readonly version: number;
  readonly tables: T;
  /** What may be derived from resident rows alone; made anew at every start. */
  readonly memo?: () => Memo;
  /** Pure and synchronous. The filter on the log is derived from these. */
  readonly on: {
    readonly [Type in keyof Facts]?: (
      event: ProjectedEvent<Facts, Type>,
      rows: RowsOf<T>,
      memo: Memo,
    ) => void;
  };
  /**
   * Types whose envelope (`occurredAt`, `actor`, ...) and whose sealed parts handlers look at, so
   * that the log need not read the others. A type forgotten here is slow, not wrong.
   */
  readonly parts?: {
    readonly envelope: readonly (keyof Facts & string)[];
    readonly sealed: readonly (keyof Facts & string)[];
  };
  /** Keys of keyed tables that the handler of a type reads; loaded for a whole batch at once. */
  readonly reads?: {
    readonly [Type in keyof Facts]?: (event: ProjectedEvent<Facts, Type>, need: NeedOf<T>) => void;
  };
  /** Ranges that the handler of a (rare) type reads. */
  readonly ranges?: {
    readonly [Type in keyof Facts]?: (
      event: ProjectedEvent<Facts, Type>,
    ) => readonly RowRange<keyof T & string>[];
  };
}

type Handler = (event: StoredEvent, rows: object, memo: unknown) => void;

/** A declared projection with its fact types forgotten, as the runner handles it. */
export interface Projection<T extends Tables = Tables> {
  readonly name: string;
  readonly version: number;
  readonly tables: T;
  /** The event types it wants. */
  readonly types: readonly string[];
  /** What it looks at of which types, beside `data`; undefined: everything of all. */
  readonly parts: WantedParts | undefined;
  readonly memo: () => unknown;
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly reads: ReadonlyMap<string, (event: StoredEvent, need: object) => void>;
  readonly ranges: ReadonlyMap<string, (event: StoredEvent) => readonly RowRange<string>[]>;
}

const mapOf = <Entry>(entries: object | undefined): ReadonlyMap<string, Entry> =>
  new Map(Object.entries(entries ?? {})) as ReadonlyMap<string, Entry>;

/** Declares a projection over these facts. Throws on a declaration that cannot run. */
export const defineProjection =
  <Facts>() =>
  <const T extends Tables, Memo = undefined>(
    spec: ProjectionSpec<Facts, T, Memo>,
  ): Projection<T> => {
    for (const [name, table] of Object.entries(spec.tables)) {
      if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`table name ${name} is not snake case`);
      if (table.kind !== 'log' && (table.key.length === 0 || table.key.length > 3))
        throw new Error(`table ${name} needs a key of one to three columns`);
    }
    return {
      name: spec.name,
      version: spec.version,
      tables: spec.tables,
      types: Object.keys(spec.on),
      parts: spec.parts,
      memo: spec.memo ?? (() => undefined),
      handlers: mapOf(spec.on),
      reads: mapOf(spec.reads),
      ranges: mapOf(spec.ranges),
    };
  };

/** What several projections look at together. */
const partsOf = (projections: readonly Projection[]): WantedParts => {
  const union = (part: keyof WantedParts): readonly string[] => [
    ...new Set(projections.flatMap(({ parts, types }) => parts?.[part] ?? types)),
  ];
  return { envelope: union('envelope'), sealed: union('sealed') };
};

/** What is read from the log for several projections at once. */
export const wantedBy = (
  projections: readonly Projection[],
): { readonly types: readonly string[]; readonly parts: WantedParts } => ({
  types: [...new Set(projections.flatMap(({ types }) => types))],
  parts: partsOf(projections),
});
