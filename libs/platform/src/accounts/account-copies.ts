import type { Account } from './account.js';
import { FRESH_MS, type PersonWarrant } from './account-store.port.js';

/** Accounts remembered; the one longest not read anew goes first. */
const REMEMBERED_MAX = 100_000;

interface Copy<T> {
  readonly value: T;
  /** When it was asked for, which is not later than what it says. */
  readonly askedAt: number;
}

const isFresh = (age: number): boolean => age < FRESH_MS && age >= 0;

/** Accounts and warrants as read a moment ago, so that a busy client costs no reading. */
export class AccountCopies {
  readonly #accounts = new Map<string, Copy<Account | undefined>>();
  #warrants: Copy<readonly PersonWarrant[]> | undefined;

  account(id: string, now: number): Copy<Account | undefined> | undefined {
    const copy = this.#accounts.get(id);
    return copy !== undefined && isFresh(now - copy.askedAt) ? copy : undefined;
  }

  warrants(now: number): readonly PersonWarrant[] | undefined {
    const copy = this.#warrants;
    return copy !== undefined && isFresh(now - copy.askedAt) ? copy.value : undefined;
  }

  keepAccount(id: string, value: Account | undefined, askedAt: number): void {
    this.#accounts.delete(id);
    this.#accounts.set(id, { value, askedAt });
    if (this.#accounts.size <= REMEMBERED_MAX) return;
    const oldest = this.#accounts.keys().next();
    if (!oldest.done) this.#accounts.delete(oldest.value);
  }

  keepWarrants(value: readonly PersonWarrant[], askedAt: number): void {
    this.#warrants = { value, askedAt };
  }

  /** After a change of our own. */
  forget(): void {
    this.#accounts.clear();
    this.#warrants = undefined;
  }
}

/** The warrants of these accounts, each with whoever acts by it. */
export const warrantsOfAccounts = (accounts: readonly Account[]): readonly PersonWarrant[] =>
  accounts.flatMap(({ id, personId, warrants }) =>
    warrants.map((warrant) => ({ personId: personId ?? id, ...warrant })),
  );
