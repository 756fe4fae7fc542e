import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/** Waits until it is so; generous, so that a slow machine fails nothing. */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  what = 'it',
  withinMs = 20_000,
): Promise<void> {
  const until = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`${what} has not come about`);
    await delay(LOOK_EVERY_MS);
  }
}
