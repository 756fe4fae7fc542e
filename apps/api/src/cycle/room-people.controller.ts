import { Controller, Get, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access.decorators.js';
import { Problem } from '../http/problem.js';
import { ListRoomPeople } from './room-people.query.js';

/** Who sits together in the room of a record. */
@ApiTags('cycle')
@ApiBearerAuth()
@Controller('api/v1')
export class RoomPeopleController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Of a meeting or a session: those who may be called, counted, heard, by name. */
  @Access('rooms.people')
  @Get(':workflow/:id/people')
  async people(@Param('workflow') workflow: string, @Param('id') id: string) {
    const room = await this.queries.execute(new ListRoomPeople(workflow, id));
    if (room === undefined) throw new Problem('NOT_FOUND');
    return room;
  }
}
