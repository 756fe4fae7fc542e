import type { Attendance, Obligation, ObligationFacts, SessionFacts } from '#libs/kernel';
import type { RetractableFacts } from '#libs/kernel';
import type { ItemFacts } from './criticism-item.events.js';

/*
 * The stored format of `session-{unitId}-{year}` streams. On disk for ever: add fields as optional,
 * raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: order, counts, dates, codes. Sealed: every word, to whoever said it or whom it concerns;
 * what concerns the collective belongs to its head.
 */

/** Every fact begins with this; `round` is 1, and one more after each redo. */
export interface OfSession {
  unitId: string;
  year: number;
  round: number;
}

/** In the order in which items are heard. */
export const SUBJECT_ROLES = ['collective', 'head', 'deputy', 'member'] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

/** The collective's id is that of the unit; all others are members. */
export interface Subject {
  subjectId: string;
  role: SubjectRole;
}

export const SELF_REVIEW_KINDS = ['01', '2a', '2b', '2c'] as const;
export type SelfReviewKind = (typeof SELF_REVIEW_KINDS)[number];
export const SELF_RATINGS = ['excellent', 'good', 'completed', 'not_completed'] as const;
export type SelfRating = (typeof SELF_RATINGS)[number];

export const REDO_REASONS = [
  'perfunctory',
  'avoidance',
  'order_broken',
  'subject_missing',
] as const;
export type RedoReason = (typeof REDO_REASONS)[number];

export interface SessionShortcoming {
  readonly id: string;
  readonly subjectId: string;
  readonly area: string;
  readonly severity: 'minor' | 'serious';
}

export const SITTING_NAMES = {
  attendance: 'SessionAttendanceRecorded',
  drafted: 'SessionMinutesDrafted',
  read: 'SessionMinutesRead',
  adopted: 'SessionMinutesAdopted',
} as const;
export const REMEDY_NAMES = {
  assigned: 'RemedyAssigned',
  reported: 'RemedyReported',
  verified: 'RemedyVerified',
  handedOver: 'RemedyHandedOver',
} as const;

export interface SelfReview {
  sections: { key: string; text: string }[];
}

interface OwnFacts {
  SessionPlanned: {
    data: OfSession & {
      /** ISO date on which it is to be held. */
      on: string;
      chairId: string;
      /** Who keeps the minutes. */
      recorderId?: string;
      place: string;
      subjects: Subject[];
    };
  };
  PromptIssued: {
    data: OfSession & { id: string; subjectId: string; area: string; on: string };
    sealed: { text: { of: string; value: string } };
  };
  PromptAnswered: {
    data: OfSession & { id: string; subjectId: string; on: string };
    sealed: { text: { of: string; value: string } };
  };
  SelfReviewFiled: {
    data: OfSession & {
      subjectId: string;
      kind: SelfReviewKind;
      /** 1, 2, … for each subject, over all rounds. */
      version: number;
      selfRating?: SelfRating;
      on: string;
    };
    sealed: { review: { of: string; value: SelfReview } };
  };
  /** `daysBefore`: days until the day planned, negative when sent after it. */
  MaterialsSent: { data: OfSession & { on: string; daysBefore: number } };
  SessionOpened: {
    data: OfSession & {
      on: string;
      /** Civil time, `08:00`. */
      at: string;
      /** Members sent by the level above; they may speak, and have no vote. */
      representatives?: string[];
    };
  };
  SessionAdjourned: { data: OfSession & { on: string; at: string; until?: string } };
  SessionResumed: { data: OfSession & { on: string; at: string } };
  /** The collective's item is done; said again when a sitting is resumed behind it. */
  CollectiveDone: { data: OfSession & { on: string } };
  /** Every individual's item is concluded or deferred; said again when a sitting is resumed. */
  IndividualsDone: { data: OfSession & { on: string } };
  SessionConcluded: {
    data: OfSession & {
      on: string;
      /** Civil days sat and minutes sat, over all sittings. */
      days: number;
      minutes: number;
      /** What the rule pack asks for, in days; `short`: less was sat. A flag, never a refusal. */
      minimumDays: number;
      short: boolean;
      /** Individual items concluded; those of them in which the subject replied in words. */
      subjects: number;
      replied: number;
      /** Individuals whose item was put off. */
      deferred: string[];
      shortcomings: SessionShortcoming[];
      /** Ids of prompts left unanswered; always empty where the rule pack refuses that. */
      unanswered: string[];
    };
  };
  /** Reported to the level above; remedies are tracked from here. */
  TrackingStarted: { data: OfSession & { on: string; reportedTo?: string } };
  /** Why a remedy will not be done, as the committee accepted it. */
  RemedyExplained: {
    data: OfSession & { id: string; ownerId: string; due: string; reason: string; on: string };
    sealed: { text: { of: string; value: string } };
  };
  /** `round` is the one judged insufficient; the next plan begins the next. */
  RedoOrdered: {
    data: OfSession & { reason: RedoReason; on: string };
    sealed: { text: { of: string; value: string } };
  };
  /** Of an open session of a closed unit: who goes on with it. */
  SessionHandedOver: { data: OfSession & { heirId: string; on: string } };
  /** `remedied` done, `open` handed over or explained; both of all rounds. */
  SessionClosed: { data: OfSession & { on: string; remedied: number; open: number } };
}

export type CriticismSessionFacts = OwnFacts &
  ItemFacts<OfSession> &
  SessionFacts<typeof SITTING_NAMES, OfSession> &
  ObligationFacts<typeof REMEDY_NAMES, OfSession> &
  RetractableFacts<'CriticismRetracted', OfSession>;

/** What other workflows may know of a session. */
export interface CriticismSessionView {
  readonly unitId: string;
  readonly year: number;
  readonly round: number;
  readonly subjects: readonly Subject[];
  /** Concluded in its latest round, whatever came after; false again once a redo is ordered. */
  readonly closedOrConcluded: boolean;
  readonly attendance: Attendance | undefined;
  /** Of the latest round. */
  readonly shortcomings: readonly SessionShortcoming[];
  /** Of all rounds; `basis` is the id of the shortcoming. */
  readonly remedies: readonly Obligation[];
  /** Remedies that will not be done for an accepted reason, by id. */
  readonly explained: readonly string[];
}

/** Official members present, who vote on the minutes and in the ballot on ratings. */
export const presentVoters = ({ attendance }: Pick<CriticismSessionView, 'attendance'>): string[] =>
  (attendance?.entries ?? [])
    .filter(({ presence, votes }) => votes && presence === 'present')
    .map(({ memberId }) => memberId);

/** Remedies of the subject's shortcomings of the latest round that are neither done nor explained. */
export const openRemediesOf = (view: CriticismSessionView, subjectId: string): Obligation[] => {
  const found = view.shortcomings.filter((one) => one.subjectId === subjectId).map(({ id }) => id);
  return view.remedies.filter(
    ({ id, basis, status }) =>
      basis !== undefined &&
      found.includes(basis) &&
      status !== 'done' &&
      !view.explained.includes(id),
  );
};
