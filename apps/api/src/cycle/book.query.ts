import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Engine } from '#libs/engine';
import type { EventStore } from '#libs/event-store';
import { addDays, type SessionRecord } from '#libs/kernel';
import {
  type AwardItem,
  CellMonthQueries,
  HonoursQueries,
  OversightQueries,
  YearSheetQueries,
} from '#libs/read-models';
import type {
  CriticismSessionState,
  CriticismSessionView,
  MembershipView,
  OrgUnitView,
  RegistrationState,
  ReviewView,
} from '#libs/workflows';
import { cadenceIn, countedUnit, periodOf, RULE_PACKS, rulePack } from '#libs/workflows';
import { ENGINE, STORE } from '../ports.js';

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
    @Inject(STORE) private readonly store: EventStore,
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
        : this.#state<CriticismSessionView & Pick<CriticismSessionState, 'reviews'>>(
            'criticism-session',
            `${unitId}-${year}`,
          ),
      this.sheets.ratingsOf(memberId),
      this.honours.awards({ subjectId: memberId, limit: ROWS_MAX }),
      this.oversight.transfers({ memberId, year, limit: ROWS_MAX }),
      this.months.obligations({ ownerId: memberId, limit: ROWS_MAX }),
    ]);
    const rating = ratings.find((one) => one.year === year);
    const found = await this.#shortcomings(memberId, `${unitId}-${year}`, sealed, {
      registration,
      session,
    });
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
      selfReview:
        session?.reviews[memberId] === undefined
          ? null
          : { version: session.reviews[memberId], id: `${unitId}-${year}` },
      rating:
        rating === undefined
          ? null
          : { state: rating.state, rating: rating.decided, id: `member.${memberId}-${year}` },
      awards: awards.filter((award) => concerns(award, year)).map(shortAward),
      transfers: transfers.map(({ transferId, state }) => ({ id: transferId, state })),
    };
  }

  /** Of the assessment and of the session, with their words where the reader may have them. */
  async #shortcomings(
    memberId: string,
    sessionId: string,
    sealed: boolean,
    of: {
      readonly registration: RegistrationState | undefined;
      readonly session: CriticismSessionView | undefined;
    },
  ) {
    const own = (of.session?.shortcomings ?? []).filter(({ subjectId }) => subjectId === memberId);
    const texts = new Map(
      (sealed ? (of.registration?.shortcomingTexts ?? []) : []).map(({ id, text }) => [id, text]),
    );
    if (sealed && own.length > 0)
      for (const { type, data, sealed: parts } of await this.store.read(`session-${sessionId}`)) {
        const words = parts?.['text']?.value as { text?: string } | undefined;
        if (type === 'ShortcomingRecorded' && words?.text !== undefined)
          texts.set((data as { id: string }).id, words.text);
      }
    return [
      ...(of.registration?.shortcomings ?? []).map((one) => ({ ...one, sessionId: null })),
      ...own.map(({ id, area, severity }) => ({ id, area, severity, sessionId })),
    ].map((one) => ({ ...one, text: texts.get(one.id) ?? null }));
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
        if (review === undefined)
          return { period, id, state: 'due', due: dueOf(year, period), late: false };
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

/** By when a period that nobody has begun is to be remarked on. */
function dueOf(year: number, period: string): string | null {
  const rules = rulePack(RULE_PACKS, { year })?.review;
  return rules === undefined
    ? null
    : addDays(periodOf(year, period.slice(5)).periodEnd, rules.graceDays);
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
