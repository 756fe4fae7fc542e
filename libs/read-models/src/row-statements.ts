import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Key, PhysicalTable, Row, TableChanges, Value } from '#libs/projections';

/** Rows per statement: more gain nothing, and a statement of 24 rows still suits small batches. */
const ROWS_PER_STATEMENT = 24;

const columnsOf = (table: PhysicalTable): string[] => Object.keys(table.spec.columns);

const conditionOf = (columns: readonly string[]): string =>
  columns.map((column) => `${column} = ?`).join(' and ');

/** Neighbours in the tree are written together: half the cost of writing them as they come. */
const inKeyOrder = (rows: readonly Row[], key: readonly string[]): readonly Row[] => {
  const first = key[0];
  if (rows.length < ROWS_PER_STATEMENT || first === undefined) return rows;
  return [...rows].sort((a, b) => {
    const left = a[first]!;
    const right = b[first]!;
    return left < right ? -1 : left > right ? 1 : 0;
  });
};

/** The prepared statements of one table, made when first needed. */
export class RowStatements {
  private readonly columns: string[];
  private readonly prepared = new Map<string, StatementSync>();

  constructor(
    private readonly connection: DatabaseSync,
    private readonly table: PhysicalTable,
  ) {
    this.columns = columnsOf(table);
  }

  load(keys: readonly Key[]): Row[] {
    const { name, spec } = this.table;
    const select = this.statement(
      `select ${this.columns.join(', ')} from ${name} where ${conditionOf(spec.key)}`,
    );
    const rows: Row[] = [];
    for (const key of keys) {
      const row = select.get(...(key as SQLInputValue[]));
      if (row !== undefined) rows.push(row as Row);
    }
    return rows;
  }

  loadAll(first?: string | number): Row[] {
    const { name, spec } = this.table;
    const where = first === undefined ? '' : `where ${spec.key[0]} = ?`;
    const select = this.statement(
      `select ${this.columns.join(', ')} from ${name} ${where} order by ${spec.key.join(', ')}`,
    );
    return (first === undefined ? select.all() : select.all(first)) as Row[];
  }

  write({ puts, deletes, adds, appends }: TableChanges): void {
    const { name, spec } = this.table;
    const others = this.columns.filter((column) => !spec.key.includes(column));
    const replace = others.map((column) => `${column} = excluded.${column}`).join(', ');
    const add = others.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');
    const key = spec.key.join(', ');
    this.insert(
      inKeyOrder(puts, spec.key),
      others.length === 0
        ? `on conflict (${key}) do nothing`
        : `on conflict (${key}) do update set ${replace}`,
    );
    this.insert(inKeyOrder(adds, spec.key), `on conflict (${key}) do update set ${add}`);
    this.insert(appends, '');
    if (deletes.length === 0) return;
    const remove = this.statement(`delete from ${name} where ${conditionOf(spec.key)}`);
    for (const values of deletes) remove.run(...(values as SQLInputValue[]));
  }

  private insert(rows: readonly Row[], onConflict: string): void {
    let done = 0;
    if (rows.length >= ROWS_PER_STATEMENT) {
      const many = this.insertion(ROWS_PER_STATEMENT, onConflict);
      for (; done + ROWS_PER_STATEMENT <= rows.length; done += ROWS_PER_STATEMENT)
        many.run(...this.valuesOf(rows, done, done + ROWS_PER_STATEMENT));
    }
    if (done === rows.length) return;
    const one = this.insertion(1, onConflict);
    for (; done < rows.length; done += 1) one.run(...this.valuesOf(rows, done, done + 1));
  }

  private valuesOf(rows: readonly Row[], from: number, to: number): Value[] {
    const values: Value[] = [];
    for (let index = from; index < to; index += 1) {
      const row = rows[index]!;
      for (const column of this.columns) values.push(row[column] ?? null);
    }
    return values;
  }

  private insertion(count: number, onConflict: string): StatementSync {
    const row = `(${this.columns.map(() => '?').join(', ')})`;
    return this.statement(
      `insert into ${this.table.name} (${this.columns.join(', ')}) values ` +
        `${Array<string>(count).fill(row).join(', ')} ${onConflict}`,
    );
  }

  private statement(text: string): StatementSync {
    let statement = this.prepared.get(text);
    if (statement === undefined) {
      statement = this.connection.prepare(text);
      this.prepared.set(text, statement);
    }
    return statement;
  }
}
