import type { NeedOf, ProjectedEvent } from '#libs/projections';
import type {
  ClassificationFacts,
  CommendationFacts,
  Rating,
  RatingListFacts,
} from '#libs/workflows';
import type { CycleAmounts, CycleRows, Memo, tables } from './cycle-book.js';
import { bookOf } from './cycle-book.js';
import { entryOf } from './entry-lateness.js';

type Facts = ClassificationFacts & RatingListFacts & CommendationFacts;
type Event<Type extends keyof Facts> = ProjectedEvent<Facts, Type>;
type Need = NeedOf<typeof tables>;
type Rated = Event<'RatingDecided' | 'RatingChanged' | 'RatingAnnulled' | 'NotRated'>;
type Listed = Event<'RatingsDecided' | 'RatingsAmended'>;

const ratingId = (subjectId: string, year: number): string => `rating:${subjectId}:${year}`;
const listId = ({ unitId, year }: Listed['data']): string => `list:${unitId}:${year}`;
const awardId = (id: string): string => `award:${id}`;

const share = (rating: string, sign: 1 | -1): CycleAmounts =>
  rating === '' ? {} : { rated: sign, [`rated_${rating}`]: sign };

const sumOf = (a: CycleAmounts, b: CycleAmounts): CycleAmounts => {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
};

/** Not completed two years running, with the year before or the year after. */
const failedTwice = (rows: CycleRows, subjectId: string, year: number): number => {
  const failed = (of: number): boolean =>
    rows.cycle_counted.get(ratingId(subjectId, of))?.note === 'not_completed';
  return Number(failed(year) && failed(year - 1));
};

/** A member's rating is now this one (empty: none); figures change by the difference. */
function rate(event: Rated, now: Rating | '', rows: CycleRows, memo: Memo): void {
  const { subjectKind, subjectId, unitId, year } = event.data;
  if (subjectKind !== 'member') return;
  const id = ratingId(subjectId, year);
  const row = rows.cycle_counted.get(id);
  const before = row?.note ?? '';
  const countedIn = row?.unit_id ?? unitId;
  const twice = [failedTwice(rows, subjectId, year), failedTwice(rows, subjectId, year + 1)];
  rows.cycle_counted.put({ id, unit_id: countedIn, year, note: now });
  const [here, next] = [
    failedTwice(rows, subjectId, year) - twice[0]!,
    failedTwice(rows, subjectId, year + 1) - twice[1]!,
  ];
  const book = bookOf(rows, memo);
  const amounts = { ...sumOf(share(before, -1), share(now, 1)), failed_twice: here };
  book.people('flow', event, { unitId: countedIn, year }, amounts);
  if (next !== 0)
    book.people('flow', event, { unitId: countedIn, year: year + 1 }, { failed_twice: next });
}

/** How full the list is as it was last decided. */
function listed(event: Listed, rows: CycleRows, memo: Memo): void {
  const { unitId, year, cap } = event.data;
  const id = listId(event.data);
  const [excellent = 0, allowed = 0] = (rows.cycle_counted.get(id)?.note ?? '0 0')
    .split(' ')
    .map(Number);
  rows.cycle_counted.put({ id, unit_id: unitId, year, note: `${cap.excellent} ${cap.allowed}` });
  const amounts = { cap_excellent: cap.excellent - excellent, cap_allowed: cap.allowed - allowed };
  bookOf(rows, memo).unit('flow', event, { unitId, year }, amounts);
}

const awarded = (kind: 'member' | 'unit', sign: 1 | -1): CycleAmounts => ({
  awards: sign,
  [`awards_${kind}`]: sign,
});

/** Ratings and awards. */
export const ratingCounting = {
  RatingDecided(event: Event<'RatingDecided'>, rows: CycleRows, memo: Memo): void {
    const { unitId, year } = event.data;
    bookOf(rows, memo).unit('flow', event, { unitId, year }, entryOf(event));
    rate(event, event.data.rating, rows, memo);
  },
  RatingChanged: (event: Event<'RatingChanged'>, rows: CycleRows, memo: Memo): void =>
    rate(event, event.data.to, rows, memo),
  RatingAnnulled: (event: Event<'RatingAnnulled'>, rows: CycleRows, memo: Memo): void =>
    rate(event, '', rows, memo),
  NotRated: (event: Event<'NotRated'>, rows: CycleRows, memo: Memo): void =>
    rate(event, '', rows, memo),
  RatingsDecided: listed,
  RatingsAmended: listed,
  AwardDecided(event: Event<'AwardDecided'>, rows: CycleRows, memo: Memo): void {
    const { awardId: award, unitId, subjectKind, on } = event.data;
    const year = Number(on.slice(0, 4));
    rows.cycle_counted.put({ id: awardId(award), unit_id: unitId, year, note: subjectKind });
    const book = bookOf(rows, memo);
    book.people('flow', event, { unitId, year }, awarded(subjectKind, 1));
    book.unit('flow', event, { unitId, year }, entryOf(event));
  },
  /** A revoked award no longer counts in the year in which it was decided. */
  AwardRevoked(event: Event<'AwardRevoked'>, rows: CycleRows, memo: Memo): void {
    const row = rows.cycle_counted.get(awardId(event.data.awardId));
    if (row === undefined || row.note === '') return;
    const kind = row.note === 'unit' ? 'unit' : 'member';
    rows.cycle_counted.change(row, { note: '' });
    const at = { unitId: row.unit_id, year: row.year };
    bookOf(rows, memo).people('flow', event, at, awarded(kind, -1));
  },
};

const readRating = ({ data }: Rated, need: Need): void => {
  for (const year of [data.year - 1, data.year, data.year + 1])
    need.cycle_counted(ratingId(data.subjectId, year));
};
const readList = ({ data }: Listed, need: Need): void => need.cycle_counted(listId(data));

export const ratingReads = {
  RatingDecided: readRating,
  RatingChanged: readRating,
  RatingAnnulled: readRating,
  NotRated: readRating,
  RatingsDecided: readList,
  RatingsAmended: readList,
  AwardRevoked: ({ data }: Event<'AwardRevoked'>, need: Need): void =>
    need.cycle_counted(awardId(data.awardId)),
};
