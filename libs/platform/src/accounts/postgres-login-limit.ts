import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { FAILURES_MAX, type LoginLimit, pairOf, WINDOW_MS } from './login-limit.js';

/** How often what no longer counts is swept out. */
const SWEEP_MS = 60_000;

/** One step, so that processes that count at the same moment do not lose one another's failures. */
const COUNT = `
  insert into login_failure as known (pair, count, until_ms)
  values ($1, 1, $2::bigint + ${WINDOW_MS})
  on conflict (pair) do update set
    count = case
      when known.until_ms <= $2::bigint then 1
      else least(known.count, ${FAILURES_MAX}) + 1
    end,
    until_ms = case
      when known.until_ms <= $2::bigint then excluded.until_ms
      else known.until_ms
    end
  returning count, until_ms`;

/** Counts for all processes together. Names and addresses are kept as keyed fingerprints only. */
export class PostgresLoginLimit implements LoginLimit {
  #sweptAt = -Infinity;

  constructor(
    private readonly pool: Pool,
    private readonly key: Buffer,
    private readonly clock: () => number,
  ) {}

  async attempt(username: string, address: string): Promise<number> {
    const now = this.clock();
    await this.#sweep(now);
    const { rows } = await this.pool.query<{ count: number; until_ms: string }>(COUNT, [
      this.#fingerprint(username, address),
      now,
    ]);
    const failures = rows[0]!;
    return failures.count > FAILURES_MAX ? Number(failures.until_ms) - now : 0;
  }

  async succeeded(username: string, address: string): Promise<void> {
    const pair = this.#fingerprint(username, address);
    await this.pool.query('delete from login_failure where pair = $1', [pair]);
  }

  async #sweep(now: number): Promise<void> {
    if (now - this.#sweptAt < SWEEP_MS) return;
    this.#sweptAt = now;
    await this.pool.query('delete from login_failure where until_ms <= $1', [now]);
  }

  #fingerprint(username: string, address: string): Buffer {
    return createHmac('sha256', this.key).update(pairOf(username, address)).digest();
  }
}
