import { pause } from './turn.js';

const RETRY_MIN_MS = 50;
const RETRY_MAX_MS = 5_000;

/** Work that is tried until store and database do their part; waits longer each time. */
export class Retries {
  /** Class and code of the last failure, while it lasts. */
  failure: string | undefined;

  constructor(
    private readonly signal: AbortSignal,
    private readonly onFailure: ((error: unknown) => void) | undefined,
  ) {}

  /** `work` may say in between that it works: what fails after that has not failed before. */
  async untilItWorks(work: (itWorks: () => void) => Promise<void>): Promise<void> {
    const { signal } = this;
    let waitMs = RETRY_MIN_MS;
    const itWorks = (): void => {
      waitMs = RETRY_MIN_MS;
      this.failure = undefined;
    };
    for (; !signal.aborted; waitMs = Math.min(RETRY_MAX_MS, waitMs * 2))
      try {
        await work(itWorks);
        this.failure = undefined;
        return;
      } catch (error) {
        this.failure = failureText(error);
        this.onFailure?.(error);
        await pause(waitMs, signal);
      }
  }

  /** Waits as before a first repetition. */
  rest(): Promise<void> {
    return pause(RETRY_MIN_MS, this.signal);
  }
}

const failureText = (error: unknown): string => {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown failure';
};
