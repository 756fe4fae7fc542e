import { Controller, Get, Inject, Param, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access.decorators.js';
import { validBody } from '../http/valid-body.js';
import { FindingsRequest, YearRequest, YearsRequest } from './cycle.requests.js';
import { ListFindings } from './findings.query.js';
import { ShowUnitReport } from './report.query.js';
import { ListOfUnit, MedianLateDays, type UnitListName } from './unit-lists.query.js';
import { ShowUnitYearSheet } from './year-sheet.query.js';

/** Longest report answered at once. */
const YEARS_MAX = 20;

/** What a unit and all below it did in a year. */
@ApiTags('cycle')
@ApiBearerAuth()
@Controller('api/v1/units')
export class UnitCycleController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Cells × months: whose registered deeds were looked at, and whether the cell met. */
  @Access('units.coverage')
  @Get(':id/coverage')
  async coverage(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { year } = validBody(YearRequest, query);
    const [rows, medianLateDays] = await Promise.all([
      this.queries.execute(new ListOfUnit('coverage', unitId, Number(year))),
      this.queries.execute(new MedianLateDays(unitId, Number(year))),
    ]);
    return { unitId, year: Number(year), medianLateDays, rows };
  }

  /** Meetings, oldest first. */
  @Access('units.meetings')
  @Get(':id/meetings')
  meetings(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('meetings', unitId, query);
  }

  /** Criticism sessions. */
  @Access('units.sessions')
  @Get(':id/sessions')
  sessions(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('sessions', unitId, query);
  }

  /** Reviews of members by period. */
  @Access('units.reviews')
  @Get(':id/reviews')
  reviews(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('reviews', unitId, query);
  }

  /** What is owed and not yet done, by due date. */
  @Access('units.obligations')
  @Get(':id/obligations')
  obligations(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('obligations', unitId, query);
  }

  /** The year-end sheet with the cap. */
  @Access('units.yearSheet')
  @Get(':id/year-sheet')
  yearSheet(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { year } = validBody(YearRequest, query);
    return this.queries.execute(new ShowUnitYearSheet(unitId, Number(year)));
  }

  /** Awards decided that year, and those on the way. */
  @Access('units.awards')
  @Get(':id/awards')
  awards(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('awards', unitId, query);
  }

  /** Awards that were published and still count: for everybody to see. */
  @Access('units.published')
  @Get(':id/honours')
  honours(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('published', unitId, query);
  }

  @Access('units.honours')
  @Get(':id/models')
  models(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('models', unitId, query);
  }

  @Access('units.honours')
  @Get(':id/contests')
  contests(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('contests', unitId, query);
  }

  @Access('units.honours')
  @Get(':id/pacts')
  pacts(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('pacts', unitId, query);
  }

  @Access('units.transfers')
  @Get(':id/transfers')
  transfers(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('transfers', unitId, query);
  }

  @Access('units.inspections')
  @Get(':id/inspections')
  inspections(@Param('id') unitId: string, @QueryParams() query: unknown) {
    return this.#list('inspections', unitId, query);
  }

  /** Faults that rules or inspections found, each with the events that prove it. */
  @Access('units.findings')
  @Get(':id/findings')
  findings(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { year, rule, open } = validBody(FindingsRequest, query);
    return this.queries.execute(new ListFindings(unitId, Number(year), rule, open === 'true'));
  }

  /** Figures year by year, awards by level, models and contests: the report of several years. */
  @Access('units.report')
  @Get(':id/report')
  report(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { from, to } = validBody(YearsRequest, query);
    const first = Math.max(Number(from), Number(to) - YEARS_MAX + 1);
    return this.queries.execute(new ShowUnitReport(unitId, first, Number(to)));
  }

  async #list(list: UnitListName, unitId: string, query: unknown) {
    const { year } = validBody(YearRequest, query);
    const items = await this.queries.execute(new ListOfUnit(list, unitId, Number(year)));
    return { unitId, year: Number(year), items };
  }
}
