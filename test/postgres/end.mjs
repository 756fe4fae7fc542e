import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const WAIT_MS = 10_000;

/** After all tests: stops the PostgreSQL that one of them started, and waits until it is gone. */
export default async function end() {
  const folder = join(tmpdir(), `guong-pg-${process.pid}`);
  const file = join(folder, 'server.json');
  // One that is only starting sees by itself that nobody wants it any more.
  if (!existsSync(file)) return;
  const { keeper } = JSON.parse(readFileSync(file, 'utf8'));
  process.kill(keeper, 'SIGTERM');
  for (let waited = 0; existsSync(folder) && waited < WAIT_MS; waited += 20) await pause(20);
}
