import type { Reason } from './reason.js';

/**
 * Who acts: `id` is a pseudonymous person id; `onBehalfOf` the person whose right is used; `via`
 * those through whose hands the right came, in the order in which they passed it on.
 */
export interface Actor {
  readonly id: string;
  readonly onBehalfOf?: string | undefined;
  readonly via?: readonly string[] | undefined;
  readonly kind: 'person' | 'system';
}

/** Everybody who has a hand in what the actor does: exclusions must hold for each of them. */
export const everybodyOf = (actor: Actor): readonly string[] => [
  actor.id,
  ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf]),
  ...(actor.via ?? []),
];

/** How far a delegated right reaches. */
export interface MandateScope {
  /** Records of this unit and of all units below it. */
  readonly unitId: string;
  /** Only what this office allows; absent: every office, and what the person may do as such. */
  readonly office?: string | undefined;
}

/**
 * The right to act for `actor.onBehalfOf`, as their own records say at the moment of deciding.
 * `ways`: each is one unbroken chain of delegations, all of whose scopes must cover an act; one
 * such way is enough. `refused`: there is none, for these reasons.
 */
export type Mandate =
  | { readonly kind: 'valid'; readonly ways: readonly (readonly MandateScope[])[] }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

/** Offices and the unit tree as they are at the moment of deciding; resolved before `decide`. */
export interface Authority {
  holds(person: string, office: string, unitId: string): boolean;
  /** Ids of the units above, nearest first. */
  ancestors(unitId: string): readonly string[];
  warranted(person: string, unitId: string): boolean;
}

/** What a policy is evaluated against. */
export interface PolicyContext {
  readonly actor: Actor;
  /** How far the right of the person acted for may be used; absent: not at all. */
  readonly ways?: readonly (readonly MandateScope[])[] | undefined;
  readonly authority: Authority;
  /** Value of a state (first) or input field. */
  field(name: string): unknown;
  /** Everyone who had a hand in the last fact of this type in the stream. */
  authorsOf(step: string): readonly string[];
}

/** Which office in which unit made an act lawful. */
export interface Capacity {
  readonly office: string;
  readonly unit: string;
}
