import type { ReadModelDb } from '../database.js';
import { medianLateDays } from './review-lateness.queries.js';

/** How one cell's month or quarter stands. */
export interface CoverageCell {
  /** `2013-01`, or `2013-q1` where the cell looks every quarter. */
  readonly period: string;
  /** Members whose registered deeds are to be looked at, and how many were. */
  readonly due: number;
  readonly remarked: number;
  /** Of those remarked on, recorded after the days of grace. */
  readonly late: number;
  readonly missed: number;
  /** Id of the regular meeting held in that month (the last one in a quarter); null: none. */
  readonly meetingId: string | null;
}

export interface CoverageRow {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly cadence: 'monthly' | 'quarterly';
  readonly cells: readonly CoverageCell[];
}

export interface MeetingItem {
  readonly meetingId: string;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly on: string;
  readonly startsAt: string;
  readonly kind: string;
  readonly studyRound: string | null;
  readonly theme: string | null;
  readonly state: string;
  readonly expected: number;
  readonly present: number;
  readonly minutes: number | null;
  readonly short: boolean;
  readonly level: string | null;
  readonly issues: number;
  readonly contentReviewed: boolean;
}

export interface ObligationItem {
  readonly id: string;
  readonly itemId: string;
  readonly kind: string;
  readonly stream: string;
  readonly unitId: string;
  readonly ownerId: string;
  readonly due: string;
  readonly status: string;
  readonly late: boolean;
}

export interface ReviewItem {
  readonly memberId: string;
  readonly period: string;
  readonly unitId: string;
  readonly state: string;
  readonly due: string | null;
  readonly late: boolean;
  readonly lateDays: number;
  readonly merit: string | null;
  readonly hasDirection: boolean;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const QUARTERS = ['q1', 'q2', 'q3', 'q4'];
const HELD = ['held', 'minutes_draft', 'minutes_read', 'adopted', 'scored', 'reported'];
const ENDORSED = ['endorsed', 'in_force', 'assessed', 'closed'];
const REMARKED = ['remarked', 'acknowledged', 'disputed', 'resolved'];

/** Whether a month (1 to 12) lies in a period `03` or `q1`. */
const isIn = (month: number, part: string): boolean =>
  part.startsWith('q') ? Math.ceil(month / 3) === Number(part.slice(1)) : month === Number(part);

/** Questions about what a cell does month by month. `unitIds` name the subtree. */
export class CellMonthQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** Cells × months (or quarters) of a year: who was looked at, and whether they met. */
  async coverage(unitIds: readonly string[], year: number): Promise<readonly CoverageRow[]> {
    const cells = await this.db
      .selectFrom('unit')
      .select(['id', 'name'])
      .where('level', '=', 'cell')
      .where('id', 'in', [...unitIds, ''])
      .orderBy('id')
      .execute();
    const ids = [...cells.map(({ id }) => id), ''];
    const [due, reviews, meetings, cadences] = await Promise.all([
      this.due(ids, year),
      this.reviewed(ids, year),
      this.held(ids, year),
      this.cadences(ids, year),
    ]);
    return cells.map(({ id, name }) => {
      const cadence = cadences.get(id) ?? 'quarterly';
      const parts = cadence === 'monthly' ? MONTHS : QUARTERS;
      return {
        unitId: id,
        unitName: name,
        cadence,
        cells: parts.map((part) => {
          const period = `${year}-${part}`;
          const found = reviews.get(`${id} ${period}`);
          const met = meetings.filter((one) => one.unitId === id && isIn(one.month, part));
          return {
            period,
            due: due.get(id) ?? 0,
            remarked: found?.remarked ?? 0,
            late: found?.late ?? 0,
            missed: found?.missed ?? 0,
            meetingId: met.at(-1)?.meetingId ?? null,
          };
        }),
      };
    });
  }

  /** How late remarks of a year were recorded, as a median of days; null: none was. */
  medianLateDays(unitIds: readonly string[], year: number): Promise<number | null> {
    return medianLateDays(this.db, unitIds, year, REMARKED);
  }

  /** Meetings of units in a year, oldest first. */
  async meetings(unitIds: readonly string[], year: number): Promise<readonly MeetingItem[]> {
    const rows = await this.db
      .selectFrom('meeting_line')
      .leftJoin('unit', 'unit.id', 'meeting_line.unit_id')
      .selectAll('meeting_line')
      .select('unit.name as unitName')
      .where('meeting_line.unit_id', 'in', [...unitIds, ''])
      .where('meeting_line.year', '=', year)
      .orderBy('on_date')
      .orderBy('meeting_id')
      .execute();
    return rows.map((row) => ({
      meetingId: row.meeting_id,
      unitId: row.unit_id,
      unitName: row.unitName,
      on: row.on_date,
      startsAt: row.starts_at,
      kind: row.kind,
      studyRound: row.study_round,
      theme: row.theme,
      state: row.state,
      expected: row.expected,
      present: row.present,
      minutes: row.minutes,
      short: row.short === 1,
      level: row.level,
      issues: row.issues,
      contentReviewed: row.content_reviewed === 1,
    }));
  }

