import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Account, AccountWarrant, NewAccount } from './account.js';
import { hashPassword, isPassword } from './password.js';

/** Raised when the tables change; a file of a later one is refused. */
const SCHEMA_VERSION = 1;
const BUSY_TIMEOUT_MS = 5_000;
/** How long an account may be used from memory after another process changed it. */
const FRESH_MS = 2_000;
const KEY_BYTES = 32;

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

/** A warrant with the person it was given to. */
export type PersonWarrant = AccountWarrant & { readonly personId: string };

/** The key file of this data folder was written by a newer version. */
export class NewerKeysError extends Error {
  constructor() {
    super('keys.db was written by a newer version');
    this.name = 'NewerKeysError';
  }
}

/** Accounts and the key of their tokens, in `<folder>/keys.db`, readable by its owner only. */
export class AccountStore {
  readonly #db: DatabaseSync;
  /** On the path of every request, so prepared once. */
  readonly #selectById: StatementSync;
  #warrants: { all: readonly PersonWarrant[]; readAt: number } | undefined;
  readonly #known = new Map<string, { account: Account | undefined; readAt: number }>();

  /** Throws NewerKeysError, and the driver's error if the folder cannot be written. */
  constructor(
    folder: string,
    private readonly clock: () => number,
  ) {
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

  /** Opens an account, or replaces everything but the id of the one with that user name. */
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
        `account-${randomBytes(9).toString('base64url')}`,
        account.username,
        hash,
        account.personId ?? null,
        JSON.stringify(account.roles ?? []),
        JSON.stringify(account.warrants ?? []),
        JSON.stringify(account.grants ?? []),
        account.demo === true ? 1 : 0,
      );
    this.#forget();
    return accountOf(this.#rowOf(account.username)!);
  }

  /** Closes or reopens an account; false if there is none of that name. */
  setDisabled(username: string, disabled: boolean): boolean {
    this.#forget();
    const changed = this.#db
      .prepare('update accounts set disabled = ? where username = ?')
      .run(disabled ? 1 : 0, username).changes;
    return Number(changed) > 0;
  }

  /** The account of that name and password; takes as long when there is no such account. */
  async authenticate(username: string, password: string): Promise<Account | undefined> {
    const row = this.#rowOf(username);
    const isRight = await isPassword(password, row?.password_hash);
    return isRight && row?.disabled === 0 ? accountOf(row) : undefined;
  }

  /** The account, at most two seconds old; `undefined` if unknown or disabled. */
  byId(id: string): Account | undefined {
    const now = this.clock();
    const known = this.#known.get(id);
    if (known !== undefined && now - known.readAt < FRESH_MS) return known.account;
    const row = this.#selectById.get(id) as Row | undefined;
    const account = row?.disabled === 0 ? accountOf(row) : undefined;
    this.#known.set(id, { account, readAt: now });
    return account;
  }

  all(): readonly Account[] {
    const rows = this.#db.prepare('select * from accounts order by username').all();
    return (rows as unknown as Row[]).map(accountOf);
  }

  /** The warrants of everybody who acts as a person, at most two seconds old. */
  warrants(): readonly PersonWarrant[] {
    const now = this.clock();
    if (this.#warrants === undefined || now - this.#warrants.readAt >= FRESH_MS) {
      const rows = this.#db
        .prepare(`select * from accounts where warrants <> '[]' and disabled = 0 order by username`)
        .all();
      const all = (rows as unknown as Row[])
        .map(accountOf)
        .flatMap(({ id, personId, warrants }) =>
          warrants.map((warrant) => ({ personId: personId ?? id, ...warrant })),
        );
      this.#warrants = { all, readAt: now };
    }
    return this.#warrants.all;
  }

  hasDemo(): boolean {
    return this.#db.prepare('select 1 from accounts where demo = 1').get() !== undefined;
  }

  /** The key that signs tokens: random, made once per data folder. */
  tokenKey(): Buffer {
    return this.#key('bearer');
  }

  /** The secret behind ids that an import makes up: the same list gives the same people again. */
  importKey(): Buffer {
    return this.#key('import');
  }

  #key(name: string): Buffer {
    this.#db
      .prepare('insert into token_keys (name, key) values (?, ?) on conflict do nothing')
      .run(name, randomBytes(KEY_BYTES));
    const row = this.#db.prepare('select key from token_keys where name = ?').get(name);
    return Buffer.from(row?.['key'] as Uint8Array);
  }

  close(): void {
    this.#db.close();
  }

  #forget(): void {
    this.#known.clear();
    this.#warrants = undefined;
  }

  #rowOf(username: string): Row | undefined {
    const row = this.#db.prepare('select * from accounts where username = ?').get(username);
    return row as Row | undefined;
  }
}
