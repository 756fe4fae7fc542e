import type { DatabaseSync } from 'node:sqlite';
import type {
  Batch,
  LineRecord,
  PhysicalTable,
  RowDatabase,
  RowTransaction,
} from '#libs/projections';
import { RowRefused } from '#libs/projections';
import { Kysely } from 'kysely';
import type { BackgroundWriter } from './background-writer.js';
import { LINE_COLUMNS, lineOf, type LineRow, lineValues, ON_KNOWN_LINE } from './line-rows.js';
import { nodeSqliteDialect } from './node-sqlite.dialect.js';
import { RowStatements } from './row-statements.js';
import { type RowStep, Statements } from './row-writer.js';
import { SQLITE_TABLES } from './sqlite-tables.js';
import { TableSchema } from './table-schema.js';

const SQLITE_CONSTRAINT = 19;
const SQLITE_MISMATCH = 20;

/**
 * Rows in SQLite, written by this one connection, and by `background` while this one rests. Kysely
 * makes the tables; the hot path uses prepared statements of many rows.
 */
export function sqliteRows(connection: DatabaseSync, background?: BackgroundWriter): RowDatabase {
  connection.exec(`create table if not exists projection_line (
    name text not null, version integer not null, generation integer not null,
    shape text not null, role text not null, position text not null,
    parked_position text, parked_id text, parked_type text, parked_error text,
    primary key (name, version, generation)) strict`);
  const tx = new SqliteTransaction(connection);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
  return {
    transaction: (work) =>
      inTurn(async () => {
        connection.exec('begin immediate');
        try {
          const result = await work(tx);
          connection.exec('commit');
          return result;
        } catch (error) {
          if (connection.isTransaction) connection.exec('rollback');
          throw error;
        }
      }),
    committed: tx,
    ...(background !== undefined && {
      writeBehind(batch: Batch) {
        const steps = tx.stepsOf(batch);
        return inTurn(() =>
          background.write(steps).catch((error: unknown) => {
            throw refusal(error);
          }),
        );
      },
    }),
    async close() {
      await last;
      await background?.close();
    },
  };
}

/** Tells a row that no database would take from a database that is in trouble. */
const refusal = (error: unknown): unknown => {
  const { code, errcode } = error as { code?: string; errcode?: number };
  const primary = (errcode ?? 0) & 0xff;
  return code === 'ERR_INVALID_ARG_TYPE' ||
    code === 'ERR_INVALID_ARG_VALUE' ||
    primary === SQLITE_CONSTRAINT ||
    primary === SQLITE_MISMATCH
    ? new RowRefused('the database refused a row', { cause: error })
    : error;
};

class SqliteTransaction implements RowTransaction {
  private readonly schema: TableSchema;
  private readonly tables = new Map<string, RowStatements>();
  private readonly statements: Statements;

  constructor(private readonly connection: DatabaseSync) {
    const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(connection) });
    this.schema = new TableSchema(db, SQLITE_TABLES);
    this.statements = new Statements(connection);
  }

  stepsOf({ tables, line }: Batch): readonly RowStep[] {
    const steps = tables.flatMap(({ table, changes }) => [...this.of(table).steps(changes)]);
    return [...steps, lineStep(line)];
  }

  async lines(names?: readonly string[]): Promise<readonly LineRecord[]> {
    return this.connection
      .prepare('select * from projection_line order by name, version, generation')
      .all()
      .map((row) => lineOf(row as unknown as LineRow))
      .filter(({ name }) => names?.includes(name) ?? true);
  }

  async saveLine(line: LineRecord): Promise<void> {
    this.statements.run(lineStep(line));
  }

  async removeLine({ name, version, generation }: LineRecord): Promise<void> {
    this.connection
      .prepare('delete from projection_line where name = ? and version = ? and generation = ?')
      .run(name, version, generation);
  }

  async createTables(
    tables: readonly PhysicalTable[],
    { indexes }: { indexes: boolean },
  ): Promise<void> {
    for (const table of tables) this.connection.exec(this.schema.create(table));
    if (indexes) await this.createIndexes(tables);
  }

  async createIndexes(tables: readonly PhysicalTable[]): Promise<void> {
    for (const table of tables) this.run(this.schema.createIndexes(table));
  }

  async dropTables(names: readonly string[]): Promise<void> {
    for (const name of names) this.tables.delete(name);
    this.run(names.map((name) => this.schema.drop(name)));
  }

  async publish(
    views: readonly { readonly view: string; readonly table: string }[],
  ): Promise<void> {
    for (const view of views) this.run(this.schema.publish(view));
  }

  private run(texts: readonly string[]): void {
    for (const text of texts) this.connection.exec(text);
  }

  async load(
    ...[table, keys]: Parameters<RowTransaction['load']>
  ): ReturnType<RowTransaction['load']> {
    return this.of(table).load(keys);
  }

  async loadAll(
    ...[table, first]: Parameters<RowTransaction['loadAll']>
  ): ReturnType<RowTransaction['loadAll']> {
    return this.of(table).loadAll(first);
  }

  async write(...[table, changes]: Parameters<RowTransaction['write']>): Promise<void> {
    try {
      this.of(table).write(changes);
    } catch (error) {
      throw refusal(error);
    }
  }

  private of(table: PhysicalTable): RowStatements {
    let statements = this.tables.get(table.name);
    if (statements === undefined) {
      statements = new RowStatements(this.connection, table);
      this.tables.set(table.name, statements);
    }
    return statements;
  }
}

/** In place: written with every batch of every line, and its shape never changes. */
const SAVE_LINE = `insert into projection_line values (${LINE_COLUMNS.map(() => '?').join(', ')})
  on conflict ${ON_KNOWN_LINE}`;

const lineStep = (line: LineRecord): RowStep => {
  const values = lineValues(line);
  return { one: SAVE_LINE, width: values.length, values };
};
