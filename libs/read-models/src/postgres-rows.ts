import {
  type Batch,
  type LineRecord,
  LinesFenced,
  type PhysicalTable,
  type Row,
  type RowDatabase,
  type RowReader,
  RowRefused,
  type RowTransaction,
} from '#libs/projections';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { DatabaseError, type Pool } from 'pg';
import { lineOf, type LineRow } from './line-rows.js';
import { ALL_LINES, type FenceOf, type KnownLines, TouchedLines } from './postgres-lines.js';
import { FENCED, MOVED } from './postgres-schema.js';
import { type Statement, TableStatements } from './postgres-statements.js';
import { POSTGRES_TABLES } from './postgres-tables.js';
import { OutcomeUnknown, PipelinedTransaction, prepared } from './postgres-transaction.js';
import { TableSchema } from './table-schema.js';

export interface PostgresRowsOptions {
  /** Connections to write on; they pipeline. */
  readonly writing: Pool;
  /** Connections to read on what is committed. */
  readonly reading: Pool;
  /** A name that no other process has. */
  readonly process: string;
  readonly fence?: FenceOf | undefined;
}

/** How long an unanswered commit is looked for, and how often. */
const LOOK_TIMES = 40;
const LOOK_EVERY_MS = 250;

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const schema = new TableSchema(compiler, POSTGRES_TABLES);

/**
 * Rows in PostgreSQL. Every transaction that saves or removes lines first makes sure that they are
 * still as this process left them, and its projections still its own (`fence`): otherwise it is
 * rolled back with `LinesFenced`, and a projection for which `fence` answers undefined is not even
 * begun. A commit whose answer got lost is looked for, so that nothing is written twice.
 */
export function postgresRows(options: PostgresRowsOptions): RowDatabase {
  const { writing, reading, fence } = options;
  const tables = new Map<string, TableStatements>();
  const of = (table: PhysicalTable): TableStatements => {
    let statements = tables.get(table.name);
    if (statements === undefined) tables.set(table.name, (statements = new TableStatements(table)));
    return statements;
  };
  const known: KnownLines = new Map();
  let batches = 0;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (tx: PostgresTransaction) => Promise<T>): Promise<T> => {
    const run = last.then(async () => {
      batches += 1;
      const lines = new TouchedLines(known, `${options.process}:${batches}`, fence);
      const tx = new PostgresTransaction(new PipelinedTransaction(writing), lines, of);
      try {
        const result = await work(tx);
        await tx.commit(writing);
        return result;
      } catch (error) {
        tx.abandon();
        throw failure(error, fence !== undefined);
      }
    });
    last = run.catch(() => undefined);
    return run;
  };
  const read = async ({ text, values }: Statement): Promise<readonly Row[]> => {
    const { rows } = await reading.query<Row>(prepared({ text, values }));
    return rows;
  };
  return {
    transaction: inTurn,
    committed: {
      ...reader(of, read),
      // Not by a transaction: whoever only looks must not count as knowing what became of a batch.
      lines: async () => (await read(ALL_LINES)).map((row) => lineOf(row as object as LineRow)),
    },
    writeBehind(batch: Batch) {
      const statements = batch.tables.map(({ table, changes }) => [...of(table).write(changes)]);
      return inTurn(async (tx) => {
        tx.add(statements.flat());
        await tx.saveLine(batch.line);
      });
    },
    async close() {
      await last;
    },
  };
}

const reader = (
  of: (table: PhysicalTable) => TableStatements,
  rows: (statement: Statement) => Promise<readonly Row[]>,
): RowReader => ({
  load: async (table, keys) => (keys.length === 0 ? [] : rows(of(table).load(keys))),
  loadAll: (table, first) => rows(of(table).loadAll(first)),
});

class PostgresTransaction implements RowTransaction {
  private readonly reader: RowReader;
  /** Tables made in this transaction. */
  private readonly fresh = new Set<string>();

  constructor(
    private readonly tx: PipelinedTransaction,
    private readonly touched: TouchedLines,
    private readonly of: (table: PhysicalTable) => TableStatements,
  ) {
    this.reader = reader(of, (statement) => this.rows(statement));
  }

