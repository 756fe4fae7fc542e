import type { Vote } from '#libs/kernel';
import type { SubjectKind } from '../classification/classification.events.js';
import type {
  AwardForm,
  CitedRating,
  CommendationView,
  Ground,
  Occasion,
  OfAward,
  Procedure,
  Track,
  Verdict,
} from './commendation.events.js';

export const COMMENDATION_STATES = {
  none: { start: true },
  nominated: {},
  dossier_complete: {},
  appraised: {},
  council_voted: {},
  decided: {},
  rejected: { final: true },
  published: {},
  presented: { final: true },
  revocation_proposed: {},
  upheld: { final: true },
  revoked: { final: true },
} as const;
export type CommendationStateName = keyof typeof COMMENDATION_STATES;

export interface CommendationState extends CommendationView {
  awardId: string;
  subjectKind: SubjectKind | undefined;
  subjectId: string | undefined;
  /** Of a member's award: who cannot take part in deciding it. */
  memberId: string | undefined;
  /** Of a unit's award: that unit, whose leaders report for it. */
  honouredUnitId: string | undefined;
  unitId: string | undefined;
  decidedAt: string | undefined;
  track: Track | undefined;
  form: AwardForm | undefined;
  occasion: Occasion | undefined;
  fromYear: number | undefined;
  toYear: number | undefined;
  contestId: string | undefined;
  claim: string | undefined;
  procedure: Procedure;
  pendingDiscipline: boolean;
  verdict: Verdict | undefined;
  votes: Vote[];
  ratings: readonly CitedRating[];
  level: string | undefined;
  decidedOn: string | undefined;
  publishedOn: string | undefined;
  presentedOn: string | undefined;
  ground: Ground | undefined;
  revoked: boolean;
}

/** The award before anything is written. */
export const commendationStart = (awardId: string): CommendationState => ({
  awardId,
  subjectKind: undefined,
  subjectId: undefined,
  memberId: undefined,
  honouredUnitId: undefined,
  unitId: undefined,
  decidedAt: undefined,
  track: undefined,
  form: undefined,
  occasion: undefined,
  fromYear: undefined,
  toYear: undefined,
  contestId: undefined,
  claim: undefined,
  procedure: 'full',
  pendingDiscipline: false,
  verdict: undefined,
  votes: [],
  ratings: [],
  level: undefined,
  decidedOn: undefined,
  publishedOn: undefined,
  presentedOn: undefined,
  ground: undefined,
  revoked: false,
});

/** What every fact repeats; only once nominated. */
export const ofAward = (state: Readonly<CommendationState>): OfAward => ({
  awardId: state.awardId,
  subjectKind: state.subjectKind!,
  subjectId: state.subjectId!,
  ...(state.memberId !== undefined && { memberId: state.memberId }),
  unitId: state.unitId!,
  decidedAt: state.decidedAt!,
  track: state.track!,
  form: state.form!,
  period: { fromYear: state.fromYear!, toYear: state.toYear! },
  occasion: state.occasion!,
  ...(state.contestId !== undefined && { contestId: state.contestId }),
});

/** The years honoured. */
export const yearsOf = ({
  fromYear,
  toYear,
}: {
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}): number[] =>
  fromYear === undefined || toYear === undefined
    ? []
    : Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
