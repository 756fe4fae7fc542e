import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type FindingItem, FindingQueries, UnitTreeQueries } from '#libs/read-models';
import { CLOCK } from '../ports.js';
import { subtreeOf, todayOf } from '../units/units.queries.js';

/** Findings listed at once. */
const ROWS_MAX = 500;

export interface UnitFindings {
  readonly unitId: string;
  readonly year: number;
  readonly rules: Awaited<ReturnType<FindingQueries['counts']>>;
  readonly items: readonly FindingItem[];
}

/** What rules and inspections found in a unit and all below it in a year. */
export class ListFindings extends Query<UnitFindings> {
  constructor(
    readonly unitId: string,
    readonly year: number,
    readonly rule: string | undefined,
    readonly openOnly: boolean,
  ) {
    super();
  }
}

@QueryHandler(ListFindings)
export class ListFindingsHandler implements IQueryHandler<ListFindings> {
  constructor(
    @Inject(FindingQueries) private readonly findings: FindingQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, year, rule, openOnly }: ListFindings) {
    const today = todayOf(this.clock);
    const unitIds = await subtreeOf(this.units, unitId, today);
    const filter = { unitIds, year, today, rule, openOnly, limit: ROWS_MAX };
    const [rules, items] = await Promise.all([
      this.findings.counts(filter),
      this.findings.findings(filter),
    ]);
    return { unitId, year, rules, items };
  }
}
