import type { Appeal } from '#libs/kernel';
import type { DeedMark, OfReview, ReviewView, SelfReportText } from './review.events.js';
import { periodOf } from './review.period.js';

export const REVIEW_STATES = {
  due: { start: true },
  self_reported: {},
  remarked: {},
  missed: {},
  disputed: {},
  acknowledged: { final: true },
  resolved: { final: true },
} as const;
export type ReviewStateName = keyof typeof REVIEW_STATES;

export interface ReviewState extends ReviewView {
  memberId: string;
  /** Absent until something was written. */
  unitId: string | undefined;
  countedUnitId: string | undefined;
  cadence: 'monthly' | 'quarterly';
  periodStart: string;
  /** By when the remark is due; absent until something was written. */
  due: string | undefined;
  progress: readonly { key: string; progress: DeedMark }[];
  /** The member's words; absent before, and once erased. */
  report: SelfReportText | undefined;
  missed: boolean;
  remarked: boolean;
  late: boolean;
  marks: ReviewView['marks'];
  merit: ReviewView['merit'];
  remark: ReviewView['remark'];
  nextDirection: string | undefined;
  dispute: Appeal | undefined;
}

/** The review before anything is written, from its id `{memberId}-{year}-{03|q1}`. */
export function reviewStart(id: string): ReviewState {
  const [memberId, year, key] = id.split('-') as [string, string, string];
  return {
    memberId,
    unitId: undefined,
    countedUnitId: undefined,
    year: Number(year),
    ...periodOf(Number(year), key),
    due: undefined,
    progress: [],
    report: undefined,
    missed: false,
    remarked: false,
    late: false,
    marks: [],
    merit: undefined,
    remark: undefined,
    nextDirection: undefined,
    dispute: undefined,
  };
}

/** What every fact repeats once the review has begun. */
export const ofReview = (state: Readonly<ReviewState>): OfReview => ({
  memberId: state.memberId,
  unitId: state.unitId!,
  countedUnitId: state.countedUnitId!,
  year: state.year,
  period: state.period,
  periodEnd: state.periodEnd,
});
