import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AccountCopies, warrantsOfAccounts } from './account-copies.js';
import { type Account, type NewAccount, newAccountId } from './account.js';
import {
  type AccountStore,
  KEY_BYTES,
  NewerKeysError,
  type PersonWarrant,
  SCHEMA_VERSION,
} from './account-store.port.js';
import { MemoryLoginLimit } from './login-limit.js';
import { hashPassword, isPassword } from './password.js';

const BUSY_TIMEOUT_MS = 5_000;

const TABLES = `
  create table if not exists accounts (
    id text primary key,
    username text not null unique,
    password_hash text not null,
    person_id text,
    roles text not null,
    warrants text not null,
    grants text not null,
    demo integer not null,
    disabled integer not null default 0,
    generation integer not null default 1
  ) strict;
  create table if not exists token_keys (name text primary key, key blob not null) strict;
`;

interface Row {
  id: string;
  username: string;
  password_hash: string;
  person_id: string | null;
  roles: string;
  warrants: string;
  grants: string;
  demo: number;
  disabled: number;
  generation: number;
}

const accountOf = (row: Row): Account => ({
  id: row.id,
  username: row.username,
  personId: row.person_id,
  roles: JSON.parse(row.roles) as Account['roles'],
  warrants: JSON.parse(row.warrants) as Account['warrants'],
  grants: JSON.parse(row.grants) as Account['grants'],
  demo: row.demo === 1,
  disabled: row.disabled === 1,
  generation: row.generation,
});

/** Accounts and keys in `<folder>/keys.db`, readable by its owner only; answers at once. */
export class SqliteAccounts implements AccountStore {
  readonly limit: MemoryLoginLimit;
  readonly #db: DatabaseSync;
  /** On the path of every request, so prepared once. */
  readonly #selectById: StatementSync;
  readonly #copies = new AccountCopies();

  /** Throws NewerKeysError, and the driver's error if the folder cannot be written. */
  constructor(
    folder: string,
    private readonly clock: () => number,
  ) {
    this.limit = new MemoryLoginLimit(clock);
    const file = join(folder, 'keys.db');
    this.#db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      const version = this.#db.prepare('pragma user_version').get()?.['user_version'];
      if (Number(version) > SCHEMA_VERSION) throw new NewerKeysError();
      chmodSync(file, 0o600);
      this.#db.exec('pragma journal_mode = wal; pragma synchronous = full');
      this.#db.exec(`begin immediate; ${TABLES} pragma user_version = ${SCHEMA_VERSION}; commit`);
      this.#selectById = this.#db.prepare('select * from accounts where id = ?');
    } catch (cause) {
      this.#db.close();
      throw cause;
    }
  }

  async put(account: NewAccount): Promise<Account> {
    const hash = await hashPassword(account.password);
    this.#db
      .prepare(
        `insert into accounts
           (id, username, password_hash, person_id, roles, warrants, grants, demo)
         values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (username) do update set
           password_hash = excluded.password_hash, person_id = excluded.person_id,
           roles = excluded.roles, warrants = excluded.warrants, grants = excluded.grants,
           demo = excluded.demo, generation = generation + 1`,
      )
      .run(
        newAccountId(),
        account.username,
        hash,
        account.personId ?? null,
        JSON.stringify(account.roles ?? []),
        JSON.stringify(account.warrants ?? []),
        JSON.stringify(account.grants ?? []),
        account.demo === true ? 1 : 0,
      );
    this.#copies.forget();
    return accountOf(this.#rowOf(account.username)!);
  }

  setDisabled(username: string, disabled: boolean): boolean {
    this.#copies.forget();
    const changed = this.#db
      .prepare('update accounts set disabled = ? where username = ?')
      .run(disabled ? 1 : 0, username).changes;
    return Number(changed) > 0;
  }

  async authenticate(username: string, password: string): Promise<Account | undefined> {
    const row = this.#rowOf(username);
    const isRight = await isPassword(password, row?.password_hash);
    return isRight && row?.disabled === 0 ? accountOf(row) : undefined;
  }

  byId(id: string): Account | undefined {
    const now = this.clock();
    const copy = this.#copies.account(id, now);
    if (copy !== undefined) return copy.value;
    const row = this.#selectById.get(id) as Row | undefined;
    const account = row?.disabled === 0 ? accountOf(row) : undefined;
    this.#copies.keepAccount(id, account, now);
    return account;
  }

  all(): readonly Account[] {
    return this.#accounts('select * from accounts order by username');
  }

  warrants(): readonly PersonWarrant[] {
    const now = this.clock();
    const known = this.#copies.warrants(now);
    if (known !== undefined) return known;
    const found = warrantsOfAccounts(
      this.#accounts(
        `select * from accounts where warrants <> '[]' and disabled = 0 order by username`,
      ),
    );
    this.#copies.keepWarrants(found, now);
    return found;
  }

  hasDemo(): boolean {
    return this.#db.prepare('select 1 from accounts where demo = 1').get() !== undefined;
  }

  tokenKey(): Buffer {
    return this.#key('bearer');
  }

  importKey(): Buffer {
    return this.#key('import');
  }

  close(): void {
    this.#db.close();
  }

  #key(name: string): Buffer {
    this.#db
      .prepare('insert into token_keys (name, key) values (?, ?) on conflict do nothing')
      .run(name, randomBytes(KEY_BYTES));
    const row = this.#db.prepare('select key from token_keys where name = ?').get(name);
    return Buffer.from(row?.['key'] as Uint8Array);
  }

  #accounts(query: string): readonly Account[] {
    return (this.#db.prepare(query).all() as unknown as Row[]).map(accountOf);
  }

  #rowOf(username: string): Row | undefined {
    const row = this.#db.prepare('select * from accounts where username = ?').get(username);
    return row as Row | undefined;
  }
}
