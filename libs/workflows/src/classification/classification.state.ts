import type { Appeal, Vote } from '#libs/kernel';
import type {
  ClassificationView,
  NotRatedReason,
  OfRating,
  Rating,
  SubjectKind,
} from './classification.events.js';

export const CLASSIFICATION_STATES = {
  open: { start: true },
  self_rated: {},
  commented: {},
  balloted: {},
  proposed: {},
  appraised: {},
  decided: {},
  notified: {},
  complaint: {},
  complaint_decided: {},
  final: { final: true },
  not_rated: { final: true },
  annulled: {},
} as const;
export type ClassificationStateName = keyof typeof CLASSIFICATION_STATES;

export interface ClassificationState extends ClassificationView {
  subjectKind: SubjectKind;
  subjectId: string;
  /** Of a member's rating; with `ratedUnitId` it lets a policy tell members from units. */
  memberId: string | undefined;
  /** Of a unit's rating: that unit. */
  ratedUnitId: string | undefined;
  unitId: string | undefined;
  listId: string | undefined;
  year: number;
  selfRating: Rating | undefined;
  commentIds: string[];
  ballots: Vote[];
  proposed: Rating | undefined;
  score: number | undefined;
  /** Declared at the proposal: under discipline. */
  disciplined: boolean;
  /** Shortcomings of the year before without remedy, as the proposal found them. */
  unremedied: number;
  /** The registration the proposal rests on; null: none. */
  commitment: string | null | undefined;
  rating: Rating | undefined;
  /** What stood before an annulment. */
  annulledRating: Rating | undefined;
  annulled: boolean;
  decidedOn: string | undefined;
  decidedBy: string | undefined;
  notifiedOn: string | undefined;
  /** Last day for a complaint, ISO date. */
  complaintUntil: string | undefined;
  complaint: Appeal | undefined;
  changed: boolean;
  notRated: NotRatedReason | undefined;
  finalRevision: number | undefined;
}

/** The rating before anything is written, from its id `member.khai-2026` or `unit.kp4-2026`. */
export function classificationStart(id: string): ClassificationState {
  const dot = id.indexOf('.');
  const dash = id.lastIndexOf('-');
  const subjectKind = id.slice(0, dot) as SubjectKind;
  const subjectId = id.slice(dot + 1, dash);
  const unitId = subjectKind === 'unit' ? subjectId : undefined;
  return {
    subjectKind,
    subjectId,
    memberId: subjectKind === 'member' ? subjectId : undefined,
    ratedUnitId: unitId,
    unitId,
    listId: undefined,
    year: Number(id.slice(dash + 1)),
    selfRating: undefined,
    commentIds: [],
    ballots: [],
    proposed: undefined,
    score: undefined,
    disciplined: false,
    unremedied: 0,
    commitment: undefined,
    rating: undefined,
    annulledRating: undefined,
    annulled: false,
    decidedOn: undefined,
    decidedBy: undefined,
    notifiedOn: undefined,
    complaintUntil: undefined,
    complaint: undefined,
    changed: false,
    notRated: undefined,
    finalRevision: undefined,
  };
}

/** What every fact repeats. */
export const ofRating = (state: Readonly<ClassificationState>): OfRating => ({
  subjectKind: state.subjectKind,
  subjectId: state.subjectId,
  ...(state.memberId !== undefined && { memberId: state.memberId }),
  unitId: state.unitId!,
  listId: state.listId!,
  year: state.year,
});
