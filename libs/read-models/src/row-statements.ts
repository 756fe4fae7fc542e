import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Key, PhysicalTable, Row, TableChanges } from '#libs/projections';
import { inKeyOrder } from './key-order.js';
import { ROWS_PER_STATEMENT, type RowStep, Statements } from './row-writer.js';

const columnsOf = (table: PhysicalTable): string[] => Object.keys(table.spec.columns);

const conditionOf = (columns: readonly string[]): string =>
  columns.map((column) => `${column} = ?`).join(' and ');

/** The statements of one table. */
export class RowStatements {
  private readonly columns: string[];
  private readonly texts = new Map<string, { readonly one: string; readonly many: string }>();
  private readonly replace: string;
  private readonly add: string;

  private readonly statements: Statements;

  constructor(
    connection: DatabaseSync,
    private readonly table: PhysicalTable,
  ) {
    this.statements = new Statements(connection);
    this.columns = columnsOf(table);
    const { key } = table.spec;
    const others = this.columns.filter((column) => !key.includes(column));
    const set = (value: (column: string) => string): string =>
      `on conflict (${key.join(', ')}) do update set ` +
      others.map((column) => `${column} = ${value(column)}`).join(', ');
    this.replace =
      others.length === 0
        ? `on conflict (${key.join(', ')}) do nothing`
        : set((column) => `excluded.${column}`);
    this.add = set((column) => `${column} + excluded.${column}`);
  }

  load(keys: readonly Key[]): Row[] {
    const { name, spec } = this.table;
    const select = this.statements.of(
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
    const select = this.statements.of(
      `select ${this.columns.join(', ')} from ${name} ${where} order by ${spec.key.join(', ')}`,
    );
    return (first === undefined ? select.all() : select.all(first)) as Row[];
  }

  write(changes: TableChanges): void {
    for (const step of this.steps(changes)) this.statements.run(step);
  }

  /** The steps that bring these changes about; they hold copies of all values. */
  *steps({ puts, deletes, adds, appends }: TableChanges): Iterable<RowStep> {
    const { name, spec } = this.table;
    if (puts.length > 0) yield this.insertion(inKeyOrder(puts, spec.key), this.replace);
    if (adds.length > 0) yield this.insertion(inKeyOrder(adds, spec.key), this.add);
    if (appends.length > 0) yield this.insertion(appends, '');
    if (deletes.length > 0)
      yield {
        one: `delete from ${name} where ${conditionOf(spec.key)}`,
        width: spec.key.length,
        values: deletes.flat(),
      };
  }

  private insertion(rows: readonly Row[], onConflict: string): RowStep {
    const { columns } = this;
    const values: SQLInputValue[] = [];
    for (const row of rows) for (const column of columns) values.push(row[column] ?? null);
    return { ...this.textsOf(onConflict), width: columns.length, values };
  }

  private textsOf(onConflict: string): { readonly one: string; readonly many: string } {
    let texts = this.texts.get(onConflict);
    if (texts === undefined) {
      const row = `(${this.columns.map(() => '?').join(', ')})`;
      const text = (count: number): string =>
        `insert into ${this.table.name} (${this.columns.join(', ')}) values ` +
        `${Array<string>(count).fill(row).join(', ')} ${onConflict}`;
      texts = { one: text(1), many: text(ROWS_PER_STATEMENT) };
      this.texts.set(onConflict, texts);
    }
    return texts;
  }
}
