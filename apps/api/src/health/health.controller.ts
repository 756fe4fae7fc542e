import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { Public } from '../access/access.decorators.js';
import { ProductHealth } from './product.health.js';

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(ProductHealth) private readonly indicators: ProductHealth,
  ) {}

  /** The process runs. */
  @Get('live')
  @HealthCheck()
  live() {
    return this.health.check([]);
  }

  /**
   * This process can answer: it is not on its way out, and reaches log and accounts. What a proxy
   * asks: work that stands still elsewhere is no reason to send people nowhere.
   */
  @Get('serving')
  @HealthCheck()
  serving() {
    return this.health.check([
      () => this.indicators.process(),
      () => this.indicators.store(),
      () => this.indicators.keys(),
    ]);
  }

  /** The product is whole: store, accounts, projections, reactors and timers are all at work. */
  @Get('ready')
  @HealthCheck()
  ready() {
    return this.health.check([
      () => this.indicators.process(),
      () => this.indicators.store(),
      () => this.indicators.keys(),
      () => this.indicators.projections(),
      () => this.indicators.reactors(),
      () => this.indicators.timers(),
    ]);
  }
}
