import type { Soon } from './account.js';

/** Failures of one pair before it has to wait. */
export const FAILURES_MAX = 8;
/** How long failures count, from the first. */
export const WINDOW_MS = 10 * 60_000;
const REMEMBERED_MAX = 10_000;

/**
 * Slows down guessing: after eight failures for one user name from one address, that pair waits
 * until ten minutes have passed since the first.
 */
export interface LoginLimit {
  /**
   * Milliseconds to wait; 0: may try. A try counts as a failure at once, before the slow check of
   * the password, so that a burst of guesses does not slip through while it runs.
   */
  attempt(username: string, address: string): Soon<number>;
  /** The password was right: nothing counts against the pair any more. */
  succeeded(username: string, address: string): Soon<void>;
}

interface Failures {
  count: number;
  /** Milliseconds since 1970 at which they are forgotten. */
  until: number;
}

/** Counts in memory, for a process that is the only one. Bounded: the oldest pairs go first. */
export class MemoryLoginLimit implements LoginLimit {
  readonly #failures = new Map<string, Failures>();

  constructor(private readonly clock: () => number) {}

  attempt(username: string, address: string): number {
    const key = pairOf(username, address);
    const known = this.#failures.get(key);
    const now = this.clock();
    if (known === undefined || known.until <= now) {
      this.#failures.delete(key);
      this.#failures.set(key, { count: 1, until: now + WINDOW_MS });
    } else if (known.count < FAILURES_MAX) known.count += 1;
    else return known.until - now;
    for (const oldest of this.#failures.keys()) {
      if (this.#failures.size <= REMEMBERED_MAX) break;
      this.#failures.delete(oldest);
    }
    return 0;
  }

  succeeded(username: string, address: string): void {
    this.#failures.delete(pairOf(username, address));
  }
}

/** Names are as long as they are typed: a bounded part of one is enough to tell them apart. */
export const pairOf = (username: string, address: string): string =>
  JSON.stringify([username.slice(0, 128), address]);
