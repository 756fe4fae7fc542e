import { Controller, Inject, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Access } from '../access/access.decorators.js';
import { LiveService } from './live.service.js';

@ApiTags('live')
@ApiBearerAuth()
@Controller('api/v1/live')
export class LiveController {
  constructor(@Inject(LiveService) private readonly live: LiveService) {}

  /** Server-sent events: `position` {position, units, at} whenever figures have changed. */
  @Access('live')
  @Sse()
  stream(@Req() request: FastifyRequest): Observable<MessageEvent> {
    const { socket } = request.raw;
    return this.live.stream(() => socket.writableNeedDrain);
  }
}
