import type { ChangeReason, Rating, SubjectKind } from '../classification/classification.events.js';

/*
 * The stored format of `ratinglist-{decidingUnitId}-{year}` streams: the list of a deciding body,
 * where the cap on the top rating is judged. On disk for ever: add fields as optional, raise
 * `schemaVersion` with an upcaster for anything else. Nothing here is sealed: ids and codes only.
 */

export interface OfList {
  /** The deciding unit. */
  unitId: string;
  year: number;
}

export interface ListSubject {
  subjectKind: SubjectKind;
  subjectId: string;
}

export interface ListedRating extends ListSubject {
  /** Where the subject counts. */
  unitId: string;
  rating: Rating;
}

export type CapDenominator = 'GOOD_ONLY' | 'GOOD_OR_ABOVE';

/** How a list was judged against the cap. */
export interface CapVerdict {
  percent: number;
  denominator: CapDenominator;
  base: number;
  allowed: number;
  excellent: number;
  /** Number of the document that allows the exceptional percentage. */
  exceptionNo?: string;
}

/** Of units, which are compared with their like: those of one level. */
export interface GroupCapVerdict extends CapVerdict {
  group: string;
}

/** Why an entry of a decided list was decided again. */
export type AmendCause = 'late' | 'complaint' | 'annulled';

export interface RatingListFacts {
  RatingEntered: {
    data: OfList & {
      subjectKind: SubjectKind;
      subjectId: string;
      /** Where the subject counts; `unitId` is the deciding unit. */
      countedUnitId: string;
      rating: Rating;
      score?: number;
      /** Level of the unit rated; members have none. */
      group?: string;
      appraised: boolean;
    };
  };
  /** Nothing is proposed any more: the subject gets no rating that year. */
  RatingWithdrawn: { data: OfList & ListSubject };
  RatingsDecided: {
    data: OfList & {
      decisionNo: string;
      on: string;
      entries: (ListedRating & { proposed: Rating; reason?: ChangeReason })[];
      /** Of the members on the list. */
      cap: CapVerdict;
      unitCaps: GroupCapVerdict[];
    };
  };
  RatingsAmended: {
    data: OfList & {
      decisionNo: string;
      on: string;
      entries: (ListedRating & { from?: Rating; cause: AmendCause; reason: ChangeReason })[];
      cap: CapVerdict;
      unitCaps: GroupCapVerdict[];
    };
  };
}

export interface ListEntry extends ListedRating {
  readonly score: number | undefined;
  readonly group: string | undefined;
  readonly appraised: boolean;
  /** Decided rating; undefined: not yet decided. */
  readonly decided: Rating | undefined;
}

/** What other workflows may know of a list. */
export interface RatingListView {
  readonly unitId: string;
  readonly year: number;
  /** By `{subjectKind}.{subjectId}`. */
  readonly entries: Readonly<Record<string, ListEntry>>;
  readonly decided: boolean;
}
