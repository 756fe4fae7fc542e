import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { Product } from '#libs/assembly';
import { TimerQueries } from '#libs/read-models';
import { CLOCK, PRODUCT } from '../ports.js';
import { CommandMetrics } from './command-metrics.js';

/** How far the timers are, measured when asked. */
@Injectable()
export class TimerMetrics {
  readonly #queries: TimerQueries;
  readonly #steps: Gauge<'outcome'>;
  readonly #late: Gauge;

  constructor(
    @Inject(PRODUCT) private readonly product: Product,
    @Inject(CLOCK) private readonly clock: () => number,
    @Inject(CommandMetrics) { registry }: CommandMetrics,
  ) {
    this.#queries = new TimerQueries(product.views.db);
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
    const now = this.clock();
    const { fired, moot, parked } = await this.product.standing.timers();
    const { count, since } = await this.#queries.waiting(new Date(now).toISOString());
    const steps = { fired, moot, parked: parked.length, waiting: count };
    for (const [outcome, value] of Object.entries(steps)) this.#steps.set({ outcome }, value);
    this.#late.set(since === null ? 0 : (now - Date.parse(since)) / 1000);
  }
}
