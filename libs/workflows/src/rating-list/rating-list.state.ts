import { ratingId, type SubjectKind } from '../classification/classification.events.js';
import type { ListEntry, OfList, RatingListView } from './rating-list.events.js';

export const RATING_LIST_STATES = {
  open: { start: true },
  decided: { final: true },
} as const;
export type RatingListStateName = keyof typeof RATING_LIST_STATES;

export interface RatingListState extends RatingListView {
  unitId: string;
  year: number;
  entries: Record<string, ListEntry>;
  decided: boolean;
  decidedOn: string | undefined;
}

/** The list before anything is written, from its id `{decidingUnitId}-{year}`. */
export function ratingListStart(id: string): RatingListState {
  const dash = id.lastIndexOf('-');
  return {
    unitId: id.slice(0, dash),
    year: Number(id.slice(dash + 1)),
    entries: {},
    decided: false,
    decidedOn: undefined,
  };
}

/** Key of an entry: `member.khai`. */
export const entryKey = (subjectKind: SubjectKind, subjectId: string): string =>
  `${subjectKind}.${subjectId}`;

/** Id of the subject's own rating. */
export const ratingOf = (
  { year }: Pick<RatingListState, 'year'>,
  { subjectKind, subjectId }: { subjectKind: SubjectKind; subjectId: string },
): string => ratingId(subjectKind, subjectId, year);

export const ofList = ({ unitId, year }: Readonly<RatingListState>): OfList => ({ unitId, year });
