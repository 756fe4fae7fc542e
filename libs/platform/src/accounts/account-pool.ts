import { Pool } from 'pg';

export interface AccountPoolOptions {
  /** Connections at most; default 4. */
  readonly poolSize?: number | undefined;
  /** Longest wait for a connection and for an answer, ms; default 5,000. */
  readonly deadlineMs?: number | undefined;
  /** Told when a connection that nobody uses breaks; the next one asked for is a new one. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** Connections to the database of the accounts; one that breaks never ends the process. */
export function accountPool(
  url: string,
  { poolSize = 4, deadlineMs = 5_000, onFailure }: AccountPoolOptions,
): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: deadlineMs,
    query_timeout: deadlineMs,
    application_name: 'guong-accounts',
  });
  // A server that restarts breaks idle connections; without a listener that would end the process.
  pool.on('error', (error) => onFailure?.(error));
  // One that breaks while it is used fails the query; without a listener of its own, the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
