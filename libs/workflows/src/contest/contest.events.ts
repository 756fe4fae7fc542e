/*
 * The stored format of `contest-{contestId}` streams. On disk for ever: add fields as optional,
 * raise `schemaVersion` with an upcaster for anything else.
 *
 * Clear: titles, dates, points, prizes. Sealed: the work handed in, of whoever entered it; a unit's
 * entry belongs to the person who recorded it.
 */

export const ENTRANT_KINDS = ['member', 'unit'] as const;
export type EntrantKind = (typeof ENTRANT_KINDS)[number];
export const PRIZES = ['first', 'second', 'third', 'consolation'] as const;
export type Prize = (typeof PRIZES)[number];

export interface OfContest {
  contestId: string;
  /** The unit that holds the contest. */
  unitId: string;
  year: number;
}

export interface ContestResult {
  entryId: string;
  subjectKind: EntrantKind;
  subjectId: string;
  /** 1 is best; entries with equal points share a rank. */
  rank: number;
  /** Mean of the judges' points, two decimals. */
  points: number;
  prize?: Prize;
}

/** What is proposed to the commendation workflow. */
export interface ContestNomination {
  awardId: string;
  subjectKind: EntrantKind;
  subjectId: string;
  /** The unit in which the subject stands. */
  subjectUnitId: string;
  prize: Prize;
}

export interface ContestFacts {
  ContestAnnounced: {
    data: OfContest & {
      title: string;
      theme: string;
      programmeId?: string;
      on: string;
      /** Last day for entries. */
      until: string;
      judges: string[];
    };
  };
  ContestOpened: { data: OfContest & { on: string } };
  EntrySubmitted: {
    data: OfContest & {
      entryId: string;
      subjectKind: EntrantKind;
      subjectId: string;
      subjectUnitId: string;
      on: string;
    };
    sealed: { work: { of: string; value: string } };
  };
  ContestClosed: { data: OfContest & { on: string; entries: number } };
  EntryScored: { data: OfContest & { entryId: string; points: number; judgeId: string } };
  ContestJudged: { data: OfContest & { on: string; results: ContestResult[] } };
  ContestAwarded: {
    data: OfContest & {
      decisionNo: string;
      on: string;
      /** Ids of the awards to be nominated: one per prize. */
      awards: string[];
      nominations: ContestNomination[];
    };
  };
}

/** What others may know of a contest. */
export interface ContestView {
  readonly contestId: string;
  readonly unitId: string | undefined;
  readonly year: number;
  readonly title: string;
  readonly results: readonly ContestResult[];
}
