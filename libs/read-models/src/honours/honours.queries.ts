import type { ReadModelDb } from '../database.js';

export interface AwardItem {
  readonly awardId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly name: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly level: string | null;
  readonly track: string;
  readonly form: string;
  readonly occasion: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly state: string;
  readonly decisionNo: string | null;
  readonly decidedOn: string | null;
  readonly merits: number;
  readonly ratings: number;
  readonly ground: string | null;
}

/** Awards that count (decided, not revoked) by level, year of decision and kind of subject. */
export interface AwardCount {
  readonly level: string;
  readonly year: number;
  readonly subjectKind: string;
  readonly count: number;
}

/** States in which an award has been decided and still counts. */
const COUNTED = ['decided', 'published', 'presented', 'revocation_proposed', 'upheld'];
/** Those of them that everybody may know of. */
const PUBLIC = ['published', 'presented', 'revocation_proposed', 'upheld'];

/** Questions about awards, models, contests and pacts. `unitIds` name the subtree. */
export class HonoursQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** Awards decided in the years, or not yet decided; newest first. */
  async awards(of: {
    readonly unitIds?: readonly string[];
    readonly subjectId?: string;
    readonly from?: number;
    readonly to?: number;
    /** Only what was published and still counts. */
    readonly published?: boolean;
    readonly limit: number;
  }): Promise<readonly AwardItem[]> {
    let query = this.db
      .selectFrom('award_line')
      .leftJoin('unit', 'unit.id', 'award_line.unit_id')
      .leftJoin('member', 'member.member_id', 'award_line.subject_id')
      .leftJoin('unit as subject', 'subject.id', 'award_line.subject_id')
      .selectAll('award_line')
      .select([
        'unit.name as unitName',
        'member.name as memberName',
        'subject.name as subjectUnitName',
      ]);
    if (of.unitIds !== undefined)
      query = query.where('award_line.unit_id', 'in', [...of.unitIds, '']);
    if (of.subjectId !== undefined) query = query.where('subject_id', '=', of.subjectId);
    if (of.from !== undefined)
      query = query.where((eb) => eb.or([eb('year', '>=', of.from!), eb('year', '=', 0)]));
    if (of.to !== undefined) query = query.where('year', '<=', of.to);
    if (of.published === true) query = query.where('award_line.state', 'in', PUBLIC);
    const rows = await query
      .orderBy('year', 'desc')
      .orderBy('decided_on', 'desc')
      .orderBy('award_id')
      .limit(of.limit)
      .execute();
    return rows.map((row) => ({
      awardId: row.award_id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      name: row.subject_kind === 'unit' ? row.subjectUnitName : row.memberName,
      unitId: row.unit_id,
      unitName: row.unitName,
      level: row.level,
      track: row.track,
      form: row.form,
      occasion: row.occasion,
      fromYear: row.from_year,
      toYear: row.to_year,
      state: row.state,
      decisionNo: row.decision_no,
      decidedOn: row.decided_on,
      merits: row.merits,
      ratings: row.ratings,
      ground: row.ground,
    }));
  }

  async awardCounts(
    unitIds: readonly string[],
    from: number,
    to: number,
  ): Promise<readonly AwardCount[]> {
    const rows = await this.db
      .selectFrom('award_line')
      .select(({ fn }) => [
        'level',
        'year',
        'subject_kind as subjectKind',
        fn.countAll<number>().as('count'),
      ])
      .where('unit_id', 'in', [...unitIds, ''])
      .where('year', '>=', from)
      .where('year', '<=', to)
      .where('state', 'in', COUNTED)
      .groupBy(['level', 'year', 'subject_kind'])
      .orderBy('year')
      .orderBy('level')
      .orderBy('subject_kind')
      .execute();
    return rows.map((row) => ({ ...row, level: row.level ?? '' }));
  }

  async models(unitIds: readonly string[]) {
    return this.db
      .selectFrom('model_line')
      .leftJoin('unit', 'unit.id', 'model_line.unit_id')
      .select([
        'model_id as modelId',
        'unit_id as unitId',
        'unit.name as unitName',
        'kind',
        'model_line.name as name',
        'owner_id as ownerId',
        'state',
        'registered_on as registeredOn',
        'recognised_on as recognisedOn',
        'decision_no as decisionNo',
        'replications',
      ])
      .where('unit_id', 'in', [...unitIds, ''])
      .orderBy('registered_on')
      .orderBy('model_id')
      .execute();
  }

  async contests(unitIds: readonly string[]) {
    return this.db
      .selectFrom('contest_line')
      .leftJoin('unit', 'unit.id', 'contest_line.unit_id')
      .select([
        'contest_id as contestId',
        'unit_id as unitId',
        'unit.name as unitName',
        'year',
        'title',
        'theme',
        'state',
        'entries',
        'prizes',
        'decision_no as decisionNo',
        'on_date as on',
      ])
      .where('unit_id', 'in', [...unitIds, ''])
      .orderBy('on_date')
      .orderBy('contest_id')
      .execute();
  }

  async pacts(unitIds: readonly string[], year: number) {
    return this.db
      .selectFrom('pact_line')
      .leftJoin('unit', 'unit.id', 'pact_line.unit_id')
      .select([
        'unit_id as unitId',
        'unit.name as unitName',
        'year',
        'state',
        'partners',
        'criteria',
        'linked',
        'attainable',
        'total',
      ])
      .where('unit_id', 'in', [...unitIds, ''])
      .where('year', '=', year)
      .orderBy('unit_id')
      .execute();
  }
}
