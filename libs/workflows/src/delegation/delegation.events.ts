/*
 * The stored format of `delegation-{memberId}` streams: what one person has given others to do in
 * their place. On disk for ever: add fields as optional, raise `schemaVersion` with an upcaster for
 * anything else. Ids, dates and codes only; nothing here is sealed.
 */

/** Why somebody is replaced for a while. */
export const ABSENCES = ['ill', 'leave', 'travel', 'study', 'suspended', 'other'] as const;
export type Absence = (typeof ABSENCES)[number];

/** What is given: acts on records of this unit and of all units below it. */
export interface DelegationScope {
  unitId: string;
  /** Only what this office allows; absent: every office held. */
  office?: string;
  /** Names of workflows; absent: all. */
  workflows?: string[];
}

interface OfDelegation {
  /** Who gives. */
  memberId: string;
  /** Distinct within what the person gives. */
  id: string;
}

/** First and last day, ISO dates. */
interface Span {
  from: string;
  until: string;
}

/** A delegation received, which is passed on. */
export interface PassedOn {
  fromId: string;
  id: string;
}

export interface DelegationFacts {
  DelegationGranted: {
    data: OfDelegation &
      DelegationScope &
      Span & { toId: string; mayPassOn: boolean; of?: PassedOn };
  };
  /** Not valid any more from `on`, that day included. */
  DelegationRevoked: { data: OfDelegation & { on: string } };
  SubstituteAppointed: {
    data: OfDelegation & Span & { toId: string; unitId: string; office: string; reason: Absence };
  };
  SubstituteEnded: { data: OfDelegation & { unitId: string; on: string } };
  /** The giver has left: nothing given is valid from `on`. */
  DelegationsClosed: { data: { memberId: string; on: string } };
}

/** One delegation or substitution as it stands. */
export interface GrantView extends Span {
  readonly id: string;
  readonly kind: 'delegation' | 'substitution';
  readonly toId: string;
  readonly unitId: string;
  readonly office: string | undefined;
  readonly workflows: readonly string[] | undefined;
  readonly mayPassOn: boolean;
  readonly of: PassedOn | undefined;
  /** First day on which it is no longer valid, once revoked or ended. */
  readonly endedOn: string | undefined;
}

/** What deciding on behalf of somebody must know of what they gave. */
export interface DelegationView {
  readonly memberId: string;
  readonly grants: readonly GrantView[];
  readonly closedOn: string | undefined;
}
