import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { installLog } from '#libs/event-store-eventstoredb';
import { startPostgres } from '#libs/read-models/testing';
import { Client } from 'pg';
import { familyTimeOf, parentOf, type ProcessTime, timeOf } from './process-time.js';

const DIST = join(import.meta.dirname, '../..');
const LOOK_MS = 20;
const WAIT_MS = 60_000;

/** A program that says on its first line where it can be reached. */
export interface RunningProgram {
  readonly line: string;
  readonly time: ProcessTime;
  /** SIGTERM, or another signal; resolves once the process is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

async function program(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningProgram> {
  const child = spawn(process.execPath, [join(DIST, path), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)));
  const line = await firstLine(child);
  if (line === undefined) throw new Error(`${path} did not start: ${said}`);
  return {
    line,
    time: timeOf(child.pid!),
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  const lines = createInterface({ input: child.stdout! });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => text as string),
    once(child, 'exit').then(() => undefined),
  ]);
  // Nobody reads on, and it must not be held up for that.
  child.stdout?.resume();
  return line;
}

/** Log and database of a cluster, each in processes of its own. */
export interface ClusterPlaces {
  readonly eventsUrl: string;
  readonly log: ProcessTime;
  readonly database: ProcessTime;
  /** Addresses of a new, empty database. */
  emptyViews(): Promise<string>;
  /** Starts a projector on these views; resolves when it begins to take leases. */
  projector(viewsUrl: string, leaseSeconds: number): Promise<RunningProgram>;
  close(): Promise<void>;
}

/** Starts a log (the double) and PostgreSQL, which waits for the disk as it does in earnest. */
export async function openClusterPlaces(): Promise<ClusterPlaces> {
  const log = await program('test/eventstoredb-double/main.js', ['--user', 'admin']);
  const postgres = await startPostgres({ durable: true });
  await installLog(log.line, { writers: ['admin'] });
  const programs = new Set([log]);
  return {
    eventsUrl: log.line,
    log: log.time,
    database: familyTimeOf(await serverProcess(postgres.url)),
    emptyViews: async () => (await postgres.createDatabase()).url,
    async projector(viewsUrl, leaseSeconds) {
      const started = await program('apps/projector/src/main.js', [], {
        GUONG_EVENTS_URL: log.line,
        GUONG_VIEWS_URL: viewsUrl,
        GUONG_LEASE_SECONDS: String(leaseSeconds),
        GUONG_LOG: 'fatal',
        PORT: '0',
      });
      programs.add(started);
      return started;
    },
    async close() {
      for (const one of [...programs].reverse()) await one.end();
      await postgres.stop();
    },
  };
}

/** Number of the process that all connections of a server come from. */
async function serverProcess(url: string): Promise<number> {
  const [row] = await ask<{ pid: number }>(url, 'select pg_backend_pid() as pid', (pid) => ({
    ...pid,
    pid: parentOf(pid.pid),
  }));
  return row!.pid;
}

/** Asks on a connection of its own; `look` sees each row while that is open. */
export async function ask<T extends object>(
  url: string,
  text: string,
  look: (row: T) => T = (row) => row,
): Promise<readonly T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows.map(look);
  } finally {
    await client.end();
  }
}

/** Waits until every lease is held, by so many workers, each with more than one of them. */
export async function sharedOut(viewsUrl: string, workers: number): Promise<void> {
  const text = `select owner, count(*)::integer as held from
    (select case when expires > clock_timestamp() then owner end as owner from lease) now
    group by owner`;
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const owners = await ask<{ owner: string | null; held: number }>(viewsUrl, text);
    if (owners.length === workers && owners.every(({ owner, held }) => owner !== null && held > 1))
      return;
    if (performance.now() > until) throw new Error('the leases are not shared out');
    await delay(LOOK_MS);
  }
}
