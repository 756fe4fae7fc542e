import type { SubjectRole } from './criticism-codes.events.js';

/** How the subject used the right of reply. */
export const REPLIES = ['recorded', 'waived'] as const;
export type Reply = (typeof REPLIES)[number];

export const DEFER_REASONS = ['ill', 'away', 'under_investigation', 'other'] as const;
export type DeferReason = (typeof DEFER_REASONS)[number];

interface Text<Value = string> {
  text: { of: string; value: Value };
}

/** What is heard, said, answered and concluded of one subject. Stored format, as the session's. */
export interface ItemFacts<Of extends object> {
  ItemOpened: { data: Of & { subjectId: string; role: SubjectRole; on: string } };
  /** Put off, for a reason: heard at another session. */
  ItemDeferred: {
    data: Of & { subjectId: string; role: SubjectRole; reason: DeferReason; on: string };
  };
  CriticismRecorded: {
    data: Of & { id: string; subjectId: string; speakerId: string; area: string; on: string };
    sealed: Text;
  };
  ResponseOffered: { data: Of & { subjectId: string; on: string } };
  ResponseRecorded: { data: Of & { subjectId: string; on: string }; sealed: Text };
  /** `onTheirWord`: entered by the recorder, as the subject said it. */
  ResponseWaived: { data: Of & { subjectId: string; on: string; onTheirWord?: true } };
  OpinionReserved: {
    data: Of & { id: string; subjectId: string; authorId: string; on: string };
    /** Word for word. */
    sealed: Text;
  };
  OpinionForwarded: { data: Of & { id: string; authorId: string; toUnitId: string; on: string } };
  ItemConcluded: {
    data: Of & {
      subjectId: string;
      role: SubjectRole;
      reply: Reply;
      criticisms: number;
      shortcomings: number;
      remedies: number;
      /** Prompts left unanswered, by id. */
      unanswered: string[];
      on: string;
    };
    sealed: { conclusion: { of: string; value: string } };
  };
  ShortcomingRecorded: {
    data: Of & {
      id: string;
      subjectId: string;
      area: string;
      severity: 'minor' | 'serious';
      on: string;
    };
    sealed: Text<{ text: string; cause: string }>;
  };
}
