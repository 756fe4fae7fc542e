import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/*
 * Keeps one PostgreSQL server for tests in a process of its own: starts it in a new folder, writes
 * `server.json` there once it answers, and when asked (SIGTERM) or when its owner is gone, however
 * that happened, stops it and removes the folder. SIGUSR2 stops the server in order and keeps the
 * folder; the next one starts it again on the same port. Stands alone and uses only syntax that can
 * be stripped, because tests start it straight from the source.
 */

/** What the keeper is started with. */
export interface KeeperOrder {
  readonly folder: string;
  /** Where initdb and postgres are. */
  readonly binaries: string;
  /** Makes the binaries usable, if that is needed: a script for Node. */
  readonly prepare?: string;
  /** When this process is gone, so is the server. */
  readonly owner: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** `server.json`: where the server is, or why there is none. */
export interface KeptServer {
  readonly keeper: number;
  readonly port?: number;
  readonly error?: string;
  /** The server is stopped for a while. */
  readonly isAway?: boolean;
}

/** PostgreSQL refuses to run as root. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

const OWNER_CHECK_MS = 500;
const START_ATTEMPTS = 3;

const order = JSON.parse(process.argv[2] ?? '{}') as KeeperOrder;
const data = join(order.folder, 'data');

const idOf = (option: string, user: string): number =>
  Number(execFileSync('id', [option, user], { stdio: ['ignore', 'pipe', 'ignore'] }));

function userToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody'])
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      continue;
    }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A Vietnamese collation where there is ICU: what depends on the database's order shows. */
function initialise(user: RunAs): void {
  const plain = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8'];
  const icu = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=vi'];
  const attempts = [icu, ['--locale=C.UTF-8'], ['--locale=C']];
  for (const [index, locale] of attempts.entries())
    try {
      const options = { ...user, cwd: order.folder, stdio: 'pipe' } as const;
      execFileSync(join(order.binaries, 'initdb'), [...plain, ...locale], options);
      return;
    } catch (error) {
      rmSync(data, { recursive: true, force: true });
      if (index === attempts.length - 1) throw error;
    }
}

/** Resolves once the server takes connections; `stop` ends it from the first moment on. */
function serve(user: RunAs, port: number): Promise<void> {
  const settings = Object.entries(order.settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...settings];
  const server = spawn(join(order.binaries, 'postgres'), args, {
    ...user,
    cwd: order.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let isWanted = true;
  let isLeaving = false;
  pauseOrGoOn = () => {
    if (isLeaving) return;
    isLeaving = true;
    // Ends every connection, writes everything back: a restart by an operator.
    server.kill('SIGINT');
  };
  stop = () => {
    isWanted = false;
    // At once, without writing anything back: the folder is thrown away.
    server.kill('SIGQUIT');
  };
  return new Promise((resolve, reject) => {
    let said = '';
    let isUp = false;
    server.stderr.on('data', (text: Buffer) => {
      if (!isUp) said += text.toString();
      isUp ||= said.includes('ready to accept connections');
      if (isUp) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => {
      if (isLeaving && isWanted) return beAway(user, port);
      if (isUp || !isWanted) leave();
      reject(new Error(`postgres ended: ${said.slice(-500)}`));
    });
  });
}

const leave = (): void => {
  rmSync(order.folder, { recursive: true, force: true });
  process.exit(0);
};
let stop: () => void = leave;
let pauseOrGoOn = (): void => undefined;

function beAway(user: RunAs, port: number): void {
  stop = leave;
  pauseOrGoOn = () => {
    pauseOrGoOn = () => undefined;
    serve(user, port).then(
      () => tell({ keeper: process.pid, port }),
      (error: unknown) => tell({ keeper: process.pid, error: String(error) }),
    );
  };
  tell({ keeper: process.pid, port, isAway: true });
}

function tell(server: KeptServer): void {
  const file = join(order.folder, 'server.json');
  writeFileSync(`${file}.new`, JSON.stringify(server));
  renameSync(`${file}.new`, file);
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function keep(): Promise<void> {
  process.on('SIGTERM', () => stop());
  process.on('SIGUSR2', () => pauseOrGoOn());
  setInterval(() => {
    if (!isAlive(order.owner)) stop();
  }, OWNER_CHECK_MS);
  if (order.prepare !== undefined)
    execFileSync(process.execPath, [order.prepare], { cwd: join(order.prepare, '..', '..') });
  const user = userToRunAs();
  mkdirSync(order.folder, { recursive: true });
  if (user.uid !== undefined) chownSync(order.folder, user.uid, user.gid ?? user.uid);
  initialise(user);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      await serve(user, port);
      tell({ keeper: process.pid, port });
      return;
    } catch (error) {
      // Another process may have taken the port meanwhile.
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
}

keep().catch((error: unknown) => {
  tell({ keeper: process.pid, error: error instanceof Error ? error.message : String(error) });
  // Whoever waits reads why; the folder goes with the owner.
});
