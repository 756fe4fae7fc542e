import { LinesFenced } from '#libs/projections';
import { Kysely } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { ReadDb, ReadModels } from './database.js';
import { postgresDialect } from './postgres.dialect.js';
import type { FenceOf } from './postgres-lines.js';
import { postgresRows } from './postgres-rows.js';
import { makeSchema } from './postgres-schema.js';
import { NUMBERS } from './postgres-types.js';
import { READ_MODELS } from './projections.js';

export interface PostgresReadModelsOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Connections for queries at most; default 10. Three more write. */
  readonly poolSize?: number | undefined;
  /** Longest wait for the answer to a query, ms; default 30,000. */
  readonly queryMs?: number | undefined;
  /**
   * The fencing token under which this process owns a projection; undefined: it does not own it,
   * and nothing of it is written. Left out: nothing is checked, there is but one process.
   */
  readonly fence?: FenceOf | undefined;
}

/** Read models that several processes share. */
export interface PostgresReadModels extends ReadModels {
  /**
   * From its return on nobody with a lower token can write the projection; waits for transactions
   * under way. Throws LinesFenced when the token itself is too low by now.
   */
  claimFence(projection: string, token: number): Promise<void>;
}

const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;
/** A process that is paused inside a transaction keeps its successor waiting no longer. */
const IDLE_IN_TRANSACTION_MS = 5_000;
const QUERY_MS = 30_000;
/** Statements of a rebuild write thousands of rows, and wait for readers of a table they drop. */
const WRITE_MS = 300_000;
const LOCK_MS = 60_000;
const WRITERS = 3;

const CLAIM = `insert into projection_fence values ($1, $2) on conflict (projection)
  do update set fence = excluded.fence where projection_fence.fence <= excluded.fence`;

/**
 * Opens the read models in PostgreSQL; makes the tables of our own that are not there yet. Throws
 * what the driver throws when the database cannot be reached; once open, every failure is an error
 * of that call alone, and later ones connect again.
 */
export async function openPostgresReadModels(
  options: PostgresReadModelsOptions,
): Promise<PostgresReadModels> {
  const { url, fence, poolSize = 10, queryMs = QUERY_MS } = options;
  const writing = pool(url, 'guong views, writing', {
    max: WRITERS,
    pipeline: true,
    statement_timeout: WRITE_MS,
    lock_timeout: LOCK_MS,
  });
  const reading = pool(url, 'guong views, reading', {
    max: poolSize,
    // Both: the server's limit ends the work, the client's notices a server that says nothing.
    statement_timeout: queryMs,
    query_timeout: queryMs + 500,
    // Sent before anything else; a connection on which it fails is broken.
    onConnect: (client) =>
      void client.query('set default_transaction_read_only = on').catch(() => undefined),
  });
  const close = async (): Promise<void> => void (await Promise.all([writing.end(), reading.end()]));
  try {
    await makeSchema(writing);
    const { rows } = await writing.query<{ id: string }>('select gen_random_uuid()::text as id');
    const database = postgresRows({ writing, reading, process: rows[0]?.id ?? '', fence });
    const db = new Kysely<ReadDb>({ dialect: postgresDialect(reading, optionalColumns()) });
    return {
      rows: database,
      db,
      async claimFence(projection, token) {
        const { rowCount } = await writing.query(CLAIM, [projection, token]);
        if (rowCount === 0) throw new LinesFenced([projection]);
      },
      async close() {
        await database.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function pool(url: string, name: string, config: PoolConfig): Pool {
  const opened = new Pool({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    // A network that is cut under an unanswered question is noticed, whatever the question.
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: NUMBERS,
    ...config,
  });
  // A connection that breaks while nobody uses it is replaced by the next who wants one.
  opened.on('error', () => undefined);
  // One that breaks while it is used shows in the answers waited for; unheard it ends the process.
  opened.on('connect', (client) => void client.on('error', () => undefined));
  return opened;
}

/** Names of the columns that may be null in some view. */
const optionalColumns = (): ReadonlySet<string> =>
  new Set(
    READ_MODELS.flatMap(({ tables }) =>
      Object.values(tables).flatMap(({ columns }) =>
        Object.keys(columns).filter((column) => columns[column]?.endsWith('?') === true),
      ),
    ),
  );
