import type { ReadModelDb } from '../database.js';
import { type FindingItem, type Missing, MISSING_RULES } from './missing.queries.js';

export type { FindingItem };

export interface FindingFilter extends Missing {
  readonly rule?: string | undefined;
  /** Only what is not mended. */
  readonly openOnly?: boolean | undefined;
  readonly limit: number;
}

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
    const missing = await Promise.all(
      MISSING_RULES.filter(({ ruleId }) => filter.rule === undefined || filter.rule === ruleId).map(
        ({ list }) => list(this.db, filter),
      ),
    );
    return [...found, ...missing.flat()];
  }

  /** How many findings of each rule, and how many of them are mended. */
  async counts({
    unitIds,
    year,
    today,
  }: Missing): Promise<
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
    const missing = await Promise.all(
      MISSING_RULES.map(async ({ ruleId, count }) => ({
        ruleId,
        count: await count(this.db, { unitIds, year, today }),
        cleared: 0,
      })),
    );
    return [...rows, ...missing.filter(({ count }) => count > 0)];
  }
}
