import type { VoteFacts } from '#libs/kernel';
import type { Rating, SubjectKind } from '../classification/classification.events.js';

/*
 * The stored format of `award-{id}` streams. On disk for ever: add fields as optional, raise
 * `schemaVersion` with an upcaster for anything else. Clear: who, which form, level, period,
 * numbers and codes. Sealed: reports and opinions; texts about a unit belong to their author.
 */

/** The two tracks never mix: each has its own forms, levels and votes. */
export const TRACKS = ['party', 'state'] as const;
export type Track = (typeof TRACKS)[number];
export const FORMS = ['praise', 'certificate', 'merit', 'badge'] as const;
export type AwardForm = (typeof FORMS)[number];
export const OCCASIONS = ['year', 'five_years', 'extraordinary', 'thematic', 'contest'] as const;
export type Occasion = (typeof OCCASIONS)[number];
export const PROCEDURES = ['full', 'simplified'] as const;
export type Procedure = (typeof PROCEDURES)[number];
/** Individuals and collectives have templates of their own. */
export const TEMPLATES = ['individual', 'collective'] as const;
export type Template = (typeof TEMPLATES)[number];
/** The grounds on which an award may be revoked (Law 06/2022, art. 93.2). */
export const GROUNDS = ['dishonest', 'false_information', 'procedure', 'later_violation'] as const;
export type Ground = (typeof GROUNDS)[number];
export const REJECTIONS = ['not_qualified', 'vote_failed', 'withdrawn', 'wrong_level'] as const;
export type Rejection = (typeof REJECTIONS)[number];
export const VERDICTS = ['qualified', 'not_qualified'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface OfAward {
  awardId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  /** Of a member's award: the member, again. */
  memberId?: string;
  /** The unit whose subtree counts it. */
  unitId: string;
  /** Unit that decides. */
  decidedAt: string;
  track: Track;
  form: AwardForm;
  /** Years honoured, both included. */
  period: { fromYear: number; toYear: number };
  occasion: Occasion;
  contestId?: string;
}

/** A merit cited by its event: `meeting-kp4-20260303@7`. */
export interface CitedMerit {
  eventId: string;
  source: 'meeting' | 'review';
  on: string;
}

/** A final rating cited by its event: `rating-member.vinh-2021@9`. */
export interface CitedRating {
  year: number;
  rating: Rating;
  eventId: string;
}

interface Words<Key extends string> {
  sealed: Record<Key, { of: string; value: string }>;
}

export const COUNCIL_NAMES = { opened: 'CouncilVoteOpened', tallied: 'CouncilVoted' } as const;

export type CommendationFacts = VoteFacts<typeof COUNCIL_NAMES, OfAward> & {
  Nominated: {
    data: OfAward & {
      /** What is honoured, where one occasion can have several: a key, no words. */
      achievement?: string;
      /** Key under which the same achievement and form may be honoured only once. */
      claim: string;
      procedure: Procedure;
      /** Declared: discipline or a denunciation is pending. */
      pendingDiscipline: boolean;
      /** Of a badge: years of membership. */
      badgeYears?: number;
      on: string;
    };
  };
  DossierCompleted: {
    data: OfAward & {
      template: Template;
      merits: CitedMerit[];
      ratings: CitedRating[];
      on: string;
    };
  } & Words<'report'>;
  AwardAppraised: {
    data: OfAward & { verdict: Verdict; pendingDiscipline: boolean; on: string };
  } & Words<'text'>;
  AwardDecided: {
    data: OfAward & { level: string; decisionNo: string; on: string; ratings: CitedRating[] };
  };
  AwardRejected: { data: OfAward & { reason: Rejection; on: string } };
  AwardPublished: { data: OfAward & { channel: string; on: string; legalBasis?: string } };
  AwardPresented: { data: OfAward & { on: string } };
  RevocationProposed: { data: OfAward & { ground: Ground; on: string } };
  AwardRevoked: {
    data: OfAward & { level: string; ground: Ground; decisionNo: string; on: string };
  };
  RevocationRefused: { data: OfAward & { ground: Ground; on: string } };
  /** The unit that was to decide is closed; `decidedAt` is that unit, `heirId` decides now. */
  AwardHandedOver: { data: OfAward & { heirId: string; on: string } };
};

/** What others may know of an award. */
export interface CommendationView {
  readonly awardId: string;
  readonly subjectKind: SubjectKind | undefined;
  readonly subjectId: string | undefined;
  readonly decidedOn: string | undefined;
  readonly revoked: boolean;
}
