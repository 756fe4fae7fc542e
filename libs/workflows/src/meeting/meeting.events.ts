import type {
  Attendance,
  ObligationFacts,
  RetractableFacts,
  SessionFacts,
  VoteFacts,
} from '#libs/kernel';
import type {
  AgendaItem,
  CancelReason,
  ISSUE_NAMES,
  MaterialItem,
  MeetingKind,
  PresentByKind,
  QualityLevel,
  SESSION_NAMES,
  VOTE_NAMES,
} from './meeting.terms.js';

export * from './meeting.terms.js';

/*
 * The stored format of `meeting-{unitId}-{yyyymmdd}` streams. On disk for ever: add fields as
 * optional, raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: what indicators and findings need (days, counts, codes, titles). Sealed: what was said, to
 * whoever said it, and what is said of a person, to that person.
 */

export interface OfMeeting {
  meetingId: string;
  unitId: string;
  /** Year and month (1 to 12) for which it was called; a postponement does not change them. */
  year: number;
  month: number;
}

/** What a reader of attendance must know of the meeting without its first fact. */
interface OfGathering extends OfMeeting {
  kind: MeetingKind;
  /** Key of the study round, where the meeting is one of it. */
  studyRound?: string;
}

type Gathering = SessionFacts<typeof SESSION_NAMES, OfGathering>;
type Votes = VoteFacts<typeof VOTE_NAMES, OfMeeting>;
interface TextOf {
  text: { of: string; value: string };
}

interface OwnFacts {
  MeetingScheduled: {
    data: OfGathering & {
      on: string;
      /** Hour of the day in Việt Nam: `07:30`. */
      startsAt: string;
      place: string;
      theme?: string;
      agenda: AgendaItem[];
      /** Share of those with a vote who must be present, by the rules of the year. */
      quorum: readonly [number, number];
    };
  };
  MaterialsPublished: {
    data: OfMeeting & {
      on: string;
      count: number;
      daysBefore: number;
      /** Later than the rule pack asks. */
      late: boolean;
      items: MaterialItem[];
    };
  };
  /** `at`: ISO instant. The recorder is whoever takes the minutes besides the cell's officers. */
  MeetingOpened: { data: OfMeeting & { at: string; chairId: string; recorderId?: string } };
  /** Besides the list: who else was there, and how many of each kind were present. */
  AttendanceRecorded: {
    data: OfGathering &
      Attendance & { on: string; byKind: PresentByKind; temporary: string[]; guests: string[] };
  };
  DiscussionRecorded: {
    data: OfMeeting & { id: string; itemKey: string; speakerId: string };
    sealed: TextOf;
  };
  AgendaItemConcluded: {
    data: OfMeeting & { itemKey: string; recorderId: string };
    sealed: TextOf;
  };
  RegisteredContentReviewed: {
    data: OfMeeting & {
      itemKey: string;
      /** Whose registered content was gone through; null: everybody's. */
      members: string[] | null;
      on: string;
    };
  };
  MeritNoted: {
    data: OfMeeting & {
      id: string;
      subjectId: string;
      subjectKind: 'member' | 'unit';
      deedKey?: string;
      on: string;
    };
    sealed: TextOf;
  };
  /** What is put to the vote belongs to a point of the agenda. */
  ResolutionVoteOpened: { data: Votes['ResolutionVoteOpened']['data'] & { itemKey: string } };
  MeetingHeld: {
    data: OfGathering & {
      on: string;
      /** How long it lasted. */
      minutes: number;
      /** Shorter than the rule pack asks of its kind. */
      short: boolean;
    };
  };
  MeetingScored: {
    data: OfMeeting & { kind: MeetingKind; points: number; level: QualityLevel; on: string };
  };
  MeetingReported: { data: OfMeeting & { to: string; on: string } };
  /** Nothing is left to follow up; the record is closed. */
  MeetingFiled: { data: OfMeeting & { on: string } };
  MeetingCancelled: {
    data: OfMeeting & { kind: MeetingKind; reason: CancelReason; on: string };
  };
  MeetingPostponed: {
    data: OfMeeting & { kind: MeetingKind; from: string; to: string; startsAt: string };
  };
}

export type MeetingFacts = OwnFacts &
  Omit<Gathering, keyof OwnFacts> &
  Omit<Votes, keyof OwnFacts> &
  ObligationFacts<typeof ISSUE_NAMES, OfMeeting> &
  RetractableFacts<'DiscussionRetracted', OfMeeting>;

/** What other workflows may know of a meeting. */
export interface MeetingView {
  readonly meetingId: string;
  readonly unitId: string;
  readonly year: number;
  readonly month: number;
  readonly kind: MeetingKind | undefined;
  readonly on: string | undefined;
  readonly held: boolean;
  /** Ids of merits noted, with whom they are about. */
  readonly merits: readonly { readonly id: string; readonly subjectId: string }[];
}
