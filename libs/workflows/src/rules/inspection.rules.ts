/** How long a warrant runs, and when the person concerned learns that it was used. */
export interface InspectionRules {
  /** Days from the first to the last day of a warrant, without and with extensions. */
  readonly warrantDaysMax: number;
  /** Days after a reading under a warrant from which the person concerned sees it. */
  readonly shownAfterDays: number;
}

const DEFAULT: InspectionRules = { warrantDaysMax: 366, shownAfterDays: 30 };

/** By rule pack; no document read so far sets these days, so they are defaults. */
export const INSPECTION_RULES = {
  'vn-2006': DEFAULT,
  'vn-2011': DEFAULT,
  'vn-2016': DEFAULT,
  'vn-2021': DEFAULT,
  'vn-2026': DEFAULT,
} as const satisfies Readonly<Record<string, InspectionRules>>;
