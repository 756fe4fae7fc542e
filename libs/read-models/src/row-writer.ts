import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * Runs prepared statements, on the thread that imports it or on one of its own. Stands alone and
 * uses only syntax that can be stripped, because tests start that thread straight from the source.
 */

/** Rows per statement: more gain nothing, and a statement of 24 rows still suits small batches. */
export const ROWS_PER_STATEMENT = 24;

/** One statement for many rows. Plain values, so that it can be handed to another thread. */
export interface RowStep {
  /** For one row. */
  readonly one: string;
  /** For `ROWS_PER_STATEMENT` rows, if it can take so many. */
  readonly many?: string;
  /** Values that one row takes. */
  readonly width: number;
  /** The values of all rows, one row after the other. */
  readonly values: readonly SQLInputValue[];
}

/** Prepared statements of one connection by their text. */
export class Statements {
  private readonly connection: DatabaseSync;
  private readonly prepared = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync) {
    this.connection = connection;
  }

  of(text: string): StatementSync {
    let statement = this.prepared.get(text);
    if (statement === undefined) {
      statement = this.connection.prepare(text);
      this.prepared.set(text, statement);
    }
    return statement;
  }

  run({ one, many, width, values }: RowStep): void {
    let from = 0;
    const wide = width * ROWS_PER_STATEMENT;
    if (many !== undefined)
      for (; from + wide <= values.length; from += wide)
        this.of(many).run(...values.slice(from, from + wide));
    for (; from < values.length; from += width)
      this.of(one).run(...values.slice(from, from + width));
  }
}

/** What the thread is started with. */
export interface WriterThread {
  readonly role: 'guong row writer';
  readonly file: string;
  readonly pragmas: string;
}

/** A transaction for the thread, and its answer; errors lose their class on the way. */
export interface WriteOrder {
  readonly steps: readonly RowStep[];
}
export interface WriteAnswer {
  readonly error?: { readonly message: string; readonly code?: string; readonly errcode?: number };
}

const isWriterThread = (data: unknown): data is WriterThread =>
  (data as Partial<WriterThread> | null)?.role === 'guong row writer';

if (isWriterThread(workerData)) {
  const connection = new DatabaseSync(workerData.file, { timeout: 5_000 });
  connection.exec(workerData.pragmas);
  const statements = new Statements(connection);
  parentPort?.on('message', (order: WriteOrder | 'end') => {
    if (order === 'end') {
      connection.close();
      parentPort?.close();
      return;
    }
    parentPort?.postMessage(write(connection, statements, order));
  });
}

function write(connection: DatabaseSync, statements: Statements, order: WriteOrder): WriteAnswer {
  try {
    connection.exec('begin immediate');
    for (const step of order.steps) statements.run(step);
    connection.exec('commit');
    return {};
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback');
    const { message, code, errcode } = error as Error & { code?: string; errcode?: number };
    return {
      error: {
        message,
        ...(code !== undefined && { code }),
        ...(errcode !== undefined && { errcode }),
      },
    };
  }
}
