import type { Warrant } from '#libs/access';
import type { Level } from '#libs/workflows';
import type { Account, Role } from '#libs/platform';
import type { Actor } from '#libs/kernel';

/** Whoever asks: an account, and the person behind it if there is one. */
export interface Viewer {
  readonly account: Account;
  readonly memberId: string | null;
  readonly actor: Actor;
}

/** The actor is a pseudonymous id: the member's, or of an account without one its own. */
export const viewerOf = (account: Account): Viewer => ({
  account,
  memberId: account.personId,
  actor: { id: account.personId ?? account.id, kind: 'person' },
});

/** One reason why somebody sees something: a unit, and how far from there. */
export interface ScopeGrant {
  readonly kind: 'cell' | 'subtree' | 'aggregate' | 'warrant';
  readonly unitId: string;
  readonly name: string;
  readonly level: Level | undefined;
  /** The role that this grant serves. */
  readonly role: Role;
  /** The warrant it comes from; it may be bound to a period. */
  readonly warrant?: Warrant | undefined;
}

/** Leave to read one person's record, and nothing of the unit they belong to. */
export interface PersonGrant {
  readonly memberId: string;
  readonly warrant: Warrant;
}

/** Everything a person may see now: from offices held, the account and its warrants. */
export interface Scope {
  readonly memberId: string | null;
  readonly homeUnitId: string | null;
  readonly roles: ReadonlySet<Role>;
  readonly grants: readonly ScopeGrant[];
  /** Persons whom a warrant names; apart, since they open no unit. */
  readonly persons: readonly PersonGrant[];
  /** Warrants that are over or have not begun: they open nothing, and say why. */
  readonly lapsed: readonly Warrant[];
}

/** What may be shown of the target. */
export interface Reading {
  /** Whose names. */
  readonly names: 'all' | 'leaders' | 'none';
  /** Whether what the record keeps sealed too. */
  readonly sealed: boolean;
  /** Whose sealed parts of single events: everybody's, or only the reader's own. */
  readonly parts: 'all' | 'own';
  /** The reader, whose own parts are open wherever they are; null: not a member. */
  readonly reader: string | null;
  /** Totals of secret ballots: in a small cell they could tell who chose what. */
  readonly tallies: boolean;
}
