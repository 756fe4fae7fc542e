import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Guong } from '#libs/assembly';
import { FailureLog, type SqliteAccounts } from '#libs/platform';
import type { Opened } from '../api.module.js';
import { builtPages, type Config } from '../config.js';
import { drain } from '../http/draining.js';
import { openFolder } from '../open.js';
import { createServer } from '../server.js';
import { seedSmall } from './small-seed.js';

/** A server over something that stays open when it stops. */
export interface TestApi {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Stops listening, as the product does. */
  close(): Promise<void>;
}

export interface TestServer extends TestApi {
  readonly folder: string;
  readonly guong: Guong;
  readonly accounts: SqliteAccounts;
  /** Stops the server; removes the folder if it was made for it. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** `small`: the seed of `seedSmall`; `none` (default): as the folder is. */
  readonly demo?: 'small' | 'none';
  /** Default: a new temporary folder. */
  readonly folder?: string;
  readonly port?: number;
  /** Milliseconds since 1970; default: as if the server had been started on 2 March 2026. */
  readonly clock?: () => number;
  readonly webFolder?: string;
  /** Settings of the product that a test needs otherwise, such as its log. */
  readonly config?: Partial<Config>;
}

/** A clock that starts on 2 March 2026, within the window of registration, and runs. */
export function clockOfMarch(): () => number {
  const offset = Date.parse('2026-03-02T01:00:00Z') - Date.now();
  return () => Date.now() + offset;
}

/** The settings of a test server: any free port of 127.0.0.1. */
export const testConfig = (changes: Partial<Config> = {}): Config => ({
  folder: '',
  cluster: undefined,
  host: '127.0.0.1',
  port: 0,
  production: false,
  logLevel: 'silent',
  tokenSeconds: 3600,
  language: 'en',
  trustProxy: [],
  keepAliveMs: 72_000,
  shutdownDelayMs: 0,
  shutdownMs: 5_000,
  telemetry: undefined,
  webFolder: undefined,
  ...changes,
});

/** One more server over a product and accounts that are open; it leaves them open. */
export async function startOver(
  opened: Pick<Opened, 'product' | 'accounts' | 'clock'>,
  config: Config = testConfig(),
): Promise<TestApi> {
  const failures = new FailureLog(opened.clock);
  const app = await createServer({ ...opened, config, failures });
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, app, close: () => drain(app, config) };
}

/** A whole server on a free port of 127.0.0.1, as the product runs, for tests. */
export async function startServer(options: StartOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'guong-api-'));
  const config = testConfig({
    folder,
    port: options.port ?? 0,
    webFolder: options.webFolder ?? builtPages(),
    ...options.config,
  });
  const opened = await openFolder(config, options.clock ?? clockOfMarch());
  if (options.demo === 'small') await seedSmall(opened.product, opened.accounts);
  const api = await startOver(opened, config);
  return {
    ...api,
    folder,
    guong: opened.product,
    accounts: opened.accounts,
    async close() {
      await api.close();
      await opened.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
