import type { Obligation, Retractable, SessionRecord, Vote } from '#libs/kernel';
import type { AgendaItem, MeetingKind, MeetingView } from './meeting.events.js';

export const MEETING_STATES = {
  none: { start: true },
  scheduled: {},
  materials_published: {},
  open: {},
  held: {},
  minutes_draft: {},
  minutes_read: {},
  adopted: {},
  scored: {},
  reported: {},
  filed: { final: true },
  postponed: {},
  cancelled: { final: true },
} as const;
export type MeetingStateName = keyof typeof MEETING_STATES;

export interface MeetingState extends MeetingView {
  meetingId: string;
  unitId: string;
  year: number;
  month: number;
  kind: MeetingKind | undefined;
  studyRound: string | undefined;
  /** Day on which it is to be, or was; ISO date. */
  on: string | undefined;
  agenda: readonly AgendaItem[];
  quorum: readonly [number, number];
  materials: string[];
  /** ISO instant. */
  openedAt: string | undefined;
  chairId: string | undefined;
  recorderId: string | undefined;
  record: SessionRecord;
  /** Who is there without counting: temporary members and guests. */
  others: readonly string[];
  discussion: Retractable[];
  votes: Vote[];
  issues: Obligation[];
  merits: { id: string; subjectId: string }[];
  held: boolean;
}

/** The meeting before it is called, from its id `{unitId}-{yyyymmdd}`. */
export function meetingStart(id: string): MeetingState {
  const dash = id.lastIndexOf('-');
  const day = id.slice(dash + 1);
  return {
    meetingId: id,
    unitId: id.slice(0, dash),
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(4, 6)),
    kind: undefined,
    studyRound: undefined,
    on: undefined,
    agenda: [],
    quorum: [1, 2],
    materials: [],
    openedAt: undefined,
    chairId: undefined,
    recorderId: undefined,
    record: { attendance: undefined, minutes: 'none' },
    others: [],
    discussion: [],
    votes: [],
    issues: [],
    merits: [],
    held: false,
  };
}

/** The day its id names, ISO. */
export const dayInId = ({ meetingId }: Pick<MeetingState, 'meetingId'>): string => {
  const day = meetingId.slice(meetingId.lastIndexOf('-') + 1);
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
};

/** What every fact of the meeting begins with. */
export const ofMeeting = ({ meetingId, unitId, year, month }: Readonly<MeetingState>) => ({
  meetingId,
  unitId,
  year,
  month,
});

/** Besides, what a reader of attendance needs. */
export const ofGathering = (state: Readonly<MeetingState>) => ({
  ...ofMeeting(state),
  kind: state.kind!,
  ...(state.studyRound !== undefined && { studyRound: state.studyRound }),
});
