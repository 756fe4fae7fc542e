import type { Figures, Reason } from './types.js';

/** Answers about the end of the year, honours and oversight. Dates are ISO 8601. */

/** One event that stands behind a line. */
export interface SheetEvent {
  eventId: string;
  position: string;
  type: string;
  on: string;
  recordedAt: string;
  stream: string;
  revision: number;
}

export const RATINGS = ['excellent', 'good', 'completed', 'not_completed'] as const;
export type Rating = (typeof RATINGS)[number];

/** How many may be the best, and how many are. */
export interface CapVerdict {
  percent: number;
  denominator: 'GOOD_ONLY' | 'GOOD_OR_ABOVE';
  base: number;
  allowed: number;
  excellent: number;
  exceptionNo?: string | null;
}

export interface RatingItem {
  subjectId: string;
  subjectKind: 'member' | 'unit';
  name: string | null;
  unitId: string;
  unitName: string | null;
  year: number;
  state: string;
  selfRating: Rating | null;
  proposed: Rating | null;
  appraised: Rating | null;
  decided: Rating | null;
  score: number | null;
  reviews: number | null;
  reviewsDue: number | null;
  unremedied: number | null;
  changed: boolean;
  reason: string | null;
}

export interface UnitYearSheet {
  unitId: string;
  year: number;
  rulePack?: string;
  /** As judged by the last decision; all null before one. */
  cap: {
    [Name in keyof Omit<CapVerdict, 'exceptionNo'>]: CapVerdict[Name] | null;
  } & {
    exceptionNo: string | null;
    decisionNo: string | null;
    decidedOn: string | null;
    use: number | null;
  };
  now: { excellent: number; good: number; rated: number };
  /** As the list would be judged now; `exceptional`: the percentage a document may allow. */
  standing: (CapVerdict & { exceptional: number | null }) | null;
  rows: RatingItem[];
}

export interface SheetMark extends SheetEvent {
  period: string;
  mark: string;
  late: boolean;
}

export interface MemberYearSheet {
  memberId: string;
  year: number;
  deeds: { key: string; marks: SheetMark[] }[];
  periods: {
    period: string;
    state: string;
    late: boolean;
    merit: string | null;
    events: SheetEvent[];
  }[];
  registration: SheetEvent[];
  chain: SheetEvent[];
  rating: RatingItem | null;
}

export interface Dossier {
  awardId: string;
  rulePack: string;
  asks: { rating: Rating | null; council?: unknown } | null;
  merits: { source: string; on: string; event: SheetEvent | null }[];
  ratings: { year: number; id: string; rating: Rating | null; event: SheetEvent | null }[];
  eligible: boolean;
  conditions: { check: string; met: boolean; reasons: Reason[] }[];
}

export interface AwardItem {
  awardId: string;
  subjectKind: 'member' | 'unit';
  subjectId: string;
  name: string | null;
  unitId: string;
  unitName: string | null;
  level: string | null;
  track: string;
  form: string;
  occasion: string;
  fromYear: number;
  toYear: number;
  state: string;
  decisionNo: string | null;
  decidedOn: string | null;
  merits: number;
  ratings: number;
  ground: string | null;
}

export interface AwardCount {
  level: string;
  year: number;
  subjectKind: 'member' | 'unit';
  count: number;
}

export interface ModelItem {
  modelId: string;
  unitId: string;
  unitName: string | null;
  kind: string;
  name: string;
  ownerId: string | null;
  state: string;
  registeredOn: string;
  recognisedOn: string | null;
  decisionNo: string | null;
  replications: number;
}

export interface ContestItem {
  contestId: string;
  unitId: string;
  unitName: string | null;
  year: number;
  title: string;
  theme: string;
  state: string;
  entries: number;
  prizes: number;
  decisionNo: string | null;
  on: string;
}

export interface PactItem {
  unitId: string;
  unitName: string | null;
  year: number;
  state: string;
  partners: number;
  criteria: number;
  linked: number;
  attainable: number;
  total: number | null;
}

export interface InspectionItem {
  inspectionId: string;
  unitId: string;
  unitName: string | null;
  year: number;
  kind: string;
  state: string;
  decisionNo: string | null;
  from: string | null;
  expires: string | null;
  units: number;
  members: number;
  findings: number;
  concludedOn: string | null;
}

export interface FindingItem {
  id: string;
  ruleId: string;
  unitId: string;
  unitName: string | null;
  memberId: string | null;
  memberName: string | null;
  year: number;
  period: string | null;
  /** `stream@revision`. */
  events: string[];
  raisedOn: string;
  clearedOn: string | null;
  source: string;
}

export interface UnitFindings {
  unitId: string;
  year: number;
  rules: { ruleId: string; count: number; cleared: number }[];
  items: FindingItem[];
}

export interface Evidence {
  finding: FindingItem;
  events: SheetEvent[];
}

export interface UnitReport {
  unitId: string;
  from: number;
  to: number;
  years: { period: number; indicators: Figures }[];
  awards: AwardCount[];
  models: ModelItem[];
  contests: ContestItem[];
}
