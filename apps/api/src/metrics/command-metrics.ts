import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What Prometheus reads. Labels are names of workflows and commands, never ids. */
@Injectable()
export class CommandMetrics {
  readonly registry = new Registry();
  readonly #commands = new Counter({
    name: 'guong_commands_total',
    help: 'Commands by outcome',
    labelNames: ['workflow', 'command', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: 'guong_command_seconds',
    help: 'Time from the parsed request to the durable outcome',
    labelNames: ['workflow', 'command'] as const,
    buckets: BUCKETS_SECONDS,
    registers: [this.registry],
  });
  readonly #requests = new Counter({
    name: 'guong_http_requests_total',
    help: 'HTTP requests by class of status',
    labelNames: ['status'] as const,
    registers: [this.registry],
  });

  constructor() {
    // Event loop lag, memory, garbage collection.
    collectDefaultMetrics({ register: this.registry });
  }

  observe(workflow: string, command: string, outcome: string, elapsedMs: number): void {
    this.#commands.inc({ workflow, command, outcome });
    this.#seconds.observe({ workflow, command }, elapsedMs / 1000);
  }

  request(status: number): void {
    this.#requests.inc({ status: `${Math.floor(status / 100)}xx` });
  }
}
