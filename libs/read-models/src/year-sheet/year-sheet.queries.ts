import type { Selectable } from 'kysely';
import type { ReadDb, ReadModelDb } from '../database.js';

/** How full a deciding body's list is. `use` is excellent / allowed; null: nothing is allowed. */
export interface CapGauge {
  readonly percent: number | null;
  readonly denominator: string | null;
  readonly base: number | null;
  readonly allowed: number | null;
  readonly excellent: number | null;
  readonly exceptionNo: string | null;
  readonly decisionNo: string | null;
  readonly decidedOn: string | null;
  readonly use: number | null;
}

export interface RatingItem {
  readonly subjectId: string;
  readonly subjectKind: string;
  readonly name: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  readonly state: string;
  readonly selfRating: string | null;
  readonly proposed: string | null;
  readonly appraised: string | null;
  readonly decided: string | null;
  readonly score: number | null;
  readonly reviews: number | null;
  readonly reviewsDue: number | null;
  readonly unremedied: number | null;
  readonly changed: boolean;
  readonly reason: string | null;
}

export interface SessionItem {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  readonly round: number;
  readonly state: string;
  readonly on: string;
  readonly subjects: number;
  readonly present: number;
  readonly electorate: number;
  readonly criticisms: number;
  readonly days: number | null;
  readonly short: boolean;
  readonly shortcomings: number;
  readonly remedies: number;
}

type CapRow = Selectable<ReadDb['cap_line']>;

const gaugeOf = (row: CapRow | undefined): CapGauge => ({
  percent: row?.percent ?? null,
  denominator: row?.denominator ?? null,
  base: row?.base ?? null,
  allowed: row?.allowed ?? null,
  excellent: row?.excellent ?? null,
  exceptionNo: row?.exception_no ?? null,
  decisionNo: row?.decision_no ?? null,
  decidedOn: row?.decided_on ?? null,
  use: row?.allowed ? (row.excellent ?? 0) / row.allowed : null,
});

/** Questions about sessions and ratings at the end of a year. `unitIds` name the subtree. */
export class YearSheetQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** The cap of a deciding body as it was last judged. */
  async cap(unitId: string, year: number): Promise<CapGauge> {
    const row = await this.db
      .selectFrom('cap_line')
      .selectAll()
      .where('unit_id', '=', unitId)
      .where('year', '=', year)
      .executeTakeFirst();
    return gaugeOf(row);
  }

  /** Ratings that a body decides (`listUnitId`), or those of the subjects of units. */
  async ratings(
    of: { readonly listUnitId: string } | { readonly unitIds: readonly string[] },
    year: number,
  ): Promise<readonly RatingItem[]> {
    const all = this.lines().where('rating_line.year', '=', year);
    const rows = await (
      'listUnitId' in of
        ? all.where('list_id', '=', `${of.listUnitId}-${year}`)
        : all.where('rating_line.unit_id', 'in', [...of.unitIds, ''])
    )
      .orderBy('rating_line.unit_id')
      .orderBy('subject_id')
      .execute();
    return rows.map(itemOf);
  }

  /** One subject's rating of each year, oldest first. */
  async ratingsOf(subjectId: string): Promise<readonly RatingItem[]> {
    const rows = await this.lines()
      .where('subject_id', '=', subjectId)
      .orderBy('rating_line.year')
      .execute();
    return rows.map(itemOf);
  }

  async sessions(unitIds: readonly string[], year: number): Promise<readonly SessionItem[]> {
    const rows = await this.db
      .selectFrom('session_line')
      .leftJoin('unit', 'unit.id', 'session_line.unit_id')
      .selectAll('session_line')
      .select('unit.name as unitName')
      .where('unit_id', 'in', [...unitIds, ''])
      .where('year', '=', year)
      .orderBy('unit_id')
      .execute();
    return rows.map((row) => ({
      unitId: row.unit_id,
      unitName: row.unitName,
      year: row.year,
      round: row.round,
      state: row.state,
      on: row.on_date,
      subjects: row.subjects,
      present: row.present,
      electorate: row.electorate,
      criticisms: row.criticisms,
      days: row.days,
      short: row.short === 1,
      shortcomings: row.shortcomings,
      remedies: row.remedies,
    }));
  }

  private lines() {
    return this.db
      .selectFrom('rating_line')
      .leftJoin('unit', 'unit.id', 'rating_line.unit_id')
      .leftJoin('member', 'member.member_id', 'rating_line.subject_id')
      .selectAll('rating_line')
      .select(['unit.name as unitName', 'member.name as memberName']);
  }
}

const itemOf = (
  row: Selectable<ReadDb['rating_line']> & {
    readonly unitName: string | null;
    readonly memberName: string | null;
  },
): RatingItem => ({
  subjectId: row.subject_id,
  subjectKind: row.subject_kind,
  name: row.subject_kind === 'unit' ? row.unitName : row.memberName,
  unitId: row.unit_id,
  unitName: row.unitName,
  year: row.year,
  state: row.state,
  selfRating: row.self_rating,
  proposed: row.proposed,
  appraised: row.appraised,
  decided: row.decided,
  score: row.score,
  reviews: row.reviews,
  reviewsDue: row.reviews_due,
  unremedied: row.unremedied,
  changed: row.changed === 1,
  reason: row.reason,
});
