import type { WorkerStatus } from '#libs/assembly';
import type { ObservedWorker } from './ports.js';

/** Said when the worker does not say how it is in time: it waits for log or database. */
export const STATUS_LATE = 'STATUS_LATE';

const UNKNOWN: WorkerStatus = { owner: '', items: [], waiting: [], failures: [] };

/**
 * A worker that always answers in time: whoever asks for health must not wait for a log that does
 * not answer. Late, it says what was known last, and that it is late.
 */
export class PromptStatus implements ObservedWorker {
  #known = UNKNOWN;
  #asked: Promise<WorkerStatus> | undefined;

  constructor(
    private readonly worker: ObservedWorker,
    private readonly patienceMs: number,
  ) {}

  async status(): Promise<WorkerStatus> {
    // One question at a time: those who come meanwhile wait for the same answer.
    const asked = (this.#asked ??= this.#ask());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.patienceMs);
    });
    try {
      const status = await Promise.race([asked, late]);
      return status ?? { ...this.#known, failures: [...this.#known.failures, STATUS_LATE] };
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask(): Promise<WorkerStatus> {
    try {
      return (this.#known = await this.worker.status());
    } finally {
      this.#asked = undefined;
    }
  }
}
