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

/** Why a remedy will not be done. */
export const REMEDY_REASONS = [
  'needless',
  'replaced',
  'owner_left',
  'unit_closed',
  'beyond_reach',
] as const;
export type RemedyReason = (typeof REMEDY_REASONS)[number];

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
