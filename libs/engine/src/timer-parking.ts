import type { TimerStep } from './timer-table.port.js';

/** A step that could not be fired, and why. */
export interface ParkedTimer {
  readonly stream: string;
  readonly workflow: string;
  readonly clock: string;
  readonly due: string;
  readonly step: number;
  readonly codes: readonly string[];
  readonly attempts: number;
}

interface Entry {
  readonly timer: ParkedTimer;
  /** On the clock that measures durations, ms. */
  readonly again: number;
}

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Steps that failed: kept out of the way, tried again ever more rarely. Lives in memory. */
export class ParkedTimers {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly elapsedMs: () => number) {}

  list(): readonly ParkedTimer[] {
    return [...this.#entries.values()].map(({ timer }) => timer);
  }

  mayTry(key: string): boolean {
    const entry = this.#entries.get(key);
    return entry === undefined || entry.again <= this.elapsedMs();
  }

  park(key: string, step: TimerStep, codes: readonly string[]): void {
    const attempts = (this.#entries.get(key)?.timer.attempts ?? 0) + 1;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
    const { stream, workflow, clock, due } = step;
    const timer = { stream, workflow, clock, due, step: step.step, codes, attempts };
    this.#entries.set(key, { timer, again: this.elapsedMs() + wait });
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  /** Forgets those that are not due any more. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
  }
}
