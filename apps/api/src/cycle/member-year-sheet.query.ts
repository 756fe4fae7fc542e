import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventStore } from '#libs/event-store';
import { CellMonthQueries, type RatingItem, YearSheetQueries } from '#libs/read-models';
import { STORE } from '../ports.js';
import { lineOf, type SheetEvent } from './sheet-event.js';

/** What was remarked on one deed in one period. */
export interface SheetMark extends SheetEvent {
  readonly period: string;
  readonly mark: string;
  readonly late: boolean;
}

/** Everything a member's rating of a year rests on, with links to the events. */
export interface MemberYearSheet {
  readonly memberId: string;
  readonly year: number;
  /** By registered deed: every periodic remark on it, in order. */
  readonly deeds: readonly { readonly key: string; readonly marks: readonly SheetMark[] }[];
  readonly periods: readonly {
    readonly period: string;
    readonly state: string;
    readonly late: boolean;
    readonly merit: string | null;
    readonly events: readonly SheetEvent[];
  }[];
  /** The registration's and the rating's own events. */
  readonly registration: readonly SheetEvent[];
  readonly chain: readonly SheetEvent[];
  readonly rating: RatingItem | null;
}

export class ShowMemberYearSheet extends Query<MemberYearSheet> {
  constructor(
    readonly memberId: string,
    readonly year: number,
  ) {
    super();
  }
}

interface Remarked {
  readonly period: string;
  readonly late?: boolean;
  readonly deeds?: readonly { readonly key: string; readonly mark: string }[];
}

@QueryHandler(ShowMemberYearSheet)
export class ShowMemberYearSheetHandler implements IQueryHandler<ShowMemberYearSheet> {
  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(CellMonthQueries) private readonly months: CellMonthQueries,
    @Inject(YearSheetQueries) private readonly sheets: YearSheetQueries,
  ) {}

  async execute({ memberId, year }: ShowMemberYearSheet) {
    const reviews = await this.months.reviewsOf(memberId, year);
    const deeds = new Map<string, SheetMark[]>();
    const periods: MemberYearSheet['periods'][number][] = [];
    for (const { period, state, late, merit } of reviews) {
      const events = await this.store.read(`review-${memberId}-${period}`);
      periods.push({ period, state, late, merit, events: events.map(lineOf) });
      for (const event of events) {
        // A remark marks every deed; a dispute that was upheld corrects some of the marks.
        const data = event.data as Remarked;
        if (event.type !== 'DeedRemarked' && event.type !== 'DisputeResolved') continue;
        for (const { key, mark } of data.deeds ?? []) {
          const marks = deeds.get(key) ?? [];
          marks.push({ ...lineOf(event), period, mark, late: data.late ?? false });
          deeds.set(key, marks);
        }
      }
    }
    const ratings = await this.sheets.ratingsOf(memberId);
    return {
      memberId,
      year,
      deeds: [...deeds].map(([key, marks]) => ({ key, marks })),
      periods,
      registration: await this.#events(`commitment-${memberId}-${year}`),
      chain: await this.#events(`rating-member.${memberId}-${year}`),
      rating: ratings.find((rating) => rating.year === year) ?? null,
    };
  }

  async #events(stream: string): Promise<readonly SheetEvent[]> {
    return (await this.store.read(stream)).map(lineOf);
  }
}
