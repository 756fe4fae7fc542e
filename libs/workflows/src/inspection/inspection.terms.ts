/* Codes, names and small shapes that the stored format of inspections consists of. */

export const INSPECTION_KINDS = [
  'compliance',
  'signs',
  'subordinate',
  'supervision_regular',
  'supervision_thematic',
] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** Rules that a finding may cite. */
export const FINDING_RULES = [
  'PLAN_MISSING',
  'PLAN_LATE',
  'PLAN_GENERIC',
  'NO_BREAKTHROUGH',
  'NOT_IN_MONTHLY_MEETING',
  'NO_MEASURE',
  'REG_MISSING',
  'DEEDS_LT_MIN',
  'NO_MONTHLY_REVIEW',
  'BATCH_BACKFILL',
  'COPY_PASTE',
  'PROMPT_UNANSWERED',
  'REMEDY_OVERDUE',
  'CAP_EXCEEDED',
  'NO_TALLY',
  'NO_NOTICE',
  'MEETING_SHORT',
  'ATTENDANCE_LOW',
  'AWARD_BASIS_MISSING',
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];

export const TEAM_ROLES = ['lead', 'deputy', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
export const SUBJECT_KINDS = ['member', 'unit'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export const REVOKE_REASONS = ['conflict', 'abuse', 'needless', 'superseded'] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];

/** Whom and what a warrant lets its team read. */
export interface WarrantScope {
  /** Units with everything below them. */
  unitIds: string[];
  memberIds: string[];
  /** Period inspected, ISO dates, inclusive. */
  from: string;
  until: string;
}

export interface TeamMember {
  memberId: string;
  role: TeamRole;
}

export const FOLLOW_UP_NAMES = {
  assigned: 'FollowUpAssigned',
  reported: 'FollowUpReported',
  verified: 'FollowUpVerified',
  handedOver: 'FollowUpHandedOver',
} as const;
