import type { Appeal, AppealFacts, Vote, VoteFacts } from '#libs/kernel';
import type { ChangeReason, NotRatedReason, Rating, SubjectKind } from './classification.codes.js';

/*
 * The stored format of `rating-{member.id|unit.id}-{year}` streams. On disk for ever: add fields as
 * optional, raise `schemaVersion` with an upcaster for anything else. Sealed: words. Of a secret
 * ballot there are totals only: no fact links a voter and a choice.
 */

export {
  CHANGE_REASONS,
  type ChangeReason,
  eventRef,
  NOT_RATED_REASONS,
  type NotRatedReason,
  type Rating,
  ratingId,
  RATINGS,
  SUBJECT_KINDS,
  type SubjectKind,
} from './classification.codes.js';

export interface OfRating {
  subjectKind: SubjectKind;
  subjectId: string;
  /** Of a member's rating: the member, again; a unit's has none. */
  memberId?: string;
  /** The unit where the subject counts that year; of a unit's rating: that unit. */
  unitId: string;
  /** Stream id of the deciding body's list: `{decidingUnitId}-{year}`. */
  listId: string;
  year: number;
}

/** What a proposal rests on, by stream id. */
export interface RatingBasis {
  /** Criticism session of the unit; null: there is none. */
  session: string | null;
  /** Periodic reviews that were remarked, and how many were due. */
  reviews: string[];
  reviewsDue: number;
  /** Registration in force; null: there is none. */
  commitment: string | null;
  /** Shortcomings of the year before: how many there were, and how many are not remedied. */
  shortcomings: number;
  unremedied: number;
}

/** Shares of the year's tasks, as counted by whoever proposes. */
export interface TaskCounts {
  total: number;
  done: number;
  onTime: number;
  beyond: number;
}

/** How full the deciding body's list is with this proposal; only a warning. */
export interface CapNow {
  base: number;
  allowed: number;
  excellent: number;
  exceeded: boolean;
}

interface Words {
  text: { of: string; value: string };
}

export const BALLOT_NAMES = { opened: 'BallotOpened', tallied: 'BallotTallied' } as const;
export const COMPLAINT_NAMES = { filed: 'ComplaintFiled', decided: 'ComplaintDecided' } as const;

/** BallotOpened, BallotTallied: totals only. ComplaintFiled, ComplaintDecided: words sealed. */
export type ClassificationFacts = VoteFacts<typeof BALLOT_NAMES, OfRating> &
  AppealFacts<typeof COMPLAINT_NAMES, OfRating> & {
    SelfRated: {
      data: OfRating & { rating: Rating; score?: number; by: string };
      sealed: Partial<Words>;
    };
    ParticipantCommented: {
      data: OfRating & { id: string; authorId: string };
      sealed: Words;
    };
    RatingProposed: {
      data: OfRating & {
        rating: Rating;
        score?: number;
        basis: RatingBasis;
        tasks?: TaskCounts;
        /** Declared by whoever proposes: the subject is under discipline. */
        disciplined: boolean;
        /** Rating with most votes of the last ballot; absent: no ballot or a tie. */
        ballot?: Rating;
        cap?: CapNow;
      };
      sealed: Partial<Words>;
    };
    RatingAppraised: {
      data: OfRating & { rating: Rating; proposed: Rating; score?: number };
      sealed: Partial<Words>;
    };
    RatingDecided: {
      data: OfRating & {
        rating: Rating;
        /** What was proposed (or decided before an annulment), where it differs. */
        previous?: Rating;
        decisionNo: string;
        on: string;
        /** Who signed the list. */
        decidedBy?: string;
        reason?: ChangeReason;
      };
    };
    RatingNotified: {
      data: OfRating & { rating: Rating; on: string; complaintUntil: string };
    };
    RatingChanged: {
      data: OfRating & {
        from: Rating;
        to: Rating;
        reason: ChangeReason;
        decisionNo: string;
        on: string;
      };
    };
    RatingFinalised: { data: OfRating & { rating: Rating; on: string } };
    NotRated: { data: OfRating & { reason: NotRatedReason; on: string } };
    RatingAnnulled: {
      data: OfRating & { rating: Rating; reason: ChangeReason; decisionNo: string; on: string };
    };
  };

/** What other workflows may know of a rating. */
export interface ClassificationView {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly unitId: string | undefined;
  readonly year: number;
  /** Proposed or appraised; undefined before. */
  readonly proposed: Rating | undefined;
  /** Decided, as last changed; undefined before and while annulled. */
  readonly rating: Rating | undefined;
  readonly notRated: NotRatedReason | undefined;
  readonly annulled: boolean;
  readonly complaint: Appeal | undefined;
  /** The rating was changed after the complaint. */
  readonly changed: boolean;
  /** Revision of the fact that made it final; undefined: it is not. */
  readonly finalRevision: number | undefined;
  readonly ballots: readonly Vote[];
}
