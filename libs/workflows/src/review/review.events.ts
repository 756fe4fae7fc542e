import type { AppealFacts, AppealOutcome } from '#libs/kernel';

/*
 * The stored format of `review-{memberId}-{year}-{03|q1}` streams: what the cell committee remarks
 * on a member's registered deeds in one month or quarter. On disk for ever: add fields as optional,
 * raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: marks, dates, codes, lateness. Sealed, of the member: every text.
 */

export const DEED_MARKS = ['on_track', 'done', 'late', 'not_started'] as const;
export type DeedMark = (typeof DEED_MARKS)[number];
export const MERITS = ['notable', 'none'] as const;
export type Merit = (typeof MERITS)[number];

export interface OfReview {
  memberId: string;
  /** The unit whose committee reviews: where the member was, or where they count that year. */
  unitId: string;
  /** The unit in whose figures this review stands: that of the endorsed registration. */
  countedUnitId: string;
  year: number;
  /** `2026-03` or `2026-q1`. */
  period: string;
  /** ISO date, the last day of the period. */
  periodEnd: string;
}

/** What the member reported, in words. */
export interface SelfReportText {
  text?: string;
  deeds: { key: string; text: string }[];
}
/** What the committee wrote. */
export interface RemarkText {
  text: string;
  /** What to register or do next; the next period's form starts from it. */
  nextDirection?: string;
}

export const DISPUTE_NAMES = { filed: 'RemarkDisputed', decided: 'DisputeResolved' } as const;
type DisputeFacts = AppealFacts<typeof DISPUTE_NAMES, OfReview>;

export interface ReviewFacts {
  /** The period's review is owed from now on. */
  ReviewOpened: {
    data: OfReview & {
      cadence: 'monthly' | 'quarterly';
      /** ISO date: period's end and the pack's days of grace. */
      due: string;
    };
  };
  SelfProgressReported: {
    data: OfReview & {
      deeds: { key: string; progress: DeedMark }[];
      on: string;
      /** By when the remark is due. */
      due: string;
    };
    sealed: { text: { of: string; value: SelfReportText } };
  };
  DeedRemarked: {
    data: OfReview & {
      deeds: { key: string; mark: DeedMark }[];
      merit: Merit;
      hasDirection: boolean;
      /** The cell meeting in which it was heard. */
      meetingId?: string;
      on: string;
      /** ISO date: period's end and the pack's days of grace. */
      due: string;
      /** Whether it was recorded (not: claimed to have been made) after `due`. */
      late: boolean;
      /** Days between `due` and the day of recording; 0: in time. */
      lateDays: number;
      /** The very words of the period before: a finding, never a refusal. */
      repeated?: true;
    };
    sealed: { remark: { of: string; value: RemarkText } };
  };
  RemarkAcknowledged: { data: OfReview & { on: string } };
  RemarkDisputed: {
    data: DisputeFacts['RemarkDisputed']['data'] & {
      /** Key of the deed whose mark is disputed; absent: the remark as a whole. */
      line?: string;
    };
    sealed: DisputeFacts['RemarkDisputed']['sealed'];
  };
  DisputeResolved: {
    data: DisputeFacts['DisputeResolved']['data'] & {
      /** Marks that were corrected because the dispute was upheld. */
      deeds?: { key: string; mark: DeedMark }[];
    };
    sealed: DisputeFacts['DisputeResolved']['sealed'];
  };
  ReviewMissed: { data: OfReview & { on: string; due: string } };
}

/** What other workflows and read models may know of a review. */
export interface ReviewView {
  readonly memberId: string;
  readonly unitId: string | undefined;
  readonly countedUnitId: string | undefined;
  readonly year: number;
  readonly period: string;
  readonly periodEnd: string;
  readonly missed: boolean;
  readonly remarked: boolean;
  readonly late: boolean;
  /** The marks in force: as remarked or, after a dispute was upheld, as corrected. */
  readonly marks: readonly { key: string; mark: DeedMark }[];
  readonly merit: Merit | undefined;
  /** Absent before the remark, and once erased. */
  readonly remark: RemarkText | undefined;
  /** What the next period's form starts from. */
  readonly nextDirection: string | undefined;
  readonly dispute: { readonly outcome: AppealOutcome | undefined } | undefined;
}
