import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Values that are measured when somebody asks. */
export interface Measured {
  /** Name for the page, when it could not be measured. */
  readonly part: string;
  collect(): Promise<void>;
  /** Forgets values that are no longer known. */
  reset(): void;
}

/** What Prometheus reads of a process. Labels are names of kinds of things, never ids. */
export class MetricsPage {
  readonly registry = new Registry();
  readonly contentType = 'text/plain; version=0.0.4; charset=utf-8';
  readonly #measured: Measured[] = [];
  readonly #unknown = new Gauge({
    name: 'guong_metrics_unknown',
    help: '1 for each part of this page that could not be measured just now',
    labelNames: ['part'] as const,
    registers: [this.registry],
  });

  constructor() {
    // Event loop lag, memory, garbage collection.
    collectDefaultMetrics({ register: this.registry });
  }

  add(...measured: readonly Measured[]): void {
    this.#measured.push(...measured);
  }

  /** Prometheus text of this moment. What cannot be measured is left out, and named. */
  async text(): Promise<string> {
    const measuring = this.#measured.map(async (each) => {
      try {
        await each.collect();
        this.#unknown.set({ part: each.part }, 0);
      } catch {
        each.reset();
        this.#unknown.set({ part: each.part }, 1);
      }
    });
    await Promise.all(measuring);
    return this.registry.metrics();
  }
}
