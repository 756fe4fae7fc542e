import type { Fault } from '../eventstoredb-double/fault-desk.js';

/** The second door of the double in its own process: what a test does to the log. */
export class ControlDoor {
  constructor(private readonly url: string) {}

  raise(fault: Fault): Promise<unknown> {
    return this.#order('POST', '/faults', fault);
  }

  clearFaults(): Promise<unknown> {
    return this.#order('DELETE', '/faults');
  }

  async faultsInForce(): Promise<number> {
    return ((await this.#order('GET', '/faults')) as readonly unknown[]).length;
  }

  /** Refuses everybody until `start`; port and log stay. */
  stop(): Promise<unknown> {
    return this.#order('POST', '/stop');
  }

  start(): Promise<unknown> {
    return this.#order('POST', '/start');
  }

  restart(): Promise<unknown> {
    return this.#order('POST', '/restart');
  }

  async #order(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }
}
