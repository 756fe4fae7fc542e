import { randomBytes } from 'node:crypto';

/** At once where it is at hand, else later: what every request asks for must not wait in vain. */
export type Soon<T> = T | Promise<T>;

/** What an account may be besides what its holder's offices make of it. */
export const ROLES = ['member', 'secretary', 'committee', 'inspector', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Leave to read a subtree while it is valid; ISO dates, inclusive. */
export interface AccountWarrant {
  readonly unitId: string;
  readonly from: string;
  readonly until: string;
}

/** Leave to see the figures of a subtree without holding an office in it. */
export interface AccountGrant {
  readonly unitId: string;
}

/** Somebody who can sign in. `id` is pseudonymous and never changes; `username` is not for logs. */
export interface Account {
  readonly id: string;
  readonly username: string;
  /** The member behind the account; null for accounts of a function. */
  readonly personId: string | null;
  /** Roles given to the account itself; offices held add theirs. */
  readonly roles: readonly Role[];
  readonly warrants: readonly AccountWarrant[];
  readonly grants: readonly AccountGrant[];
  /** Made for a demonstration; a server in production refuses to start with one. */
  readonly demo: boolean;
  readonly disabled: boolean;
  /** Raised with every change of password; tokens of an older generation are void. */
  readonly generation: number;
}

/** What is needed to open an account. */
export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly personId?: string | null | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly warrants?: readonly AccountWarrant[] | undefined;
  readonly grants?: readonly AccountGrant[] | undefined;
  readonly demo?: boolean | undefined;
}

/** What a new account is called in facts and logs: says nothing about its holder. */
export const newAccountId = (): string => `account-${randomBytes(9).toString('base64url')}`;
