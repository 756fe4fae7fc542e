import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const READY_WITHIN_MS = 30_000;

export interface KillableServer {
  readonly url: string;
  /** SIGKILL; resolves once the process is gone. */
  kill(): Promise<void>;
}

/** The real server as a process of its own on a free port of loopback. */
export async function killableServer(root: string, folder: string): Promise<KillableServer> {
  const port = await freePort();
  const env = {
    ...process.env,
    GUONG_DATA: folder,
    GUONG_DEMO: '0',
    GUONG_LOG: 'fatal',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const child = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => Buffer.concat(said).toString('utf8'));
  return {
    url,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode}: ${said()}`);
    const answer = await fetch(`${url}/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(25);
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not up within ${READY_WITHIN_MS} ms: ${said()}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
