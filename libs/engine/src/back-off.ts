import { setTimeout as delay } from 'node:timers/promises';

/** Ends after so many milliseconds, or when the signal aborts; injected, so that tests go on. */
export type Rest = (ms: number, signal: AbortSignal) => Promise<unknown>;

// Ended by the signal: that is no failure.
export const resting: Rest = (ms, signal) =>
  delay(ms, undefined, { signal }).catch(() => undefined);

export interface BackOffOptions {
  readonly firstMs: number;
  readonly mostMs: number;
  readonly rest?: Rest | undefined;
}

/** Rests twice as long after each failure in a row, up to a bound. */
export class BackOff {
  #failures = 0;

  constructor(private readonly options: BackOffOptions) {}

  async rest(signal: AbortSignal): Promise<void> {
    const { firstMs, mostMs } = this.options;
    const ms = Math.min(mostMs, firstMs * 2 ** Math.min(this.#failures, 20));
    this.#failures += 1;
    await (this.options.rest ?? resting)(ms, signal);
  }

  /** It works again. */
  reset(): void {
    this.#failures = 0;
  }
}

/** A log or a table beyond this process that does not answer now: it will, and the work goes on. */
export const passes = (error: unknown): boolean => PASSING.has(codeOf(error));

const PASSING: ReadonlySet<string | undefined> = new Set([
  'STORE_UNAVAILABLE',
  'STORE_OUTCOME_UNKNOWN',
  'CHECKPOINTS_UNAVAILABLE',
]);

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
