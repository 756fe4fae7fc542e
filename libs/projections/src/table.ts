/** Portable column types; `?` may be null. Booleans are 0 and 1, dates and positions text. */
export type ColumnType = 'text' | 'integer' | 'real' | 'text?' | 'integer?' | 'real?';
export type Columns = Readonly<Record<string, ColumnType>>;
export type Value = string | number | null;

type ValueOf<Type extends ColumnType> = Type extends 'text'
  ? string
  : Type extends 'text?'
    ? string | null
    : Type extends 'integer' | 'real'
      ? number
      : number | null;

/**
 * - `keyed`: rows read and replaced by key; what a handler reads is declared in `reads`.
 * - `resident`: small keyed table, loaded whole at start and kept in memory; read freely.
 * - `counters`: integers added to by key without being read.
 * - `log`: appended in log order, never changed.
 */
export type TableKind = 'keyed' | 'resident' | 'counters' | 'log';

export interface TableSpec<
  Kind extends TableKind = TableKind,
  C extends Columns = Columns,
  K extends readonly string[] = readonly string[],
> {
  readonly kind: Kind;
  readonly columns: C;
  readonly key: K;
  /** Lists of columns. Built last, once a new table has caught up, where that is faster. */
  readonly indexes: readonly (readonly string[])[];
}

export type AnyTable = TableSpec;
export type Tables = Readonly<Record<string, AnyTable>>;

/** The row of a table as handlers and queries see it. */
export type RowOf<Table> =
  Table extends TableSpec<TableKind, infer C>
    ? { -readonly [Column in keyof C]: ValueOf<C[Column]> }
    : never;

/** The values of the key columns, in order. */
export type KeyOf<Table> =
  Table extends TableSpec<TableKind, infer C, infer K>
    ? { readonly [I in keyof K]: K[I] extends keyof C ? ValueOf<C[K[I]]> : never }
    : never;

export type CountersOf<Table> =
  Table extends TableSpec<TableKind, infer C, infer K>
    ? Readonly<Partial<Record<Exclude<keyof C, K[number]>, number>>>
    : never;

export type Row = Record<string, Value>;
export type Key = readonly Value[];

interface KeyedSpec<C extends Columns, K> {
  readonly columns: C;
  readonly key: K;
  readonly indexes?: readonly (readonly (keyof C & string)[])[];
}

const keyed =
  <Kind extends TableKind>(kind: Kind) =>
  <const C extends Columns, const K extends readonly (keyof C & string)[]>(
    spec: KeyedSpec<C, K>,
  ): TableSpec<Kind, C, K> => ({ kind, indexes: [], ...spec });

export const keyedTable = keyed('keyed');
export const residentTable = keyed('resident');
export const counterTable = keyed('counters');

/** A table that is only appended to. */
export const logTable = <const C extends Columns>(spec: {
  readonly columns: C;
  readonly indexes?: readonly (readonly (keyof C & string)[])[];
}): TableSpec<'log', C, readonly []> => ({ kind: 'log', key: [], indexes: [], ...spec });

/** A table of one line (projection, version, generation) in the database. */
export interface PhysicalTable {
  readonly name: string;
  readonly spec: AnyTable;
}

/** `unit` of version 2, generation 3 is `unit__2_3`; readers use the view `unit`. */
export const physicalTable = (
  name: string,
  spec: AnyTable,
  version: number,
  generation: number,
): PhysicalTable => ({ name: `${name}__${version}_${generation}`, spec });

/** A key as one map key. Values must not contain U+0001, which no identifier does. */
export const keyText = (a: Value, b?: Value, c?: Value): string =>
  b === undefined ? String(a) : c === undefined ? `${a}\u0001${b}` : `${a}\u0001${b}\u0001${c}`;

/** The map key of a row. Keys have at most three columns. */
export function keyTextOf(spec: AnyTable, row: Row): string {
  const [a, b, c] = spec.key;
  return keyText(
    row[a ?? ''] ?? null,
    b === undefined ? undefined : row[b],
    c === undefined ? undefined : row[c],
  );
}
