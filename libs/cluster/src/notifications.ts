import { Client } from 'pg';
import type { ClusterDatabase } from './cluster-database.js';

const CONNECT_MS = 3_000;
/** A connection over which nothing comes may be dead: it is asked so often. */
const CHECK_MS = 5_000;
const RECONNECT_MIN_MS = 100;
const RECONNECT_MAX_MS = 2_000;

/** What other processes say through the database. Some of it may be lost: see `onGap`. */
export interface Notifications {
  /** Calls the listener with what is said on a channel; returns how to leave. */
  on(channel: string, listener: (payload: string) => void): () => void;
  /** Calls the listener when it listens again and may have missed something meanwhile. */
  onGap(listener: () => void): () => void;
  /** Whether it listens now. */
  readonly isListening: boolean;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly database: Pick<ClusterDatabase, 'url'>;
  /** Names of lower-case letters and underscores. */
  readonly channels: readonly string[];
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** Listens on a connection of its own, which is made again whenever it breaks. */
export const listenTo = (options: ListenOptions): Notifications => new Listener(options);

class Listener implements Notifications {
  isListening = false;
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();
  readonly #gaps = new Set<() => void>();
  readonly #closed = new AbortController();
  readonly #running: Promise<void>;
  #hasListened = false;

  constructor(private readonly options: ListenOptions) {
    for (const channel of options.channels) {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`channel name ${channel}`);
      this.#listeners.set(channel, new Set());
    }
    this.#running = this.#run();
  }

  on(channel: string, listener: (payload: string) => void): () => void {
    const listeners = this.#listeners.get(channel);
    if (listeners === undefined) throw new Error(`channel ${channel} is not listened to`);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  onGap(listener: () => void): () => void {
    this.#gaps.add(listener);
    return () => void this.#gaps.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let waitMs = RECONNECT_MIN_MS;
    while (!this.#closed.signal.aborted) {
      await this.#listen(() => (waitMs = RECONNECT_MIN_MS)).catch((error: unknown) =>
        this.options.onFailure?.(error),
      );
      this.isListening = false;
      await pause(waitMs, this.#closed.signal);
      waitMs = Math.min(RECONNECT_MAX_MS, waitMs * 2);
    }
  }

  /** One connection, until it breaks (rejects) or the listener is closed. */
  async #listen(onConnected: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.options.database.url,
      application_name: 'guong-listen',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: CHECK_MS,
      keepAlive: true,
    });
    const over = Promise.withResolvers<undefined>();
    client.on('error', over.reject);
    client.on('end', () => over.reject(new Error('the connection ended')));
    const { signal } = this.#closed;
    const closed = (): void => over.resolve(undefined);
    signal.addEventListener('abort', closed);
    const check = setInterval(() => {
      client.query('select 1').catch(over.reject);
    }, CHECK_MS);
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    try {
      await Promise.race([this.#connected(client), over.promise]);
      if (signal.aborted) return;
      onConnected();
      this.#nowListening();
      await over.promise;
    } finally {
      clearInterval(check);
      signal.removeEventListener('abort', closed);
      // Of a dead connection no answer to the farewell is to be waited for.
      const answered = new AbortController();
      const farewell = client.end().catch(() => undefined);
      await Promise.race([farewell.then(() => answered.abort()), pause(1_000, answered.signal)]);
    }
  }

  async #connected(client: Client): Promise<void> {
    await client.connect();
    for (const channel of this.options.channels) await client.query(`listen ${channel}`);
  }

  #nowListening(): void {
    this.isListening = true;
    if (this.#hasListened) for (const listener of this.#gaps) this.#call(listener);
    this.#hasListened = true;
  }

  #tell(channel: string, payload: string): void {
    for (const listener of this.#listeners.get(channel) ?? []) this.#call(() => listener(payload));
  }

  #call(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.options.onFailure?.(error);
    }
  }
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    if (signal?.aborted === true) done();
  });
