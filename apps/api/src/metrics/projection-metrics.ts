import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { LineState, ProjectionStanding } from '#libs/projections';
import { PROJECTIONS } from '../ports.js';
import { CommandMetrics } from './command-metrics.js';

const STATES: readonly LineState[] = ['catchingUp', 'live', 'parked', 'ahead', 'frozen'];

/** Where each projection stands, measured when asked. */
@Injectable()
export class ProjectionMetrics {
  readonly #lag: Gauge<'projection'>;
  readonly #state: Gauge<'projection' | 'state'>;

  constructor(
    @Inject(PROJECTIONS) private readonly projections: ProjectionStanding,
    @Inject(CommandMetrics) { registry }: CommandMetrics,
  ) {
    this.#lag = new Gauge({
      name: 'guong_projection_behind',
      help: '1 while a projection has not yet applied the last event of the log, else 0',
      labelNames: ['projection'],
      registers: [registry],
    });
    this.#state = new Gauge({
      name: 'guong_projection_state',
      help: '1 for the state a projection is in',
      labelNames: ['projection', 'state'],
      registers: [registry],
    });
  }

  async collect(): Promise<void> {
    const { head, lines } = await this.projections.status();
    this.#lag.reset();
    this.#state.reset();
    for (const { name, role, position, state } of lines) {
      if (role !== 'serving') continue;
      this.#lag.set({ projection: name }, position < head ? 1 : 0);
      for (const each of STATES)
        this.#state.set({ projection: name, state: each }, each === state ? 1 : 0);
    }
  }
}
