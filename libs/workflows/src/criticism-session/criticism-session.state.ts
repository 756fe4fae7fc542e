import type { Attendance, Obligation, Retractable, SessionRecord } from '#libs/kernel';
import type { Reply } from './criticism-item.events.js';
import type {
  CriticismSessionView,
  SessionShortcoming,
  Subject,
} from './criticism-session.events.js';

export const CRITICISM_SESSION_STATES = {
  none: { start: true },
  planned: {},
  prompted: {},
  materials_ready: {},
  open: {},
  collective_done: {},
  individuals_done: {},
  adjourned: {},
  concluded: {},
  minutes_adopted: {},
  remedy_tracking: {},
  redo_ordered: {},
  closed: { final: true },
} as const;
export type CriticismSessionStateName = keyof typeof CRITICISM_SESSION_STATES;

/** The hearing of one subject. */
export interface Item extends Subject {
  status: 'waiting' | 'open' | 'concluded' | 'deferred';
  offered: boolean;
  reply: Reply | undefined;
}

export interface Prompt {
  readonly id: string;
  readonly subjectId: string;
  readonly round: number;
  answered: boolean;
}

export interface Criticism extends Retractable {
  readonly subjectId: string;
  readonly round: number;
}

export interface ReservedOpinion {
  readonly id: string;
  readonly authorId: string;
  readonly forwardedTo: string[];
}

/** A stretch of the session between opening and adjourning; `2026-12-05T08:00`, civil time. */
export interface Sitting {
  readonly from: string;
  to: string | undefined;
}

export interface CriticismSessionState extends CriticismSessionView {
  unitId: string;
  year: number;
  round: number;
  /** The unit that sees to the record: its own, or the heir of a closed one. */
  keeperId: string;
  plannedOn: string | undefined;
  chairId: string | undefined;
  recorderId: string | undefined;
  /** The subject in the role of head, to whom what concerns the collective belongs. */
  headId: string | undefined;
  subjects: readonly Subject[];
  items: Item[];
  prompts: Prompt[];
  /** Versions of self-reviews filed, by subject. */
  reviews: Record<string, number>;
  materialsOn: string | undefined;
  representatives: readonly string[];
  criticisms: Criticism[];
  opinions: ReservedOpinion[];
  record: SessionRecord;
  sittings: Sitting[];
  attendance: Attendance | undefined;
  shortcomings: SessionShortcoming[];
  /** Ids of shortcomings of all rounds; none is given twice. */
  shortcomingIds: string[];
  remedies: Obligation[];
  explained: string[];
  closedOrConcluded: boolean;
}

/** The session before it is planned, from its id `{unitId}-{year}`. */
export function criticismSessionStart(id: string): CriticismSessionState {
  const dash = id.lastIndexOf('-');
  const unitId = id.slice(0, dash);
  return {
    unitId,
    year: Number(id.slice(dash + 1)),
    round: 1,
    keeperId: unitId,
    plannedOn: undefined,
    chairId: undefined,
    recorderId: undefined,
    headId: undefined,
    subjects: [],
    items: [],
    prompts: [],
    reviews: {},
    materialsOn: undefined,
    representatives: [],
    criticisms: [],
    opinions: [],
    record: { attendance: undefined, minutes: 'none' },
    sittings: [],
    attendance: undefined,
    shortcomings: [],
    shortcomingIds: [],
    remedies: [],
    explained: [],
    closedOrConcluded: false,
  };
}
