import type { SubjectKind } from '../classification/classification.events.js';

/*
 * The stored format of `achievements-{member.id|unit.id}` streams: one record per person or unit
 * of the merits noted and of what was nominated, kept by the engine. On disk for ever: add fields
 * as optional, raise `schemaVersion` with an upcaster for anything else. Nothing is sealed.
 */

export interface OfRecord {
  subjectKind: SubjectKind;
  subjectId: string;
}

export interface RecordedMerit {
  /** The event that noted it: `meeting-kp4-20260303@7`. */
  eventId: string;
  source: 'meeting' | 'review';
  on: string;
}

export interface AchievementRecordFacts {
  MeritRecorded: { data: OfRecord & RecordedMerit };
  AchievementClaimed: { data: OfRecord & { awardId: string; claim: string } };
  AchievementReleased: { data: OfRecord & { awardId: string; claim: string } };
}

/** What an award must know of its subject. */
export interface AchievementRecordView {
  readonly merits: readonly RecordedMerit[];
  /** Nominations by claim, oldest first; the first one standing holds it. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
}

/** Id of the record of a subject. */
export const recordId = (subjectKind: SubjectKind, subjectId: string): string =>
  `${subjectKind}.${subjectId}`;
