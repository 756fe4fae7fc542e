import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { Public } from '../access/access.decorators.js';
import { ProjectionHealth } from './projection.health.js';

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(ProjectionHealth) private readonly indicators: ProjectionHealth,
  ) {}

  /** The process runs. */
  @Get('live')
  @HealthCheck()
  live() {
    return this.health.check([]);
  }

  /** The process can serve: store, projections, reactors and timers are all at work. */
  @Get('ready')
  @HealthCheck()
  ready() {
    return this.health.check([
      () => this.indicators.store(),
      () => this.indicators.projections(),
      () => this.indicators.reactors(),
      () => this.indicators.timers(),
    ]);
  }
}
