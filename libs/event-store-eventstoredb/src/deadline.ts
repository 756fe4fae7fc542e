import { ServerFault } from './server-fault.js';

/**
 * The promise, or a `ServerFault` of that kind once the time is up: a call that is never answered
 * must not hang.
 */
export function within<T>(
  ms: number,
  promise: Promise<T>,
  kind: 'unknown' | 'unavailable' = 'unknown',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ServerFault(kind)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Waits; ends early when the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}

const FIRST_MS = 25;
const LONGEST_MS = 1000;

/** How long to wait before the n-th retry (0, 1, 2, ...): doubling, bounded, without chance. */
export const backOffMs = (retry: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(retry, 10));