  add(statements: readonly Statement[]): void {
    this.tx.add(...statements);
  }

  load(...asked: Parameters<RowReader['load']>): ReturnType<RowReader['load']> {
    return this.reader.load(...asked);
  }

  loadAll(...asked: Parameters<RowReader['loadAll']>): ReturnType<RowReader['loadAll']> {
    return this.reader.loadAll(...asked);
  }

  async lines(names?: readonly string[]): Promise<readonly LineRecord[]> {
    return this.touched.seen(await this.rows(this.touched.asked(names)));
  }

  async saveLine(line: LineRecord): Promise<void> {
    this.touched.save(line);
  }

  async removeLine(line: LineRecord): Promise<void> {
    this.tx.add(this.touched.remove(line));
  }

  async createTables(
    tables: readonly PhysicalTable[],
    { indexes }: { indexes: boolean },
  ): Promise<void> {
    for (const table of tables) {
      this.fresh.add(table.name);
      this.tx.add({ text: schema.create(table) });
      if (indexes) this.addAll(schema.createIndexes(table));
    }
  }

  async createIndexes(tables: readonly PhysicalTable[]): Promise<void> {
    // Over many rows it takes as long as it takes.
    this.tx.add({ text: 'set local statement_timeout = 0' });
    for (const table of tables) this.addAll(schema.createIndexes(table));
  }

  async dropTables(names: readonly string[]): Promise<void> {
    this.addAll(names.map((name) => schema.drop(name)));
  }

  async publish(
    views: readonly { readonly view: string; readonly table: string }[],
  ): Promise<void> {
    // Queries are planned by what the tables hold now, not by what they held when it last looked.
    // Before the views, which nobody can read from here to the commit.
    for (const { table } of views) if (!this.fresh.has(table)) this.addAll([`analyze "${table}"`]);
    for (const view of views) this.addAll(schema.publish(view));
  }

  async write(...[table, changes]: Parameters<RowTransaction['write']>): Promise<void> {
    this.tx.add(...this.of(table).write(changes));
  }

  async commit(pool: Pool): Promise<void> {
    this.tx.add(...this.touched.saved());
    if (this.tx.isUntouched) return;
    try {
      await this.tx.commit(this.touched.hold);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      this.tx.abandon();
      if (this.touched.isEmpty || !(await isCommitted(pool, this.touched.batch))) throw error;
    }
    this.touched.committed();
  }

  abandon(): void {
    this.tx.abandon();
  }

  private rows(statement: Statement): Promise<readonly Row[]> {
    this.tx.add(...this.touched.saved());
    return this.tx.rows(statement);
  }

  private addAll(texts: readonly string[]): void {
    this.tx.add(...texts.map((text) => ({ text })));
  }
}

/** Looks for a transaction nobody answered; false: not there, or nobody to be asked. */
async function isCommitted(pool: Pool, batch: string): Promise<boolean> {
  for (let time = 0; time < LOOK_TIMES; time += 1) {
    const tx = new PipelinedTransaction(pool);
    try {
      // It may still be under way there: this lock waits for everybody who holds a line.
      tx.add({ text: 'lock table projection_line in exclusive mode' });
      const text = 'select batch from projection_line where batch = $1';
      const found = await tx.rows({ text, values: [batch] });
      await tx.commit();
      return found.length > 0;
    } catch {
      tx.abandon();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
  return false;
}

/** Tells apart: taken over, a row that no database would take, a database in trouble. */
const failure = (error: unknown, isFenced: boolean): unknown => {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '', detail = '', column = '' } = error;
  if (code === FENCED || (code === MOVED && isFenced)) return new LinesFenced(detail.split(' '));
  if (code === MOVED) return new Error(`another process writes the same lines: ${detail}`);
  // Its own words may quote the row.
  return code.startsWith('22') || code.startsWith('23')
    ? new RowRefused('the database refused a row', { cause: new Error(`${code} ${column}`) })
    : error;
};
