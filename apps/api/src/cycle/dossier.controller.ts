import { Controller, Get, Inject, Param, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access.decorators.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { YearRequest } from './cycle.requests.js';
import { ShowDossier } from './dossier.query.js';
import { ShowEvidence } from './evidence.query.js';

/** What stands behind a decision, event by event. */
@ApiTags('cycle')
@ApiBearerAuth()
@Controller('api/v1')
export class DossierController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Of an award: merits and final ratings with their events, and which conditions are met. */
  @Access('awards.dossier')
  @Get(':workflow/:id/dossier')
  async dossier(@Param('workflow') workflow: string, @Param('id') awardId: string) {
    if (workflow !== 'commendation') throw new Problem('NOT_FOUND');
    const dossier = await this.queries.execute(new ShowDossier(awardId));
    if (dossier === undefined) throw new Problem('NOT_FOUND');
    return dossier;
  }

  /** Of a finding: the events that prove it, with their ids. */
  @Access('units.findings')
  @Get('units/:id/findings/:finding')
  async evidence(
    @Param('id') unitId: string,
    @Param('finding') findingId: string,
    @QueryParams() query: unknown,
  ) {
    const { year } = validBody(YearRequest, query);
    const evidence = await this.queries.execute(new ShowEvidence(unitId, Number(year), findingId));
    if (evidence === undefined) throw new Problem('NOT_FOUND');
    return evidence;
  }
}
