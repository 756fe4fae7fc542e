import type { ObligationFacts, RetractableFacts, SessionFacts } from '#libs/kernel';
import type {
  OfSession,
  RedoReason,
  REMEDY_NAMES,
  RemedyReason,
  SelfRating,
  SelfReviewKind,
  SessionShortcoming,
  SITTING_NAMES,
  Subject,
} from './criticism-codes.events.js';
import type { ItemFacts } from './criticism-item.events.js';

export * from './criticism-codes.events.js';
export * from './criticism-item.events.js';
export * from './criticism-view.events.js';

/*
 * The stored format of `session-{unitId}-{year}` streams. On disk for ever: add fields as optional,
 * raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: order, counts, dates, codes. Sealed: every word, to whoever said it or whom it concerns;
 * what concerns the collective belongs to its head.
 */

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
      /** Civil time. */
      at: string;
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
    data: OfSession & {
      id: string;
      ownerId: string;
      due: string;
      reason: RemedyReason;
      on: string;
    };
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
