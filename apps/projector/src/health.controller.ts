import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { WorkerHealth } from './worker.health.js';

@Controller('health')
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly checks: HealthCheckService,
    @Inject(WorkerHealth) private readonly worker: WorkerHealth,
  ) {}

  /** The process runs. */
  @Get('live')
  @HealthCheck()
  live() {
    return this.checks.check([]);
  }

  /** Log and database answer, nothing held has stopped, and no work lies idle beside it. */
  @Get('ready')
  @HealthCheck()
  async ready() {
    // One look for all three, so that they speak of the same moment.
    const status = await this.worker.status();
    return this.checks.check([
      () => this.worker.reached(status),
      () => this.worker.items(status),
      () => this.worker.share(status),
    ]);
  }
}
