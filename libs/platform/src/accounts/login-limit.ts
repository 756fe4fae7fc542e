const FAILURES_MAX = 8;
const WINDOW_MS = 10 * 60_000;
const REMEMBERED_MAX = 10_000;

interface Failures {
  count: number;
  /** Milliseconds since 1970 at which they are forgotten. */
  until: number;
}

/**
 * Slows down guessing: after eight failures for one user name from one address, that pair waits
 * until ten minutes have passed since the first. In memory, bounded: the oldest pairs go first.
 */
export class LoginLimit {
  readonly #failures = new Map<string, Failures>();

  constructor(private readonly clock: () => number) {}

  /** Milliseconds to wait; 0: may try. */
  waitMs(username: string, address: string): number {
    const failures = this.#failures.get(keyOf(username, address));
    if (failures === undefined || failures.count < FAILURES_MAX) return 0;
    return Math.max(0, failures.until - this.clock());
  }

  failed(username: string, address: string): void {
    const key = keyOf(username, address);
    const known = this.#failures.get(key);
    const now = this.clock();
    if (known !== undefined && known.until > now) known.count += 1;
    else {
      this.#failures.delete(key);
      this.#failures.set(key, { count: 1, until: now + WINDOW_MS });
    }
    for (const oldest of this.#failures.keys()) {
      if (this.#failures.size <= REMEMBERED_MAX) return;
      this.#failures.delete(oldest);
    }
  }

  succeeded(username: string, address: string): void {
    this.#failures.delete(keyOf(username, address));
  }
}

/** Names are as long as they are typed: a bounded part of one is enough to tell them apart. */
const keyOf = (username: string, address: string): string =>
  JSON.stringify([username.slice(0, 128), address]);
