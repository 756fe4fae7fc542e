import type { Need, Needs } from '../need.js';
import type { Policy } from '../policy.js';
import type { InputClass } from '../workflow.js';
import type { FieldsHolding, Identity } from './block-context.js';

/** How a person who is expected attended; `away` and `exempt` leave the denominator. */
export const PRESENCES = ['present', 'excused', 'unexcused', 'away', 'exempt'] as const;
export type Presence = (typeof PRESENCES)[number];

export interface AttendanceEntry {
  memberId: string;
  presence: Presence;
}

/** Who was there, and whether they were enough. */
export interface Attendance {
  readonly entries: readonly (AttendanceEntry & { readonly votes: boolean })[];
  readonly counts: AttendanceCounts;
  readonly quorate: boolean;
}

export interface AttendanceCounts {
  /** Everybody listed, and those of them who count: neither exempt nor away. */
  readonly listed: number;
  readonly expected: number;
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
  /** With a vote: expected, and present. */
  readonly electorate: number;
  readonly voting: number;
}

export interface SessionRecord {
  attendance: Attendance | undefined;
  /** Minutes: none, drafted, read aloud, adopted by those present. */
  minutes: 'none' | 'drafted' | 'read' | 'adopted';
}

export interface SessionNames {
  readonly attendance: string;
  readonly drafted: string;
  readonly read: string;
  readonly adopted: string;
}

export interface SessionVotes {
  for: number;
  against: number;
  abstained: number;
}

export type SessionFacts<N extends SessionNames, Of extends object> = Record<
  N['attendance'],
  { data: Of & Attendance & { on: string } }
> &
  Record<
    N['drafted'],
    {
      data: Of & { on: string; recorderId: string };
      sealed: { minutes: { of: string; value: string } };
    }
  > &
  Record<N['read'], { data: Of & { on: string } }> &
  Record<N['adopted'], { data: Of & { on: string; votes: SessionVotes } }>;

export interface RecordAttendance {
  entries: AttendanceEntry[];
  on: string;
}
export interface DraftMinutes {
  text: string;
  on: string;
}
export interface OnDay {
  on: string;
}
export interface AdoptMinutes extends SessionVotes {
  on: string;
}

/** What attendance must know of a member: whether they vote, and where they belong. */
export interface Attendee {
  readonly unitId: string | undefined;
  readonly status: string | undefined;
  readonly active: boolean;
  readonly exempt: boolean;
}

export interface SessionSpec<State, StateName, N, Of> {
  readonly names: N;
  /** Field of the state with the record. */
  readonly record: FieldsHolding<State, SessionRecord>;
  readonly identity: Identity<State, Of>;
  readonly inputs: {
    readonly attendance: InputClass<RecordAttendance>;
    readonly draft: InputClass<DraftMinutes>;
    readonly read: InputClass<OnDay>;
    readonly adopt: InputClass<AdoptMinutes>;
  };
  readonly attendIn: readonly StateName[];
  readonly draftIn: readonly StateName[];
  readonly readIn: readonly StateName[];
  readonly adoptIn: readonly StateName[];
  /** The secretary of the meeting, or who stands in. */
  readonly by: Policy<keyof State & string>;
  /** The chair, who has the minutes adopted. */
  readonly adoptBy: Policy<keyof State & string>;
  /** Folded membership of everybody in the input, by id; see `statesOf`. */
  readonly attendees: Need<ReadonlyMap<string, Attendee>>;
  /** Share of those with a vote who must be present: two thirds is [2, 3]. */
  quorum(
    state: Readonly<State>,
    needs: Readonly<Record<string, unknown>>,
  ): readonly [number, number];
  /** Needs that `quorum` reads, a rule pack for one. */
  readonly needs?: Needs;
  /** The unit whose people are expected; others may be listed only when it is undefined. */
  unit(state: Readonly<State>): string | undefined;
  /** States that the facts lead to. */
  readonly to?: {
    readonly drafted?: StateName;
    readonly read?: StateName;
    readonly adopted?: StateName;
  };
}
