import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.decorators.js';
import { CommandMetrics } from './command-metrics.js';
import { ProjectionMetrics } from './projection-metrics.js';
import { TimerMetrics } from './timer-metrics.js';

@ApiTags('metrics')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(CommandMetrics) private readonly metrics: CommandMetrics,
    @Inject(ProjectionMetrics) private readonly projections: ProjectionMetrics,
    @Inject(TimerMetrics) private readonly timers: TimerMetrics,
  ) {}

  /** Prometheus text format. */
  @Public()
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(): Promise<string> {
    await this.projections.collect();
    await this.timers.collect();
    return this.metrics.registry.metrics();
  }
}
