import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  CellMonthQueries,
  HonoursQueries,
  OversightQueries,
  UnitTreeQueries,
  YearSheetQueries,
} from '#libs/read-models';
import { CLOCK } from '../ports.js';
import { subtreeOf, todayOf } from '../units/units.queries.js';

/** Rows of one list at most; a subtree has more only for a province, which reads its figures. */
const ROWS_MAX = 2_000;

export type UnitListName =
  | 'coverage'
  | 'meetings'
  | 'sessions'
  | 'reviews'
  | 'obligations'
  | 'awards'
  | 'published'
  | 'models'
  | 'contests'
  | 'pacts'
  | 'transfers'
  | 'inspections';

/** A list of what a unit and all below it did in a year. */
export class ListOfUnit extends Query<readonly object[]> {
  constructor(
    readonly list: UnitListName,
    readonly unitId: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(ListOfUnit)
export class ListOfUnitHandler implements IQueryHandler<ListOfUnit> {
  constructor(
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CellMonthQueries) private readonly months: CellMonthQueries,
    @Inject(YearSheetQueries) private readonly sheets: YearSheetQueries,
    @Inject(HonoursQueries) private readonly honours: HonoursQueries,
    @Inject(OversightQueries) private readonly oversight: OversightQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ list, unitId, year }: ListOfUnit) {
    const unitIds = await subtreeOf(this.units, unitId, todayOf(this.clock));
    const limit = ROWS_MAX;
    switch (list) {
      case 'coverage':
        return this.months.coverage(unitIds, year);
      case 'meetings':
        return this.months.meetings(unitIds, year);
      case 'reviews':
        return this.months.reviewsIn(unitIds, year);
      case 'obligations':
        return this.months.obligations({ unitIds, openOnly: true, limit });
      case 'sessions':
        return this.sheets.sessions(unitIds, year);
      case 'awards':
        return this.honours.awards({ unitIds, from: year, to: year, limit });
      case 'published':
        return this.honours.awards({ unitIds, from: year, to: year, published: true, limit });
      case 'models':
        return this.honours.models(unitIds);
      case 'contests':
        return this.honours.contests(unitIds);
      case 'pacts':
        return this.honours.pacts(unitIds, year);
      case 'transfers':
        return this.oversight.transfers({ unitIds, year, limit });
      case 'inspections':
        return this.oversight.inspections({ unitIds, year, limit });
    }
  }
}

/** How late remarks of a year were recorded in a unit and below; null: none was. */
export class MedianLateDays extends Query<number | null> {
  constructor(
    readonly unitId: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(MedianLateDays)
export class MedianLateDaysHandler implements IQueryHandler<MedianLateDays> {
  constructor(
    @Inject(UnitTreeQueries) private readonly units: UnitTreeQueries,
    @Inject(CellMonthQueries) private readonly months: CellMonthQueries,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  async execute({ unitId, year }: MedianLateDays) {
    const unitIds = await subtreeOf(this.units, unitId, todayOf(this.clock));
    return this.months.medianLateDays(unitIds, year);
  }
}
