/*
 * The stored format of `membership-{memberId}` streams. On disk for ever: add fields as optional,
 * raise `schemaVersion` with an upcaster for anything else.
 *
 * Years named `countsFrom` and the like are resolved from the rule pack when the fact is decided,
 * so that no read model needs the rules to count who is obliged to register in a year.
 */
export const MEMBER_STATUSES = ['official', 'probationary'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** Personal particulars; sealed, of the member alone. */
export interface Person {
  fullName: string;
  /** ISO dates. */
  birthDate?: string;
  joinedOn?: string;
}

interface PersonSealed {
  person: { of: string; value: Person };
}

interface OfMember {
  memberId: string;
  /** ISO date on which it takes effect. */
  on: string;
}

export interface MembershipFacts {
  MemberAdmittedToUnit: {
    data: OfMember & {
      unitId: string;
      status: MemberStatus;
      /** First year obliged. */ countsFrom: number;
    };
    sealed: PersonSealed;
  };
  PersonCorrected: {
    data: OfMember & { reason: string };
    sealed: PersonSealed;
  };
  StatusChanged: { data: OfMember & { status: MemberStatus } };
  ExemptionGranted: {
    data: OfMember & {
      countedUnitId: string;
      leader: boolean;
      /** First year not obliged. */ exemptFrom: number;
    };
  };
  ExemptionEnded: {
    data: OfMember & {
      countedUnitId: string;
      leader: boolean;
      countsFrom: number;
    };
  };
  MemberMoved: {
    data: OfMember & {
      fromUnitId: string;
      toUnitId: string;
      /** First year in which the member counts in the new unit; the sender counts until then. */
      countsFrom: number;
      /** Where the member counted until then. */
      countedUnitId: string;
      obliged: boolean;
      leader: boolean;
    };
  };
  MembershipEnded: {
    data: OfMember & {
      /** The unit the member left. */
      unitId: string;
      countedUnitId: string;
      reason: string;
      endsFrom: number;
      obliged: boolean;
      leader: boolean;
    };
  };
  OfficeRecorded: {
    data: OfMember & {
      unitId: string;
      office: string;
      leading: boolean;
      /** Set when this makes the member a leader: first year counted as one, and where. */
      leaderFrom?: number;
      /** Set while the member is exempt: leaders' figures change when the exemption ends. */
      exempt?: true;
      countedUnitId: string;
    };
  };
  OfficeLapsed: {
    data: OfMember & {
      unitId: string;
      office: string;
      /** Set when no leading post is left. */ leaderUntil?: number;
      /** Set while the member is exempt: the exemption took them out of leaders' figures. */
      exempt?: true;
      countedUnitId: string;
    };
  };
}

/** From `from` on (a year) the member counts in this unit; null: nowhere. */
export interface Counted {
  readonly from: number;
  readonly unitId: string | null;
}

/** What other workflows may know of a member. */
export interface MembershipView {
  readonly memberId: string;
  readonly unitId: string | undefined;
  readonly status: MemberStatus | undefined;
  readonly active: boolean;
  readonly exempt: boolean;
  readonly counted: readonly Counted[];
  readonly leaderSpans: readonly {
    readonly from: number;
    readonly until?: number | undefined;
  }[];
}

/** The unit in which the member is obliged to register in that year; undefined: not obliged. */
export const countedUnit = (
  view: Pick<MembershipView, 'counted'>,
  year: number,
): string | undefined =>
  view.counted.filter((span) => span.from <= year).at(-1)?.unitId ?? undefined;

/** Whether the member counts as holding a leading post in that year. */
export const isLeaderIn = (view: Pick<MembershipView, 'leaderSpans'>, year: number): boolean =>
  view.leaderSpans.some(
    (span) => span.from <= year && (span.until === undefined || year < span.until),
  );
