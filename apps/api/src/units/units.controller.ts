import { Controller, Get, Inject, Param, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { ProjectionRunner } from '#libs/projections';
import { type Indicator, INDICATORS } from '#libs/read-models';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { ACCESS } from '../access/access-table.js';
import { mayReach } from '../access/scopes.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { CLOCK, PROJECTIONS } from '../ports.js';
import { mapOf, pagingOf } from '../views/paging.js';
import * as requests from '../views/view.requests.js';
import { ListEventsBehind } from './behind-figure.query.js';
import * as queries from './units.queries.js';

/** Longest trend answered at once. */
const YEARS_MAX = 60;
const VIEW = 'level_indicators';

/** Units, their figures and their people. */
@ApiTags('units')
@ApiBearerAuth()
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(PROJECTIONS) private readonly projections: ProjectionRunner,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  /** All units, or those open on a day. */
  @Access('units.list')
  @Get()
  list(@QueryParams() query: unknown) {
    const { on } = validBody(requests.UnitsRequest, query);
    return this.queries.execute(new queries.ListUnits(on));
  }

  /** One unit with its surroundings; who holds its offices by name only for those who may know. */
  @Access('units.one')
  @Get(':id')
  async one(@Param('id') id: string, @Admitted() { scope, place, reading }: Admission) {
    const unit = await this.queries.execute(new queries.ShowUnit(id));
    if (unit === undefined) throw new Problem('NOT_FOUND');
    const isNamed = reading.names !== 'none' || scope.homeUnitId === id;
    const { officers, memberCount, children, ...rest } = unit;
    return {
      ...rest,
      children: children.map(({ id: childId, name, level }) => ({ id: childId, name, level })),
      officers: isNamed ? officers : officers.map((officer) => ({ ...officer, name: null })),
      memberCount: mayReach(ACCESS['units.indicators'], scope, place) ? memberCount : null,
      may: {
        listMembers: mayReach(ACCESS['units.members'], scope, place),
        listRegistrations: mayReach(ACCESS['units.registrations'], scope, place),
      },
    };
  }

  /** The indicators of a year, each with numerator and denominator. */
  @Access('units.indicators')
  @Get(':id/indicators')
  async indicators(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { period, map = 'then' } = validBody(requests.PeriodRequest, query);
    const year = Number(period);
    const [figures] = await this.queries.execute(
      new queries.UnitFigures(unitId, year, year, this.#map(map)),
    );
    return { unitId, period: year, map, position: await this.#position(), ...noPeriod(figures!) };
  }

  /** The indicators year by year. */
  @Access('units.trend')
  @Get(':id/trend')
  async trend(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { from, to, map } = validBody(requests.TrendRequest, query);
    const first = Math.max(Number(from), Number(to) - YEARS_MAX + 1);
    const periods = await this.queries.execute(
      new queries.UnitFigures(unitId, first, Number(to), this.#map(map)),
    );
    return { unitId, periods };
  }

  /** The units directly below, each with its indicators. */
  @Access('units.children')
  @Get(':id/children/indicators')
  async children(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const { period, map = 'then' } = validBody(requests.PeriodRequest, query);
    const year = Number(period);
    const children = await this.queries.execute(
      new queries.ChildrenFigures(unitId, year, this.#map(map)),
    );
    return { unitId, period: year, map, children };
  }

  /** The events that a figure counts. */
  @Access('units.events')
  @Get(':id/indicators/:indicator/events')
  events(
    @Param('id') unitId: string,
    @Param('indicator') indicator: string,
    @QueryParams() query: unknown,
    @Admitted() { reading }: Admission,
  ) {
    const { period, side, page } = validBody(requests.BehindRequest, query);
    if (!Object.hasOwn(INDICATORS, indicator)) throw new Problem('NOT_FOUND');
    return this.queries.execute(
      new ListEventsBehind(unitId, indicator as Indicator, side, Number(period), page, reading),
    );
  }

  /** Registrations of the unit and all below it. */
  @Access('units.registrations')
  @Get(':id/registrations')
  registrations(
    @Param('id') unitId: string,
    @QueryParams() query: unknown,
    @Admitted() { reading }: Admission,
  ) {
    const request = validBody(requests.RegistrationsRequest, query);
    return this.queries.execute(
      new queries.ListRegistrations(
        unitId,
        Number(request.period),
        request.state,
        pagingOf(request),
        reading,
      ),
    );
  }

  /** Members of the unit and all below it. */
  @Access('units.members')
  @Get(':id/members')
  members(@Param('id') unitId: string, @QueryParams() query: unknown) {
    const request = validBody(requests.MembersRequest, query);
    return this.queries.execute(new queries.ListMembers(unitId, request.q, pagingOf(request)));
  }

  #map(map: string | undefined) {
    return mapOf(map, queries.todayOf(this.clock));
  }

  /** How far the figures have got. */
  async #position(): Promise<string> {
    const { lines } = await this.projections.status();
    return lines.find(({ name, role }) => name === VIEW && role === 'serving')?.position ?? '';
  }
}

const noPeriod = ({ indicators }: queries.YearFigures) => ({ indicators });
