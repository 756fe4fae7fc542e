import type { Key, PhysicalTable, Row, TableChanges, Value } from '#libs/projections';
import { RowRefused } from '#libs/projections';
import { inKeyOrder } from './key-order.js';

/** A statement with its values in PostgreSQL's text form; prepared once per connection. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly (string | null)[] | undefined;
}

/** Rows of one statement: the server writes while the next is made, and no message gets huge. */
const ROWS_PER_STATEMENT = 5_000;

const quoted = (name: string): string => `"${name}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** The statements of one table. Rows travel as one array a column. */
export class TableStatements {
  private readonly name: string;
  private readonly columns: readonly string[];
  private readonly key: readonly string[];
  private readonly insert: string;
  private readonly replace: string;
  private readonly add: string;

  constructor(private readonly table: PhysicalTable) {
    const { spec } = table;
    this.name = quoted(table.name);
    this.columns = Object.keys(spec.columns);
    this.key = spec.key;
    const others = this.columns.filter((column) => !spec.key.includes(column)).map(quoted);
    this.insert =
      `insert into ${this.name} (${list(this.columns)}) ` +
      `select * from unnest(${this.arrays(this.columns)})`;
    const onConflict = (set: (column: string) => string): string =>
      ` on conflict (${list(this.key)}) do ` +
      (others.length === 0 ? 'nothing' : `update set ${others.map(set).join(', ')}`);
    this.replace = onConflict((column) => `${column} = excluded.${column}`);
    this.add = onConflict((column) => `${column} = ${this.name}.${column} + excluded.${column}`);
  }

  /** Rows of these keys, in the order of the keys. */
  load(keys: readonly Key[]): Statement {
    const names = this.key.map((_, index) => `k${index}`);
    const on = this.key.map((column, index) => `t.${quoted(column)} = k.k${index}`);
    return {
      text:
        `select ${this.columns.map((column) => `t.${quoted(column)}`).join(', ')} ` +
        `from unnest(${this.arrays(this.key)}) with ordinality as k(${names.join(', ')}, n) ` +
        `join ${this.name} t on ${on.join(' and ')} order by k.n`,
      values: this.keyValues(keys),
    };
  }

  loadAll(first?: string | number): Statement {
    const select = `select ${list(this.columns)} from ${this.name}`;
    const order = `order by ${list(this.key)}`;
    return first === undefined
      ? { text: `${select} ${order}` }
      : { text: `${select} where ${quoted(this.key[0]!)} = $1 ${order}`, values: [String(first)] };
  }

  /** What brings these changes about; it holds copies of all values. */
  *write({ puts, deletes, adds, appends }: TableChanges): Iterable<Statement> {
    yield* this.insertion(inKeyOrder(puts, this.key), this.replace);
    yield* this.insertion(inKeyOrder(adds, this.key), this.add);
    yield* this.insertion(appends, '');
    if (deletes.length > 0) {
      const names = this.key.map((_, index) => `k${index}`);
      const on = this.key.map((column, index) => `t.${quoted(column)} = k.k${index}`);
      yield {
        text:
          `delete from ${this.name} t using unnest(${this.arrays(this.key)}) ` +
          `as k(${names.join(', ')}) where ${on.join(' and ')}`,
        values: this.keyValues(deletes),
      };
    }
  }

  private *insertion(rows: readonly Row[], onConflict: string): Iterable<Statement> {
    const text = this.insert + onConflict;
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      const part = rows.slice(from, from + ROWS_PER_STATEMENT);
      const values = this.columns.map((column) =>
        arrayText(part, (row) => row[column] ?? null, this.isText(column), column),
      );
      yield { text, values };
    }
  }

  private keyValues(keys: readonly Key[]): string[] {
    return this.key.map((column, index) =>
      arrayText(keys, (key) => key[index] ?? null, this.isText(column), column),
    );
  }

  private isText(column: string): boolean {
    return this.typeOf(column).startsWith('text');
  }

  private typeOf(column: string): string {
    return this.table.spec.columns[column] ?? 'text';
  }

  private arrays(columns: readonly string[]): string {
    return columns
      .map((column, index) => `$${index + 1}::${ARRAYS[this.typeOf(column).replace('?', '')]!}`)
      .join(', ');
  }
}

const ARRAYS: Readonly<Record<string, string>> = {
  text: 'text[]',
  integer: 'bigint[]',
  real: 'double precision[]',
};

/** One column of many rows as PostgreSQL writes arrays: `{"a",NULL}`, `{1,2}`. */
export function arrayText<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
  isText: boolean,
  column: string,
): string {
  let text = '{';
  for (let index = 0; index < items.length; index += 1) {
    const value = valueOf(items[index]!);
    if (index > 0) text += ',';
    if (value === null || Number.isNaN(value)) text += 'NULL';
    else if ((typeof value === 'string') !== isText)
      throw new RowRefused(`column ${column} does not take this value`);
    else text += isText ? quotedText(value as string) : String(value);
  }
  return `${text}}`;
}

const SPECIAL = /["\\]/;

const quotedText = (value: string): string => {
  const text = SPECIAL.test(value) ? value.replace(/["\\]/g, '\\$&') : value;
  // PostgreSQL has no place for this character, and a text with it must not stop a projection.
  return text.includes('\0') ? `"${text.replaceAll('\0', '\ufffd')}"` : `"${text}"`;
};
