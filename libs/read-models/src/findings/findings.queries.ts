import type { ReadModelDb } from '../database.js';

export interface FindingItem {
  readonly id: string;
  readonly ruleId: string;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly year: number;
  readonly period: string | null;
  /** The events that prove it: `stream@revision`. */
  readonly events: readonly string[];
  readonly raisedOn: string;
  readonly clearedOn: string | null;
  readonly source: string;
}

export interface FindingFilter {
  readonly unitIds: readonly string[];
  readonly year: number;
  readonly rule?: string | undefined;
  /** Only what is not mended. */
  readonly openOnly?: boolean | undefined;
  readonly limit: number;
}

/** Registrations that are in force or have been. */
const ENDORSED = ['endorsed', 'in_force', 'assessed', 'closed'];
/** From this day on whoever has not registered is missing; see the rule packs' window. */
const WINDOW_END = '03-31';

/** Questions about faults that rules or inspections found. */
export class FindingQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** Findings in a subtree, by rule, unit and day. */
  async findings(filter: FindingFilter): Promise<readonly FindingItem[]> {
    let query = this.db
      .selectFrom('finding_line')
      .leftJoin('unit', 'unit.id', 'finding_line.unit_id')
      .leftJoin('member', 'member.member_id', 'finding_line.member_id')
      .selectAll('finding_line')
      .select(['unit.name as unitName', 'member.name as memberName'])
      .where('finding_line.unit_id', 'in', [...filter.unitIds, ''])
      .where('year', '=', filter.year);
    if (filter.rule !== undefined) query = query.where('rule_id', '=', filter.rule);
    if (filter.openOnly === true) query = query.where('cleared_on', 'is', null);
    const rows = await query
      .orderBy('rule_id')
      .orderBy('finding_line.unit_id')
      .orderBy('raised_on')
      .orderBy('id')
      .limit(filter.limit)
      .execute();
    const found = rows.map((row) => ({
      id: row.id,
      ruleId: row.rule_id,
      unitId: row.unit_id,
      unitName: row.unitName,
      memberId: row.member_id,
      memberName: row.memberName,
      year: row.year,
      period: row.period,
      events: row.events.split(' '),
      raisedOn: row.raised_on,
      clearedOn: row.cleared_on,
      source: row.source,
    }));
    if (filter.rule !== undefined && filter.rule !== 'REG_MISSING') return found;
    return [...found, ...(await this.missing(filter))];
  }

  /** How many findings of each rule, and how many of them are mended. */
  async counts(
    unitIds: readonly string[],
    year: number,
  ): Promise<
    readonly { readonly ruleId: string; readonly count: number; readonly cleared: number }[]
  > {
    const rows = await this.db
      .selectFrom('finding_line')
      .select(({ fn }) => [
        'rule_id as ruleId',
        fn.countAll<number>().as('count'),
        fn.count<number>('cleared_on').as('cleared'),
      ])
      .where('unit_id', 'in', [...unitIds, ''])
      .where('year', '=', year)
      .groupBy('rule_id')
      .orderBy('rule_id')
      .execute();
    const missing = await this.missingQuery(unitIds, year)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return missing.count === 0
      ? rows
      : [...rows, { ruleId: 'REG_MISSING', count: missing.count, cleared: 0 }];
  }

  /** Members who owe a registration of the year and have none that was endorsed. */
  private async missing({ unitIds, year, limit }: FindingFilter): Promise<readonly FindingItem[]> {
    const rows = await this.missingQuery(unitIds, year)
      .leftJoin('unit', 'unit.id', 'obliged_span.unit_id')
      .leftJoin('member', 'member.member_id', 'obliged_span.member_id')
      .selectAll('obliged_span')
      .select(['unit.name as unitName', 'member.name as memberName'])
      .orderBy('obliged_span.unit_id')
      .orderBy('obliged_span.member_id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: `REG_MISSING:${row.member_id}:${year}`,
      ruleId: 'REG_MISSING',
      unitId: row.unit_id,
      unitName: row.unitName,
      memberId: row.member_id,
      memberName: row.memberName,
      year,
      period: null,
      events: [row.event],
      raisedOn: `${year}-${WINDOW_END}`,
      clearedOn: null,
      source: 'rule',
    }));
  }

  private missingQuery(unitIds: readonly string[], year: number) {
    return this.db
      .selectFrom('obliged_span')
      .where('obliged_span.unit_id', 'in', [...unitIds, ''])
      .where('from_year', '<=', year)
      .where((eb) => eb.or([eb('until_year', 'is', null), eb('until_year', '>', year)]))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('registration')
              .select('registration.year')
              .whereRef('registration.member_id', '=', 'obliged_span.member_id')
              .where('registration.year', '=', year)
              .where('registration.state', 'in', ENDORSED),
          ),
        ),
      );
  }
}
