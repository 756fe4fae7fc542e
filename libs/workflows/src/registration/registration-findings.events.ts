/* What assessments and sessions say of a year. Stored format, as the registration's. */

export interface ShortcomingFacts {
  id: string;
  area: string;
  severity: 'minor' | 'serious';
}

/** What one session found; `basis` is its own id where another session took the same. */
export interface CarriedShortcomings {
  sessionId: string;
  round: number;
  shortcomings: (ShortcomingFacts & { basis?: string })[];
}

export const DEED_RESULTS = ['done', 'partly', 'not_done'] as const;
export type DeedResult = (typeof DEED_RESULTS)[number];