  /** A member's reviews of a year, in order of period. */
  reviewsOf(memberId: string, year: number): Promise<readonly ReviewItem[]> {
    return this.reviews((query) => query.where('member_id', '=', memberId), year);
  }

  /** Reviews of units' members in a year. */
  reviewsIn(unitIds: readonly string[], year: number): Promise<readonly ReviewItem[]> {
    return this.reviews((query) => query.where('unit_id', 'in', [...unitIds, '']), year);
  }

  /** What one person owes, or what is owed in units; open things first, then by due date. */
  async obligations(of: {
    readonly ownerId?: string;
    readonly unitIds?: readonly string[];
    readonly openOnly?: boolean;
    readonly limit: number;
  }): Promise<readonly ObligationItem[]> {
    let query = this.db.selectFrom('obligation_line').selectAll();
    if (of.ownerId !== undefined) query = query.where('owner_id', '=', of.ownerId);
    if (of.unitIds !== undefined) query = query.where('unit_id', 'in', [...of.unitIds, '']);
    if (of.openOnly === true) query = query.where('status', '!=', 'done');
    const rows = await query
      .orderBy((eb) => eb.case().when('status', '=', 'done').then(eb.lit(1)).else(eb.lit(0)).end())
      .orderBy('due')
      .orderBy('id')
      .limit(of.limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      itemId: row.item_id,
      kind: row.kind,
      stream: row.stream,
      unitId: row.unit_id,
      ownerId: row.owner_id,
      due: row.due,
      status: row.status,
      late: row.late === 1,
    }));
  }

  private async reviews(
    narrowed: (query: ReturnType<typeof this.reviewLines>) => ReturnType<typeof this.reviewLines>,
    year: number,
  ): Promise<readonly ReviewItem[]> {
    const rows = await narrowed(this.reviewLines())
      .where('year', '=', year)
      .orderBy('period_end')
      .orderBy('member_id')
      .execute();
    return rows.map((row) => ({
      memberId: row.member_id,
      period: row.period,
      unitId: row.unit_id,
      state: row.state,
      due: row.due,
      late: row.late === 1,
      lateDays: row.late_days,
      merit: row.merit,
      hasDirection: row.has_direction === 1,
    }));
  }

  private reviewLines() {
    return this.db.selectFrom('review_line').selectAll();
  }

  private async due(ids: readonly string[], year: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db
      .selectFrom('registration')
      .select(['unit_id', ({ fn }) => fn.countAll<number>().as('count')])
      .where('unit_id', 'in', ids)
      .where('year', '=', year)
      .where('state', 'in', ENDORSED)
      .groupBy('unit_id')
      .execute();
    return new Map(rows.map(({ unit_id, count }) => [unit_id!, count]));
  }

  private async reviewed(
    ids: readonly string[],
    year: number,
  ): Promise<ReadonlyMap<string, { remarked: number; late: number; missed: number }>> {
    const rows = await this.db
      .selectFrom('review_line')
      .select(({ fn, eb }) => [
        'unit_id',
        'period',
        fn
          .sum<number>(
            eb.case().when('state', 'in', REMARKED).then(eb.lit(1)).else(eb.lit(0)).end(),
          )
          .as('remarked'),
        fn.sum<number>('late').as('late'),
        fn
          .sum<number>(eb.case().when('state', '=', 'missed').then(eb.lit(1)).else(eb.lit(0)).end())
          .as('missed'),
      ])
      .where('unit_id', 'in', ids)
      .where('year', '=', year)
      .groupBy(['unit_id', 'period'])
      .execute();
    return new Map(rows.map(({ unit_id, period, ...sums }) => [`${unit_id} ${period}`, sums]));
  }

  private async held(
    ids: readonly string[],
    year: number,
  ): Promise<readonly { unitId: string; month: number; meetingId: string }[]> {
    return this.db
      .selectFrom('meeting_line')
      .select(['unit_id as unitId', 'month', 'meeting_id as meetingId'])
      .where('unit_id', 'in', ids)
      .where('year', '=', year)
      .where('kind', 'in', ['regular', 'combined'])
      .where('state', 'in', HELD)
      .orderBy('on_date')
      .orderBy('meeting_id')
      .execute();
  }

  private async cadences(
    ids: readonly string[],
    year: number,
  ): Promise<ReadonlyMap<string, 'monthly' | 'quarterly'>> {
    const rows = await this.db
      .selectFrom('cycle_cadence')
      .selectAll()
      .where('unit_id', 'in', ids)
      .where('from_year', '<=', year)
      .orderBy('from_year')
      .execute();
    return new Map(
      rows.map(({ unit_id, cadence }) => [
        unit_id,
        cadence === 'monthly' ? 'monthly' : 'quarterly',
      ]),
    );
  }
}
