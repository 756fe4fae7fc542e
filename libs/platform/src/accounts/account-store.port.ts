import type { Account, AccountWarrant, NewAccount, Soon } from './account.js';
import type { LoginLimit } from './login-limit.js';

/** How long an account may be used from memory after another process changed it. */
export const FRESH_MS = 2_000;
/** Raised when the tables change; a store of a later version is refused. */
export const SCHEMA_VERSION = 1;
/** Length of the keys that are made. */
export const KEY_BYTES = 32;

/** A warrant with the person it was given to. */
export type PersonWarrant = AccountWarrant & { readonly personId: string };

/**
 * Who may sign in, and the keys that all processes over the same data share. What another process
 * changes counts here within two seconds. Methods throw the driver's error when the store is away;
 * nobody is let in from memory then for longer than those two seconds.
 */
export interface AccountStore {
  /** Opens an account, or replaces everything but the id of the one with that user name. */
  put(account: NewAccount): Promise<Account>;
  /** Closes or reopens an account; false if there is none of that name. */
  setDisabled(username: string, disabled: boolean): Soon<boolean>;
  /** The account of that name and password; takes as long when there is no such account. */
  authenticate(username: string, password: string): Promise<Account | undefined>;
  /** The account, at most two seconds old; `undefined` if unknown or disabled. */
  byId(id: string): Soon<Account | undefined>;
  /** Everybody, by user name. */
  all(): Soon<readonly Account[]>;
  /** The warrants of everybody who acts as a person, at most two seconds old. */
  warrants(): Soon<readonly PersonWarrant[]>;
  hasDemo(): Soon<boolean>;
  /** The key that signs tokens: random, made once. */
  tokenKey(): Soon<Buffer>;
  /** The secret behind ids that an import makes up: the same list gives the same people again. */
  importKey(): Soon<Buffer>;
  /** Failed sign-ins, counted where the accounts are. */
  readonly limit: LoginLimit;
  close(): Soon<void>;
}

/** The accounts were written by a newer version. */
export class NewerKeysError extends Error {
  constructor() {
    super('the accounts were written by a newer version');
    this.name = 'NewerKeysError';
  }
}
