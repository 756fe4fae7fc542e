import type { OldFact } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import type { Rating } from '../classification/classification.events.js';
import { authority, rulesIn } from '../testing/index.js';
import { ratingList } from './rating-list.workflow.js';

const of = { unitId: 'anbinh', year: 2026 };

/** One entry of the ward's list. */
export const entered = (
  subjectId: string,
  rating: Rating,
  fields: { subjectKind?: 'member' | 'unit'; group?: string } = {},
): OldFact => ({
  type: 'RatingEntered',
  data: {
    ...of,
    ...{ subjectKind: 'member', subjectId, countedUnitId: 'kp4', rating, appraised: true },
    ...fields,
  },
});

/** So many members rated so: `m1`, `m2`, … */
export const members = (rating: Rating, count: number, prefix = rating.slice(0, 1)): OldFact[] =>
  Array.from({ length: count }, (_, index) => entered(`${prefix}${index + 1}`, rating));

const cap = {
  ...{ percent: 20, denominator: 'GOOD_ONLY', base: 5, allowed: 1, excellent: 1 },
} as const;
/** The list with five good and one excellent, decided. */
export const decidedList: OldFact[] = [
  ...members('good', 5),
  ...members('excellent', 1),
  {
    type: 'RatingsDecided',
    data: {
      ...of,
      ...{ decisionNo: '31-QĐ/ĐU', on: '2026-12-20', cap, unitCaps: [] },
      entries: [1, 2, 3, 4, 5, 6].map((number) => ({
        ...{ subjectKind: 'member', subjectId: number === 6 ? 'e1' : `g${number}`, unitId: 'kp4' },
        ...{ rating: number === 6 ? 'excellent' : 'good', proposed: 'good' },
      })),
    },
  },
];

/** The ward's list of a year, before its secretary. */
export const givenIn = (year: number) =>
  situation(ratingList, {
    id: `anbinh-${year}`,
    actor: 'tam',
    now: `${year}-12-20T05:00:00.000Z`,
    authority,
    needs: { rules: rulesIn(year), ratedUnit: undefined, ratings: new Map() },
  });
export const given = givenIn(2026);
