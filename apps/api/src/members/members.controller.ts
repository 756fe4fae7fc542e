import { Controller, Get, Inject, Param, Query as QueryParams } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { reason } from '#libs/kernel';
import { Access, Admitted, type Admission } from '../access/access.decorators.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { EventsRequest, HistoryRequest } from '../views/view.requests.js';
import { ListReadings } from './access-log.query.js';
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
    @Admitted() { reading, period }: Admission,
  ) {
    const { asOf, known, page = '1' } = validBody(HistoryRequest, query);
    return this.queries.execute(
      new ReplayMember(
        id,
        moment(earlier(asOf, period?.until), 'asOf'),
        moment(known, 'known'),
        Number(page),
        reading,
        period?.from,
      ),
    );
  }

  /** Who read the record in the course of inspections, from the day set by the rules. */
  @Access('members.accessLog')
  @Get(':id/access-log')
  accessLog(@Param('id') id: string, @QueryParams() query: unknown) {
    const { page = '1' } = validBody(EventsRequest, query);
    return this.queries.execute(new ListReadings(id, Number(page)));
  }
}

/** Under a warrant nothing is shown of the time after its period. */
const earlier = (asked: string | undefined, until: string | undefined): string | undefined => {
  if (asked === undefined || until === undefined) return asked ?? until;
  return asked.slice(0, 10) < until ? asked : until;
};

/** A date such as 2019-02-31 has the right shape and is none. */
function moment(given: string | undefined, path: string): Moment | undefined {
  if (given !== undefined && Number.isNaN(Date.parse(given)))
    throw new Problem('INVALID_INPUT', {
      reasons: [reason('FIELD_INVALID', { constraint: 'isISO8601' }, path)],
    });
  return momentOf(given);
}
