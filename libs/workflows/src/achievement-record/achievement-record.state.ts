import type { SubjectKind } from '../classification/classification.events.js';
import type {
  AchievementRecordView,
  OfRecord,
  RecordedMerit,
} from './achievement-record.events.js';

export const ACHIEVEMENT_RECORD_STATES = { kept: { start: true, final: true } } as const;
export type AchievementRecordStateName = keyof typeof ACHIEVEMENT_RECORD_STATES;

export interface AchievementRecordState extends AchievementRecordView {
  subjectKind: SubjectKind;
  subjectId: string;
  merits: RecordedMerit[];
  claims: Record<string, string[]>;
}

/** The record before anything is written, from its id `member.khai` or `unit.kp4`. */
export function recordStart(id: string): AchievementRecordState {
  const dot = id.indexOf('.');
  return {
    subjectKind: id.slice(0, dot) as SubjectKind,
    subjectId: id.slice(dot + 1),
    merits: [],
    claims: {},
  };
}

export const ofRecord = ({
  subjectKind,
  subjectId,
}: Readonly<AchievementRecordState>): OfRecord => ({
  subjectKind,
  subjectId,
});
