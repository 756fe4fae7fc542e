import type { Level } from '#libs/workflows';

/** Probabilities (0 to 1) of what goes less than smoothly. */
export interface Rates {
  /** Obliged members without an endorsed registration at the end of the year. */
  readonly missing: number;
  /** Registrations handed in after the window. */
  readonly late: number;
  /** Registrations returned once for mending. */
  readonly returned: number;
  /** Deeds without a measure, a deadline or evidence; only where the rule pack lets them pass. */
  readonly generic: number;
  /** Assessments that find a shortcoming. */
  readonly shortcoming: number;
  /** Year plans issued after their day, plans without a breakthrough, units without a term plan. */
  readonly latePlan: number;
  readonly noBreakthrough: number;
  readonly noTermPlan: number;
}

/** How much of the yearly cycle an organisation lived, and how well. */
export interface Cycle {
  /** Months with a regular cell meeting. */
  readonly meetingMonths: readonly number[];
  /** Rounds of study a year: 0, 2 or 4. */
  readonly studyRounds: 0 | 2 | 4;
  /** Shares of those expected who come to a meeting, and to a round of study. */
  readonly attendance: number;
  readonly studyAttendance: number;
  /** Share of regular meetings that go through the registered content. */
  readonly contentReviewed: number;
  /** Share of cells that review every month; the others review every quarter. */
  readonly monthly: number;
  /** How many of the last years have periodic reviews. */
  readonly reviewYears: number;
  /** How many of the last years have criticism sessions and ratings. */
  readonly sessionYears: number;
}

/** What the loader adds to a scenario's file. */
export interface Profile {
  /** Start of the members' ids. */
  readonly prefix: string;
  /** Letter of each level in the ids of units. */
  readonly codes: Readonly<Partial<Record<Level, string>>>;
  /** Cells that hang directly under the top although there is a level between. */
  readonly ownCells: number;
  readonly rates: Rates;
  readonly cycle: Cycle;
  /** Term plans for cells too, not only for what stands above them. */
  readonly cellTermPlans: boolean;
  /** Commitments of these units' secretaries are read out on the local radio. */
  readonly radioLevel?: Level;
  /** On 1 January of `year`, `from` base units of one district become `to`. */
  readonly merger?: { readonly year: number; readonly from: number; readonly to: number };
}

const SMOOTH: Rates = {
  missing: 0,
  late: 0,
  returned: 0.04,
  generic: 0.01,
  shortcoming: 0.1,
  latePlan: 0,
  noBreakthrough: 0,
  noTermPlan: 0,
};

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const DILIGENT: Cycle = {
  meetingMonths: EVERY_MONTH,
  studyRounds: 2,
  attendance: 0.95,
  studyAttendance: 0.98,
  contentReviewed: 0.97,
  monthly: 0,
  reviewYears: 99,
  sessionYears: 99,
};

const PROFILES: Readonly<Record<string, Profile>> = {
  'lang-son': {
    prefix: 'ls',
    codes: { organ: 'q', cell: 'c' },
    ownCells: 3,
    rates: { ...SMOOTH, generic: 0.15 },
    cycle: { ...DILIGENT, studyRounds: 4, studyAttendance: 0.94 },
    cellTermPlans: false,
  },
  'thang-tam': {
    prefix: 'tt',
    codes: { cell: 'c' },
    ownCells: 0,
    rates: { ...SMOOTH, late: 0.02, generic: 0.1, shortcoming: 0.2 },
    cycle: { ...DILIGENT, monthly: 1 },
    cellTermPlans: true,
  },
  'bac-kan': {
    prefix: 'bk',
    codes: { district: 'h', base: 'x', cell: 'c' },
    ownCells: 0,
    rates: SMOOTH,
    cycle: {
      ...DILIGENT,
      meetingMonths: [3, 6, 9, 12],
      studyRounds: 0,
      reviewYears: 1,
      sessionYears: 1,
    },
    cellTermPlans: false,
    merger: { year: 2020, from: 23, to: 15 },
  },
  'phu-tho': {
    prefix: 'pt',
    codes: { base: 'd', cell: 'c' },
    ownCells: 0,
    rates: {
      missing: 0.02,
      late: 0.05,
      returned: 0.08,
      generic: 0.2,
      shortcoming: 0.12,
      latePlan: 0.15,
      noBreakthrough: 0.12,
      noTermPlan: 0.1,
    },
    cycle: { ...DILIGENT, attendance: 0.92, contentReviewed: 0.85, sessionYears: 1 },
    cellTermPlans: true,
  },
  'binh-dai': {
    prefix: 'bd',
    codes: { base: 'x', cell: 'c' },
    ownCells: 0,
    rates: {
      ...SMOOTH,
      missing: 0.015,
      late: 0.04,
      generic: 0,
      shortcoming: 0.2,
      latePlan: 0.03,
    },
    cycle: { ...DILIGENT, studyRounds: 0, monthly: 0.2 },
    cellTermPlans: false,
    radioLevel: 'base',
  },
};

/** The profile of a scenario; throws for an organisation nobody described. */
export function profileOf(scenarioId: string): Profile {
  const profile = PROFILES[scenarioId];
  if (profile === undefined) throw new Error(`no profile for scenario ${scenarioId}`);
  return profile;
}
