import { Gauge, type Registry } from 'prom-client';
import type { TimerStatus } from '#libs/engine';
import type { Measured } from './metrics-page.js';

export interface TimerMetricsOptions {
  readonly status: () => Promise<TimerStatus>;
  /** How many steps are due at a moment (ISO 8601), and since when the first is; `TimerQueries`. */
  readonly waiting: (
    now: string,
  ) => Promise<{ readonly count: number; readonly since: string | null }>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** How far the timers are, measured when asked. */
export class TimerMetrics implements Measured {
  readonly part = 'timers';
  readonly #steps: Gauge<'outcome'>;
  readonly #late: Gauge;

  constructor(
    registry: Registry,
    private readonly options: TimerMetricsOptions,
  ) {
    this.#steps = new Gauge({
      name: 'guong_timer_steps',
      help: 'Steps of clocks: fired or moot since the start, parked or due but not yet fired now',
      labelNames: ['outcome'],
      registers: [registry],
    });
    this.#late = new Gauge({
      name: 'guong_timer_late_seconds',
      help: 'How long the first step that is due has been waiting; 0 when none is',
      registers: [registry],
    });
  }

  async collect(): Promise<void> {
    const { status, waiting, clock } = this.options;
    const now = clock();
    const { fired, moot, parked } = await status();
    const { count, since } = await waiting(new Date(now).toISOString());
    const steps = { fired, moot, parked: parked.length, waiting: count };
    for (const [outcome, value] of Object.entries(steps)) this.#steps.set({ outcome }, value);
    this.#late.set(since === null ? 0 : (now - Date.parse(since)) / 1000);
  }

  reset(): void {
    this.#steps.reset();
    this.#late.reset();
  }
}
