import type { ContestResult, ContestView, EntrantKind, OfContest } from './contest.events.js';

export const CONTEST_STATES = {
  none: { start: true },
  announced: {},
  open: {},
  closed: {},
  judged: {},
  awarded: { final: true },
} as const;
export type ContestStateName = keyof typeof CONTEST_STATES;

export interface ContestEntry {
  readonly entryId: string;
  readonly subjectKind: EntrantKind;
  readonly subjectId: string;
  readonly subjectUnitId: string;
  readonly scores: { readonly judgeId: string; readonly points: number }[];
}

export interface ContestState extends ContestView {
  contestId: string;
  unitId: string | undefined;
  year: number;
  title: string;
  announcedOn: string | undefined;
  until: string | undefined;
  closedOn: string | undefined;
  judges: readonly string[];
  entries: ContestEntry[];
  results: readonly ContestResult[];
}

/** The contest before it is announced. */
export const contestStart = (contestId: string): ContestState => ({
  contestId,
  unitId: undefined,
  year: 0,
  title: '',
  announcedOn: undefined,
  until: undefined,
  closedOn: undefined,
  judges: [],
  entries: [],
  results: [],
});

/** What every fact repeats once the contest was announced. */
export const ofContest = ({ contestId, unitId, year }: Readonly<ContestState>): OfContest => ({
  contestId,
  unitId: unitId!,
  year,
});
