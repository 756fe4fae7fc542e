/* Codes, names and small shapes that the stored format of meetings consists of. */

export const MEETING_KINDS = ['regular', 'thematic', 'combined', 'study'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
export const AGENDA_KINDS = ['study_follow', 'news', 'work', 'other'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];
export const QUALITY_LEVELS = ['good', 'fair', 'average', 'weak'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];
export const CANCEL_REASONS = ['too_few', 'emergency', 'replaced', 'by_mistake'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export interface AgendaItem {
  key: string;
  kind: AgendaKind;
  title: string;
  programmeId?: string;
}

export interface MaterialItem {
  key: string;
  title: string;
  documentNo?: string;
}

/** People present by kind; temporary: of another unit, with a temporary transfer. */
export interface PresentByKind {
  official: number;
  probationary: number;
  temporary: number;
}

export const SESSION_NAMES = {
  attendance: 'AttendanceRecorded',
  drafted: 'MinutesDrafted',
  read: 'MinutesRead',
  adopted: 'MinutesAdopted',
} as const;
export const ISSUE_NAMES = {
  assigned: 'IssueAssigned',
  reported: 'IssueReported',
  verified: 'IssueVerified',
  handedOver: 'IssueHandedOver',
} as const;
export const VOTE_NAMES = { opened: 'ResolutionVoteOpened', tallied: 'ResolutionVoted' } as const;
