import type { HeldItem, Worker, WorkerStatus } from '#libs/assembly';

export const held = (item: string, state = 'live', token = 1): HeldItem => ({
  item,
  token,
  since: '2026-03-02T01:00:00.000Z',
  state,
});

/** A worker that says what a test wants it to say, and remembers what was asked of it. */
export class FakeWorker implements Worker {
  readonly calls: string[] = [];
  #status: WorkerStatus = { owner: 'worker-1', items: [], waiting: [], failures: [] };

  constructor(private readonly options: { readonly startFails?: Error } = {}) {}

  /** From now on it says this, and what it said before of the rest. */
  says(changes: Partial<WorkerStatus>): void {
    this.#status = { ...this.#status, ...changes };
  }

  start(): Promise<void> {
    this.calls.push('start');
    const { startFails } = this.options;
    return startFails === undefined ? Promise.resolve() : Promise.reject(startFails);
  }

  status(): Promise<WorkerStatus> {
    return Promise.resolve(this.#status);
  }

  close(): Promise<void> {
    this.calls.push('close');
    return Promise.resolve();
  }
}
