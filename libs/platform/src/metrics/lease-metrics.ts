import { Gauge, type Registry } from 'prom-client';
import type { Measured } from './metrics-page.js';

/** Who works at an item now; no owner: nobody does. */
export interface LeaseOwner {
  readonly item: string;
  /** Name of a worker: a process, not a person. */
  readonly owner: string | undefined;
}

/** Who has taken on what, where several processes share the work; measured when asked. */
export class LeaseMetrics implements Measured {
  readonly part = 'leases';
  readonly #owner: Gauge<'item' | 'owner'>;
  readonly #free: Gauge<'item'>;

  constructor(
    registry: Registry,
    private readonly leases: () => Promise<readonly LeaseOwner[]>,
  ) {
    this.#owner = new Gauge({
      name: 'guong_lease_owner',
      help: '1 for the worker that holds an item',
      labelNames: ['item', 'owner'],
      registers: [registry],
    });
    this.#free = new Gauge({
      name: 'guong_lease_free',
      help: '1 for an item that nobody holds, else 0',
      labelNames: ['item'],
      registers: [registry],
    });
  }

  async collect(): Promise<void> {
    const leases = await this.leases();
    this.reset();
    for (const { item, owner } of leases) {
      this.#free.set({ item }, owner === undefined ? 1 : 0);
      if (owner !== undefined) this.#owner.set({ item, owner }, 1);
    }
  }

  reset(): void {
    this.#owner.reset();
    this.#free.reset();
  }
}
