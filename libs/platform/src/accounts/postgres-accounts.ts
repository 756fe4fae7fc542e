import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { AccountCopies, warrantsOfAccounts } from './account-copies.js';
import { accountPool, type AccountPoolOptions } from './account-pool.js';
import { type Account, type NewAccount, newAccountId, type Soon } from './account.js';
import { type AccountStore, KEY_BYTES, type PersonWarrant } from './account-store.port.js';
import type { LoginLimit } from './login-limit.js';
import { hashPassword, isPassword } from './password.js';
import { PostgresLoginLimit } from './postgres-login-limit.js';
import { ensureTables } from './postgres-tables.js';
import { ReadingsUnderway } from './reading-underway.js';

export interface PostgresAccountsOptions extends AccountPoolOptions {
  /** `postgres://…`: the database of the views. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

interface Row {
  id: string;
  username: string;
  password_hash: string;
  person_id: string | null;
  roles: Account['roles'];
  warrants: Account['warrants'];
  grants: Account['grants'];
  demo: boolean;
  disabled: boolean;
  generation: number;
}

const accountOf = (row: Row): Account => ({
  id: row.id,
  username: row.username,
  personId: row.person_id,
  roles: row.roles,
  warrants: row.warrants,
  grants: row.grants,
  demo: row.demo,
  disabled: row.disabled,
  generation: row.generation,
});

const PUT = `
  insert into account as known
    (id, username, password_hash, person_id, roles, warrants, grants, demo)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (username) do update set
    password_hash = excluded.password_hash, person_id = excluded.person_id,
    roles = excluded.roles, warrants = excluded.warrants, grants = excluded.grants,
    demo = excluded.demo, generation = known.generation + 1
  returning *`;

/**
 * Accounts in PostgreSQL, for any number of processes; makes its tables. Throws NewerKeysError, and
 * the driver's error when the database cannot be reached or used.
 */
export async function postgresAccounts(options: PostgresAccountsOptions): Promise<AccountStore> {
  const { url, clock } = options;
  const pool = accountPool(url, options);
  try {
    await ensureTables(pool);
    return new PostgresAccounts(pool, clock, await keyOf(pool, 'bearer'));
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** The key of that name, made by whichever process asks first. */
async function keyOf(pool: Pool, name: string): Promise<Buffer> {
  await pool.query('insert into token_key (name, key) values ($1, $2) on conflict do nothing', [
    name,
    randomBytes(KEY_BYTES),
  ]);
  const select = 'select key from token_key where name = $1';
  return (await pool.query<{ key: Buffer }>(select, [name])).rows[0]!.key;
}

class PostgresAccounts implements AccountStore {
  readonly limit: LoginLimit;
  readonly #copies = new AccountCopies();
  readonly #accountsUnderway = new ReadingsUnderway<Account | undefined>();
  readonly #warrantsUnderway = new ReadingsUnderway<readonly PersonWarrant[]>();
  /** Counts our own changes: what was asked before one is not kept after it. */
  #changes = 0;

  constructor(
    private readonly pool: Pool,
    private readonly clock: () => number,
    private readonly bearerKey: Buffer,
  ) {
    this.limit = new PostgresLoginLimit(pool, bearerKey, clock);
  }

  async put(account: NewAccount): Promise<Account> {
    const hash = await hashPassword(account.password);
    const { rows } = await this.pool.query<Row>(PUT, [
      newAccountId(),
      account.username,
      hash,
      account.personId ?? null,
      JSON.stringify(account.roles ?? []),
      JSON.stringify(account.warrants ?? []),
      JSON.stringify(account.grants ?? []),
      account.demo === true,
    ]);
    this.#forget();
    return accountOf(rows[0]!);
  }

  async setDisabled(username: string, disabled: boolean): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'update account set disabled = $1 where username = $2',
      [disabled, username],
    );
    this.#forget();
    return rowCount === 1;
  }

  async authenticate(username: string, password: string): Promise<Account | undefined> {
    // PostgreSQL has no text with this letter in it, and nobody such a name.
    const [row] = username.includes('\0')
      ? []
      : await this.#rows('select * from account where username = $1', [username]);
    const isRight = await isPassword(password, row?.password_hash);
    return isRight && row?.disabled === false ? accountOf(row) : undefined;
  }

  byId(id: string): Soon<Account | undefined> {
    const now = this.clock();
    const copy = this.#copies.account(id, now);
    if (copy !== undefined) return copy.value;
    return this.#accountsUnderway.join(id, now, () => this.#read(id, now));
  }

  async all(): Promise<readonly Account[]> {
    return (await this.#rows('select * from account order by username')).map(accountOf);
  }

  warrants(): Soon<readonly PersonWarrant[]> {
    const now = this.clock();
    const known = this.#copies.warrants(now);
    return known ?? this.#warrantsUnderway.join('all', now, () => this.#readWarrants(now));
  }

  async hasDemo(): Promise<boolean> {
    return (await this.pool.query('select from account where demo limit 1')).rowCount === 1;
  }

  tokenKey(): Buffer {
    return this.bearerKey;
  }

  importKey(): Promise<Buffer> {
    return keyOf(this.pool, 'import');
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  async #read(id: string, now: number): Promise<Account | undefined> {
    const changes = this.#changes;
    const [row] = await this.#rows('select * from account where id = $1', [id]);
    const account = row?.disabled === false ? accountOf(row) : undefined;
    if (changes === this.#changes) this.#copies.keepAccount(id, account, now);
    return account;
  }

  async #readWarrants(now: number): Promise<readonly PersonWarrant[]> {
    const changes = this.#changes;
    const rows = await this.#rows(
      `select * from account where warrants <> '[]'::jsonb and not disabled order by username`,
    );
    const found = warrantsOfAccounts(rows.map(accountOf));
    if (changes === this.#changes) this.#copies.keepWarrants(found, now);
    return found;
  }

  #forget(): void {
    this.#changes += 1;
    this.#accountsUnderway.forget();
    this.#warrantsUnderway.forget();
    this.#copies.forget();
  }

  async #rows(query: string, values: readonly string[] = []): Promise<readonly Row[]> {
    return (await this.pool.query<Row>(query, [...values])).rows;
  }
}
