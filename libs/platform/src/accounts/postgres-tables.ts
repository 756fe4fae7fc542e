import type { Pool, PoolClient } from 'pg';
import { NewerKeysError, SCHEMA_VERSION } from './account-store.port.js';

/** Any number that nothing else in the database locks: one process makes the tables. */
const LOCK = 4_727_001;

/** Order of texts as in SQLite; partial indexes for what is asked of few among very many. */
const TABLES = `
  create table if not exists account (
    id text collate "C" primary key,
    username text collate "C" not null unique,
    password_hash text not null,
    person_id text,
    roles jsonb not null,
    warrants jsonb not null,
    grants jsonb not null,
    demo boolean not null,
    disabled boolean not null default false,
    generation integer not null default 1
  );
  create index if not exists account_warranted on account (username)
    where warrants <> '[]'::jsonb and not disabled;
  create index if not exists account_demo on account (demo) where demo;
  create table if not exists token_key (name text primary key, key bytea not null);
  create table if not exists login_failure (
    pair bytea primary key, count integer not null, until_ms bigint not null
  );
  create index if not exists login_failure_until on login_failure (until_ms);
  create table if not exists account_version (version integer not null);
  insert into account_version (version)
    select ${SCHEMA_VERSION} where not exists (select from account_version);
`;

/**
 * Makes the tables of accounts unless they are there, so that a user who may not make tables can
 * use them. Throws NewerKeysError.
 */
export async function ensureTables(pool: Pool): Promise<void> {
  if ((await versionIn(pool)) !== undefined) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    if ((await versionIn(client)) === undefined) await client.query(TABLES);
    await client.query('commit');
    client.release();
  } catch (error) {
    // The connection goes, and its transaction with it.
    client.release(true);
    throw error;
  }
}

async function versionIn(db: Pool | PoolClient): Promise<number | undefined> {
  const there = await db.query<{ name: string | null }>(
    `select to_regclass('account_version') as name`,
  );
  if (there.rows[0]?.name == null) return undefined;
  const { rows } = await db.query<{ version: number }>('select version from account_version');
  const version = rows[0]?.version;
  if (version !== undefined && version > SCHEMA_VERSION) throw new NewerKeysError();
  return version;
}
