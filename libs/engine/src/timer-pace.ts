/** Ends after so many milliseconds; injected, so that tests need not wait. */
export type Pause = (ms: number) => Promise<unknown>;

export interface PaceOptions {
  readonly pause: Pause;
  /** A clock that only measures durations, ms. */
  readonly elapsedMs: () => number;
  /** Commands in a handful, at most. */
  readonly most: number;
}

const REST_MIN_MS = 1;
const REST_MAX_MS = 32;
/** A rest that ends so much late means that others wait for the processor too. */
const LATE_MS = 8;
/** A handful that takes longer means that everybody's commands do: they share loop and commit. */
const SLOW_MS = 25;
/** However busy the process, what is due goes on: about 100 a second. */
const LEAST = 4;
const MORE = 2;

/**
 * Lets others have the processor between two handfuls of timers. How late a rest ends, and how long
 * a handful took, say how busy the process is: when busy, the next rest is twice as long and the
 * next handful half as large; when not, the rest is half as long and the handful grows by a little.
 */
export class TimerPace {
  #restMs = REST_MIN_MS;
  #handful: number;

  constructor(private readonly options: PaceOptions) {
    this.#handful = options.most;
  }

  /** How many commands may be under way now. */
  get handful(): number {
    return this.#handful;
  }

  /** Does a handful's work, then rests; gives what the work gives. */
  async paced<Result>(work: () => Promise<Result>): Promise<Result> {
    const { pause, elapsedMs, most } = this.options;
    const began = elapsedMs();
    const result = await work();
    const done = elapsedMs();
    await pause(this.#restMs);
    const late = elapsedMs() - done - this.#restMs;
    if (late > LATE_MS || done - began > SLOW_MS) {
      this.#restMs = Math.min(REST_MAX_MS, this.#restMs * 2);
      this.#handful = Math.min(most, Math.max(LEAST, Math.ceil(this.#handful / 2)));
    } else {
      this.#restMs = Math.max(REST_MIN_MS, this.#restMs / 2);
      this.#handful = Math.min(most, this.#handful + MORE);
    }
    return result;
  }
}
