import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { SessionRecord } from '#libs/kernel';
import {
  type AwardItem,
  CellMonthQueries,
  HonoursQueries,
  OversightQueries,
  YearSheetQueries,
} from '#libs/read-models';
import type {
  CriticismSessionView,
  MembershipView,
  OrgUnitView,
  RegistrationState,
  ReviewView,
} from '#libs/workflows';
import { cadenceIn, countedUnit } from '#libs/workflows';
import { ENGINE } from '../ports.js';

const ROWS_MAX = 200;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const QUARTERS = ['q1', 'q2', 'q3', 'q4'];

/** A year of a member's book: everything linked to its record; see the HTTP reference. */
export class ShowBook extends Query<object> {
  constructor(
    readonly memberId: string,
    readonly year: number,
    /** Whether what is sealed to the member may be shown. */
    readonly sealed: boolean,
  ) {
    super();
  }
}

@QueryHandler(ShowBook)
export class ShowBookHandler implements IQueryHandler<ShowBook> {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CellMonthQueries) private readonly months: CellMonthQueries,
    @Inject(YearSheetQueries) private readonly sheets: YearSheetQueries,
    @Inject(HonoursQueries) private readonly honours: HonoursQueries,
    @Inject(OversightQueries) private readonly oversight: OversightQueries,
  ) {}

  async execute({ memberId, year, sealed }: ShowBook) {
    const membership = await this.#state<MembershipView>('membership', memberId);
    const unitId = (membership && countedUnit(membership, year)) ?? membership?.unitId;
    const [registration, session, ratings, awards, transfers, owed] = await Promise.all([
      this.#state<RegistrationState>('registration', `${memberId}-${year}`),
      unitId === undefined
        ? undefined
        : this.#state<CriticismSessionView>('criticism-session', `${unitId}-${year}`),
      this.sheets.ratingsOf(memberId),
      this.honours.awards({ subjectId: memberId, limit: ROWS_MAX }),
      this.oversight.transfers({ memberId, year, limit: ROWS_MAX }),
      this.months.obligations({ ownerId: memberId, limit: ROWS_MAX }),
    ]);
    const rating = ratings.find((one) => one.year === year);
    const found = [
      ...(registration?.shortcomings ?? []).map((one) => ({ ...one, sessionId: null })),
      ...(session?.shortcomings ?? [])
        .filter(({ subjectId }) => subjectId === memberId)
        .map(({ id, area, severity }) => ({
          id,
          area,
          severity,
          sessionId: `${unitId}-${year}`,
        })),
    ];
    return {
      memberId,
      year,
      cadence: await this.#cadence(unitId, year),
      periods: await this.#periods(memberId, unitId, year, sealed),
      shortcomings: found,
      remedies: owed
        .filter(({ kind }) => kind === 'remedy')
        .map(({ itemId, stream, due, status }) => ({
          id: itemId,
          sessionId: stream.slice('session-'.length),
          due,
          status,
        })),
      meetings: await this.#meetings(memberId, unitId, year),
      selfReview: null,
      rating:
        rating === undefined
          ? null
          : { state: rating.state, rating: rating.decided, id: `member.${memberId}-${year}` },
      awards: awards.filter((award) => concerns(award, year)).map(shortAward),
      transfers: transfers.map(({ transferId, state }) => ({ id: transferId, state })),
    };
  }

  async #cadence(unitId: string | undefined, year: number): Promise<'monthly' | 'quarterly'> {
    const unit =
      unitId === undefined ? undefined : await this.#state<OrgUnitView>('organisation', unitId);
    return unit === undefined ? 'quarterly' : cadenceIn(unit, year, 'quarterly');
  }

  /** Every period of the year, those too that nobody has begun. */
  async #periods(memberId: string, unitId: string | undefined, year: number, sealed: boolean) {
    const known = new Map(
      (await this.months.reviewsOf(memberId, year)).map((review) => [review.period, review]),
    );
    const parts = (await this.#cadence(unitId, year)) === 'monthly' ? MONTHS : QUARTERS;
    const wanted = parts.map((part) => `${year}-${part}`);
    const all = [...wanted, ...[...known.keys()].filter((period) => !wanted.includes(period))];
    return Promise.all(
      all.map(async (period) => {
        const id = `${memberId}-${period}`;
        const review = known.get(period);
        if (review === undefined) return { period, id, state: 'due' };
        const { state, due, late, merit, hasDirection } = review;
        const text =
          sealed && hasDirection ? await this.#state<ReviewView>('review', id) : undefined;
        return {
          ...{ period, id, state, due, late, merit, hasDirection },
          nextDirection: text?.nextDirection ?? null,
        };
      }),
    );
  }

  async #meetings(memberId: string, unitId: string | undefined, year: number) {
    if (unitId === undefined) return { attended: 0, expected: 0, items: [] };
    const meetings = await this.months.meetings([unitId], year);
    const items = [];
    for (const { meetingId, on, kind } of meetings) {
      const meeting = await this.#state<{ record: SessionRecord }>('meeting', meetingId);
      const entry = meeting?.record.attendance?.entries.find((one) => one.memberId === memberId);
      if (entry === undefined) continue;
      const present = entry.presence === 'present';
      items.push({ id: meetingId, on, kind, attendance: entry.presence, present });
    }
    return {
      attended: items.filter(({ present }) => present).length,
      expected: items.filter(({ attendance }) => attendance !== 'exempt' && attendance !== 'away')
        .length,
      items,
    };
  }

  async #state<State>(workflow: string, id: string): Promise<State | undefined> {
    return (await this.engine.loadState(workflow, id)) as State | undefined;
  }
}

const concerns = ({ fromYear, toYear }: AwardItem, year: number): boolean =>
  fromYear <= year && year <= toYear;

const shortAward = ({ awardId, form, state, track, decidedOn, decisionNo }: AwardItem) => ({
  id: awardId,
  form,
  state,
  track,
  on: decidedOn,
  decisionNo,
});
