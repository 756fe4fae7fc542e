import { Counter, Histogram, type Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Commands and requests over HTTP. Labels are names of workflows and commands, never ids. */
export class CommandMetrics {
  readonly #commands: Counter<'workflow' | 'command' | 'outcome'>;
  readonly #seconds: Histogram<'workflow' | 'command'>;
  readonly #requests: Counter<'status'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#commands = new Counter({
      name: 'guong_commands_total',
      help: 'Commands by outcome',
      labelNames: ['workflow', 'command', 'outcome'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'guong_command_seconds',
      help: 'Time from the parsed request to the durable outcome',
      labelNames: ['workflow', 'command'],
      buckets: BUCKETS_SECONDS,
      registers,
    });
    this.#requests = new Counter({
      name: 'guong_http_requests_total',
      help: 'HTTP requests by class of status',
      labelNames: ['status'],
      registers,
    });
  }

  observe(workflow: string, command: string, outcome: string, elapsedMs: number): void {
    this.#commands.inc({ workflow, command, outcome });
    this.#seconds.observe({ workflow, command }, elapsedMs / 1000);
  }

  request(status: number): void {
    this.#requests.inc({ status: `${Math.floor(status / 100)}xx` });
  }
}
