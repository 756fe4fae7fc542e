import type {
  CarriedShortcomings,
  DeedResult,
  ShortcomingFacts,
} from './registration-findings.events.js';

export * from './registration-findings.events.js';

/*
 * The stored format of `commitment-{memberId}-{year}` streams. On disk for ever: add fields as
 * optional, raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: what indicators and findings need (counts, dates, codes). Sealed: what the member wrote.
 */

/** The seven areas of the pledge (101-QĐ/TW of 2012); a rule pack may name others. */
export const AREAS = [
  'ideology',
  'ethics',
  'criticism',
  'people',
  'duty',
  'discipline',
  'unity',
] as const;

/** The clear side of a deed. */
export interface DeedFacts {
  key: string;
  area: string;
  /** ISO date. */
  deadline?: string;
  /** Kind of evidence: report, minutes, confirmation, product, other. */
  evidence?: string;
  hasMeasure: boolean;
  hasTarget: boolean;
  /** Id of a shortcoming of the year before that the deed is meant to mend. */
  shortcomingId?: string;
}

type OfDraftOnly = Partial<Omit<DeedFacts, 'key' | 'hasMeasure' | 'hasTarget'>>;
/** What the member wrote. */
export interface RegistrationForm {
  deeds: ({ key: string; content: string; measure?: string; target?: string } & OfDraftOnly)[];
  /** One line per area; text absent: not applicable. */
  areas: { area: string; text?: string }[];
  personalPlan?: string;
  /** Why a shortcoming of the year before is not taken up by a deed. */
  justifications: { shortcomingId: string; text: string }[];
}

interface OfRegistration {
  memberId: string;
  year: number;
}

/** What a registration adds to the figures. */
export interface DeedCounts {
  deeds: number;
  /** Deeds with measure, deadline and evidence. */
  specific: number;
  /** Whether the number of deeds is within the pack's limits. */
  withinLimits: boolean;
}

interface FormSealed {
  form: { of: string; value: RegistrationForm };
}

export interface RegistrationFacts {
  RegistrationDrafted: { data: OfRegistration; sealed: FormSealed };
  RegistrationSubmitted: {
    data: OfRegistration & {
      unitId: string;
      deeds: DeedFacts[];
      counts: DeedCounts;
      leader: boolean;
      personalPlan: boolean;
      /** After the rule pack's window. */
      late: boolean;
    };
    sealed: FormSealed;
  };
  RegistrationReturned: {
    data: OfRegistration & { unitId: string; lines: string[] };
    sealed: { remarks: { of: string; value: { path: string; text: string }[] } };
  };
  RegistrationEndorsed: {
    data: OfRegistration & {
      /** The unit in which the member counts in that year. */
      countedUnitId: string;
      unitId: string;
      counts: DeedCounts;
      leader: boolean;
      personalPlan: boolean;
      minutesNo?: string;
    };
  };
  RegistrationPublished: {
    data: OfRegistration & {
      unitId: string;
      channel: string;
      on: string;
      textRevision: number;
      legalBasis: string;
    };
  };
  RegistrationEnteredIntoForce: {
    data: OfRegistration & { unitId: string; on: string };
  };
  RegistrationAdjusted: {
    data: OfRegistration & {
      unitId: string;
      countedUnitId: string;
      deeds: DeedFacts[];
      counts: DeedCounts;
      previousCounts: DeedCounts;
      leader: boolean;
      personalPlan: boolean;
      previousPersonalPlan: boolean;
    };
    sealed: FormSealed & { reason: { of: string; value: string } };
  };
  RegistrationAssessed: {
    data: OfRegistration & {
      unitId: string;
      results: { key: string; result: DeedResult }[];
      shortcomings: ShortcomingFacts[];
    };
    sealed: {
      assessment: {
        of: string;
        value: { text?: string; shortcomings: { id: string; text: string }[] };
      };
    };
  };
  /** Shortcomings that a criticism session found; a later round replaces what it said before. */
  ShortcomingsCarriedOver: { data: OfRegistration & CarriedShortcomings };
  RegistrationClosed: { data: OfRegistration & { unitId: string; on: string } };
}

/** What the next year's registration may know of this one. */
export interface RegistrationView {
  readonly memberId: string;
  readonly year: number;
  readonly shortcomings: readonly ShortcomingFacts[];
  readonly endorsed: boolean;
  readonly countedUnitId: string | undefined;
}
