import { type DynamicModule, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { type FailureLog, loggerOptions, MetricsPage } from '#libs/platform';
import type { Config } from './config.js';
import { HealthController } from './health.controller.js';
import type { LogAlarms } from './log-alarms.js';
import { MetricsController } from './metrics.controller.js';
import { HEALTH_CLOCK, type ObservedWorker, WORKER } from './ports.js';
import { type HealthClock, WorkerHealth } from './worker.health.js';
import { PromptStatus } from './prompt-status.js';
import { projectorMetrics } from './worker.metrics.js';

/** Whoever asks for health waits five seconds at most. */
const PATIENCE_MS = 2_500;

export interface Observed {
  readonly config: Pick<Config, 'production' | 'logLevel' | 'leaseMs'>;
  readonly worker: ObservedWorker;
  // Both get a place to write to once there is one.
  readonly failures: FailureLog;
  readonly alarms: LogAlarms;
}

/** How a projector is seen from outside: health and metrics, and nothing that changes anything. */
@Module({})
export class ProjectorModule {
  static of({ config, alarms, worker: asked }: Observed): DynamicModule {
    const worker = new PromptStatus(asked, PATIENCE_MS);
    const clock: HealthClock = {
      elapsedMs: () => performance.now(),
      leaseMs: config.leaseMs,
    };
    return {
      module: ProjectorModule,
      imports: [
        LoggerModule.forRoot(
          loggerOptions({ level: config.logLevel, production: config.production }),
        ),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: WORKER, useValue: worker },
        { provide: MetricsPage, useValue: projectorMetrics(worker, alarms) },
        { provide: HEALTH_CLOCK, useValue: clock },
        WorkerHealth,
      ],
    };
  }
}
