/*
 * The stored format of `access-{yyyy-mm-dd}` streams: who read whose record under a warrant, and
 * who was kept from it. On disk for ever: add fields as optional, raise `schemaVersion` with an
 * upcaster for anything else. Pseudonymous ids and codes only; what was searched for never.
 */

export const VIEW_BASES = ['warrant', 'account'] as const;
/** By a warrant of an inspection, or by one given to the account itself. */
export type ViewBasis = (typeof VIEW_BASES)[number];
export const DENIALS = ['scope', 'period', 'expired'] as const;
/** Outside the warrant's subjects, its period, or its days. */
export type Denial = (typeof DENIALS)[number];

interface OfView {
  /** ISO date. */
  day: string;
  /** ISO instant. */
  at: string;
  viewerId: string;
  subjectKind: 'member' | 'unit';
  subjectId: string;
  /** Key of the endpoint in the access table. */
  endpoint: string;
}

export interface AccessLogFacts {
  RecordViewed: {
    data: OfView & {
      basis: ViewBasis;
      inspectionId?: string;
      warrantId?: string;
      /** ISO date from which the person concerned sees it, by the rules of the day. */
      shownFrom: string;
    };
  };
  RecordViewDenied: { data: OfView & { denial: Denial; inspectionId?: string } };
}
