import { type CustomTypesConfig, Pool, type PoolConfig, types } from 'pg';

/** Few and short statements: nobody waits for these connections behind a long query. */
const CONNECTIONS = 4;
/** All processes make the tables at the same moment: they take turns by this number. */
const INSTALL_LOCK = 0x6775_6f6e;
const BIGINT = 20;

const TABLES = `
  create table if not exists lease (
    item text collate "C" primary key, owner text collate "C", token bigint not null,
    since timestamptz not null, expires timestamptz not null, lease_ms integer not null);
  create table if not exists worker (
    id text collate "C" primary key, started timestamptz not null, seen timestamptz not null,
    lease_ms integer not null, report text not null);
  create table if not exists reactor_checkpoint (
    reactor text collate "C" primary key, position text collate "C", state text,
    fence bigint not null);
  create table if not exists log_mark (
    name text collate "C" primary key, position text collate "C" not null);
  create table if not exists projection_order (
    id bigint generated always as identity primary key, projection text collate "C" not null,
    kind text not null, asked timestamptz not null, taken timestamptz, answer text);
  create index if not exists projection_order_open on projection_order (projection)
    where taken is null`;

export interface ClusterDatabaseOptions {
  readonly url: string;
  /** How long a statement may take before it counts as failed, ms; default 3,000. */
  readonly patienceMs?: number | undefined;
  /** Told of connections that break while they rest; the next statement opens another. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** The tables by which processes share the work, in the database of the views. */
export interface ClusterDatabase {
  readonly url: string;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** Opens the database and makes the tables that are missing. Rejects when it cannot be reached. */
export async function openClusterDatabase(
  options: ClusterDatabaseOptions,
): Promise<ClusterDatabase> {
  const { url, patienceMs = 3_000, onFailure } = options;
  const config: PoolConfig = {
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'guong-cluster',
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
    // Both: the server's limit ends the work, the client's notices a server that is gone.
    statement_timeout: patienceMs,
    query_timeout: patienceMs + 500,
    types: NUMBERS,
  };
  const pool = new Pool(config);
  pool.on('error', (error) => onFailure?.(error));
  // One that breaks while it is used fails the query; without a listener of its own, the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  try {
    await install(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { url, pool, close: () => pool.end() };
}

async function install(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [INSTALL_LOCK]);
    await client.query(TABLES);
    await client.query('commit');
  } finally {
    // Of a failed one nothing is to be kept, the connection included.
    client.release(client.getTransactionStatus() !== 'I');
  }
}

/** Counts and tokens stay far below 2^53. */
const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (oid as number) === BIGINT
      ? Number
      : (types.getTypeParser(oid, format) as (text: string) => unknown),
};
