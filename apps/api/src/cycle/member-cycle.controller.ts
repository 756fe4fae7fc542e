import { Controller, Get, Inject, Param, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { validBody } from '../http/valid-body.js';
import { ShowBook } from './book.query.js';
import { YearRequest } from './cycle.requests.js';
import { ShowMemberYearSheet } from './member-year-sheet.query.js';

/** A person's year. */
@ApiTags('cycle')
@ApiBearerAuth()
@Controller('api/v1/members')
export class MemberCycleController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** The book of the year: periods, remedies, meetings, rating, awards. */
  @Access('members.book')
  @Get(':id/book')
  book(@Param('id') id: string, @QueryParams() query: unknown, @Admitted() { reading }: Admission) {
    const { year } = validBody(YearRequest, query);
    return this.queries.execute(new ShowBook(id, Number(year), reading.sealed));
  }

  /** Every periodic remark on every deed, with the events, and the chain of the rating. */
  @Access('members.yearSheet')
  @Get(':id/year-sheet')
  yearSheet(@Param('id') id: string, @QueryParams() query: unknown) {
    const { year } = validBody(YearRequest, query);
    return this.queries.execute(new ShowMemberYearSheet(id, Number(year)));
  }
}
