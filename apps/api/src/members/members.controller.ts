import { Controller, Get, Inject, Param, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { reason } from '#libs/kernel';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { HistoryRequest } from '../views/view.requests.js';
import { ShowMember } from './member.query.js';
import { ReplayMember } from './member-history.query.js';
import { type Moment, momentOf } from './moment.js';

/** One person's record. */
@ApiTags('members')
@ApiBearerAuth()
@Controller('api/v1/members')
export class MembersController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Name, unit, standing and offices. */
  @Access('members.one')
  @Get(':id')
  async one(@Param('id') id: string) {
    const member = await this.queries.execute(new ShowMember(id));
    if (member === undefined) throw new Problem('NOT_FOUND');
    return member;
  }

  /** The record event by event, replayed to any moment: as it was, and as it was known. */
  @Access('members.history')
  @Get(':id/history')
  history(
    @Param('id') id: string,
    @QueryParams() query: unknown,
    @Admitted() { reading }: Admission,
  ) {
    const { asOf, known, page = '1' } = validBody(HistoryRequest, query);
    return this.queries.execute(
      new ReplayMember(id, moment(asOf, 'asOf'), moment(known, 'known'), Number(page), reading),
    );
  }
}

/** A date such as 2019-02-31 has the right shape and is none. */
function moment(given: string | undefined, path: string): Moment | undefined {
  if (given !== undefined && Number.isNaN(Date.parse(given)))
    throw new Problem('INVALID_INPUT', {
      reasons: [reason('FIELD_INVALID', { constraint: 'isISO8601' }, path)],
    });
  return momentOf(given);
}
