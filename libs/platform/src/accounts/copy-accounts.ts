import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { accountPool } from './account-pool.js';
import { ensureTables } from './postgres-tables.js';
import { SqliteAccounts } from './sqlite-accounts.js';

export interface AccountsCopied {
  readonly copied: number;
  /** Accounts whose id or name was there already; they stay as they are there. */
  readonly already: number;
  /**
   * False: the cluster had made its own secret behind imported ids before, and the same list would
   * give other people there.
   */
  readonly isImportKeySame: boolean;
}

const INSERT = `insert into account (id, username, password_hash, person_id, roles, warrants,
    grants, demo, disabled, generation)
  select id, username, password_hash, person_id, roles::jsonb, warrants::jsonb, grants::jsonb,
    demo = 1, disabled = 1, generation
  from jsonb_to_recordset($1::jsonb) as known (id text, username text, password_hash text,
    person_id text, roles text, warrants text, grants text, demo integer, disabled integer,
    generation integer)
  on conflict do nothing`;

const INSERT_KEY = `insert into token_key (name, key) values ('import', $1) on conflict do nothing`;

/**
 * Copies the accounts of a data folder, passwords as they are hashed, and the secret behind
 * imported ids into the database of a cluster; it may be run again. Everybody signs in anew.
 * Throws NewerKeysError and the drivers' errors.
 */
export async function copyAccounts(folder: string, viewsUrl: string): Promise<AccountsCopied> {
  const source = new SqliteAccounts(folder, () => 0);
  const importKey = source.importKey();
  source.close();
  const file = new DatabaseSync(join(folder, 'keys.db'), { readOnly: true });
  const accounts = file.prepare('select * from accounts').all();
  file.close();
  const pool = accountPool(viewsUrl, { poolSize: 1 });
  try {
    await ensureTables(pool);
    // The key first: accounts that are there without it are no copy.
    await pool.query(INSERT_KEY, [importKey]);
    const select = `select key from token_key where name = 'import'`;
    const { rows } = await pool.query<{ key: Buffer }>(select);
    const { rowCount } = await pool.query(INSERT, [JSON.stringify(accounts)]);
    const copied = rowCount ?? 0;
    const isImportKeySame = rows[0]?.key.equals(importKey) === true;
    return { copied, already: accounts.length - copied, isImportKeySame };
  } finally {
    await pool.end();
  }
}
