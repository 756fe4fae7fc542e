import type { NeedOf, ProjectedEvent } from '#libs/projections';
import type { CriticismSessionFacts, ReviewFacts, TransferFacts } from '#libs/workflows';
import type { CycleRows, Memo, tables } from './cycle-book.js';
import { entryOf } from './entry-lateness.js';
import { bookOf } from './cycle-book.js';

type Facts = ReviewFacts & CriticismSessionFacts & TransferFacts;
type Event<Type extends keyof Facts> = ProjectedEvent<Facts, Type>;
type Need = NeedOf<typeof tables>;

const reviewId = ({ memberId, period }: Event<'DeedRemarked'>['data']): string =>
  `review:${memberId}:${period}`;
const sessionId = ({ unitId, year }: Event<'SessionConcluded'>['data']): string =>
  `session:${unitId}:${year}`;

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** What was looked at, heard, answered and mended, and who arrived in time. */
export const peopleCounting = {
  /** A period is covered once, however often it is remarked on; the first remark says how late. */
  DeedRemarked(event: Event<'DeedRemarked'>, rows: CycleRows, memo: Memo): void {
    const { countedUnitId: unitId, year, late } = event.data;
    const id = reviewId(event.data);
    if (rows.cycle_counted.get(id) !== undefined) return;
    rows.cycle_counted.put({ id, unit_id: unitId, year, note: '' });
    const amounts = { reviews_done: 1, reviews_late: Number(late) };
    bookOf(rows, memo).people('flow', event, { unitId, year }, amounts);
  },
  /** A session ordered to be held again still counts once for its year. */
  SessionConcluded(event: Event<'SessionConcluded'>, rows: CycleRows, memo: Memo): void {
    const { unitId, year } = event.data;
    const id = sessionId(event.data);
    if (rows.cycle_counted.get(id) !== undefined) return;
    rows.cycle_counted.put({ id, unit_id: unitId, year, note: '' });
    bookOf(rows, memo).unit(
      'flow',
      event,
      { unitId, year },
      { sessions_done: 1, ...entryOf(event) },
    );
  },
  ResponseOffered(event: Event<'ResponseOffered'>, rows: CycleRows, memo: Memo): void {
    const { unitId, year, subjectId } = event.data;
    if (subjectId === unitId) return;
    bookOf(rows, memo).people('flow', event, { unitId, year }, { replies_offered: 1 });
  },
  ItemConcluded(event: Event<'ItemConcluded'>, rows: CycleRows, memo: Memo): void {
    const { unitId, year, role } = event.data;
    if (role === 'collective') return;
    bookOf(rows, memo).people('flow', event, { unitId, year }, { items_concluded: 1 });
  },
  /** Remedies count in the year in which they are due. */
  RemedyAssigned(event: Event<'RemedyAssigned'>, rows: CycleRows, memo: Memo): void {
    const { unitId, due } = event.data;
    const at = { unitId, year: yearOf(due) };
    bookOf(rows, memo).people('flow', event, at, { remedies_due: 1 });
  },
  RemedyVerified(event: Event<'RemedyVerified'>, rows: CycleRows, memo: Memo): void {
    const { unitId, due, done, late } = event.data;
    if (!done || late) return;
    const at = { unitId, year: yearOf(due) };
    bookOf(rows, memo).people('flow', event, at, { remedies_done: 1 });
  },
  LetterIssued(event: Event<'LetterIssued'>, rows: CycleRows, memo: Memo): void {
    const { fromUnitId: unitId, on } = event.data;
    const at = { unitId, year: yearOf(on) };
    bookOf(rows, memo).people('flow', event, at, { letters_issued: 1 });
  },
  /** Counted where and when the letter was issued, so that the share never exceeds the whole. */
  TransferReceived(event: Event<'TransferReceived'>, rows: CycleRows, memo: Memo): void {
    const { fromUnitId: unitId, year, late } = event.data;
    if (late) return;
    bookOf(rows, memo).people('flow', event, { unitId, year }, { transfers_on_time: 1 });
  },
};

export const peopleReads = {
  DeedRemarked: ({ data }: Event<'DeedRemarked'>, need: Need): void =>
    need.cycle_counted(reviewId(data)),
  SessionConcluded: ({ data }: Event<'SessionConcluded'>, need: Need): void =>
    need.cycle_counted(sessionId(data)),
};
