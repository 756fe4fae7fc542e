import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type AwardCount,
  type Figures,
  HonoursQueries,
  LevelIndicatorQueries,
  UnitTreeQueries,
} from '#libs/read-models';
import { CLOCK } from '../ports.js';
import { subtreeOf, todayOf } from '../units/units.queries.js';

/** What a unit did in a period of several years, on the map of each year. */
export interface UnitReport {
  readonly unitId: string;
  readonly from: number;
  readonly to: number;
  readonly years: readonly { readonly period: number; readonly indicators: Figures }[];
  readonly awards: readonly AwardCount[];
  readonly models: Awaited<ReturnType<HonoursQueries['models']>>;
  readonly contests: Awaited<ReturnType<HonoursQueries['contests']>>;
}

export class ShowUnitReport extends Query<UnitReport> {
  constructor(
    readonly unitId: string,
    readonly from: number,
    readonly to: number,
  ) {
    super();
  }
}

@QueryHandler(ShowUnitReport)
export class ShowUnitReportHandler implements IQueryHandler<ShowUnitReport> {
  constructor(
    @Inject(LevelIndicatorQueries) private readonly figures: LevelIndicatorQueries,
    @Inject(HonoursQueries) private readonly honours: HonoursQueries,
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, from, to }: ShowUnitReport) {
    const unitIds = await subtreeOf(this.units, unitId, todayOf(this.clock));
    const within = (on: string | null): boolean =>
      on !== null && from <= Number(on.slice(0, 4)) && Number(on.slice(0, 4)) <= to;
    const [years, awards, models, contests] = await Promise.all([
      this.figures.trend(unitId, from, to, 'then'),
      this.honours.awardCounts(unitIds, from, to),
      this.honours.models(unitIds),
      this.honours.contests(unitIds),
    ]);
    return {
      unitId,
      from,
      to,
      years,
      awards,
      models: models.filter((model) => within(model.recognisedOn)),
      contests: contests.filter(({ on }) => within(on)),
    };
  }
}
