/* Codes of ratings, in stored facts and inputs alike. */

export const RATINGS = ['excellent', 'good', 'completed', 'not_completed'] as const;
export type Rating = (typeof RATINGS)[number];

export const SUBJECT_KINDS = ['member', 'unit'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Why a subject gets no rating that year. */
export const NOT_RATED_REASONS = [
  'new_member',
  'long_illness',
  'long_absence',
  'under_investigation',
  'deceased',
  'left',
  'unit_closed',
  'no_self_review',
] as const;
export type NotRatedReason = (typeof NOT_RATED_REASONS)[number];

/** Why a rating differs from what was proposed or decided before. */
export const CHANGE_REASONS = [
  'cap',
  'facts',
  'unit_rating',
  'discipline',
  'complaint',
  'error',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Id of a rating's stream without its prefix: `member.khai-2026`. */
export const ratingId = (subjectKind: SubjectKind, subjectId: string, year: number): string =>
  `${subjectKind}.${subjectId}-${year}`;

/** A stored event, as facts cite it: `{stream}@{revision}`. */
export const eventRef = (stream: string, revision: number): string => `${stream}@${revision}`;
