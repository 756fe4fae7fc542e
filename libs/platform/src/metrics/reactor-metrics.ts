import { Gauge, type Registry } from 'prom-client';
import type { ReactorStatus } from '#libs/engine';
import type { Measured } from './metrics-page.js';

const STATES = ['running', 'waiting', 'stopped', 'parked', 'failed'] as const;

/** How each reactor is, wherever it runs, measured when asked. */
export class ReactorMetrics implements Measured {
  readonly part = 'reactors';
  readonly #state: Gauge<'reactor' | 'state'>;

  constructor(
    registry: Registry,
    private readonly reactors: () => Promise<readonly ReactorStatus[]>,
  ) {
    this.#state = new Gauge({
      name: 'guong_reactor_state',
      help: '1 for the state a reactor is in; waiting: the store does not answer, it goes on by itself',
      labelNames: ['reactor', 'state'],
      registers: [registry],
    });
  }

  async collect(): Promise<void> {
    const reactors = await this.reactors();
    this.reset();
    for (const { name: reactor, kind, failure } of reactors) {
      const now = kind === 'running' && failure !== undefined ? 'waiting' : kind;
      for (const state of STATES) this.#state.set({ reactor, state }, state === now ? 1 : 0);
    }
  }

  reset(): void {
    this.#state.reset();
  }
}
