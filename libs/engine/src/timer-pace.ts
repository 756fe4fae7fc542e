/** Ends after so many milliseconds; injected, so that tests need not wait. */
export type Pause = (ms: number) => Promise<unknown>;

export interface PaceOptions {
  readonly pause: Pause;
  /** A clock that only measures durations, ms. */
  readonly elapsedMs: () => number;
}

const REST_MIN_MS = 1;
const REST_MAX_MS = 32;
/** A rest that ends so much late means that others wait for the processor too. */
const LATE_MS = 8;

/**
 * Lets others have the processor between two handfuls of timers. How late a rest ends says how busy
 * the process is: when late, the next rest is twice as long; when in time, half as long.
 */
export class TimerPace {
  #restMs = REST_MIN_MS;

  constructor(private readonly options: PaceOptions) {}

  async rest(): Promise<void> {
    const { pause, elapsedMs } = this.options;
    const before = elapsedMs();
    await pause(this.#restMs);
    const late = elapsedMs() - before - this.#restMs;
    this.#restMs =
      late > LATE_MS
        ? Math.min(REST_MAX_MS, this.#restMs * 2)
        : Math.max(REST_MIN_MS, this.#restMs / 2);
  }
}
