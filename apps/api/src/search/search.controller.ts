import { Controller, Get, Inject, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { validBody } from '../http/valid-body.js';
import { SearchRequest } from '../views/view.requests.js';
import { Search } from './search.query.js';

@ApiTags('search')
@ApiBearerAuth()
@Controller('api/v1/search')
export class SearchController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Units and members by a part of their name; diacritics do not matter. */
  @Access('search')
  @Get()
  async search(@QueryParams() query: unknown, @Admitted() { scope }: Admission) {
    const { q } = validBody(SearchRequest, query);
    return { items: await this.queries.execute(new Search(q, scope)) };
  }
}
