import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPostgresHere, startPostgres } from '#libs/read-models/testing';
import { longProcesses } from '../processes/long-processes.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run torture -- processes [rounds] [seed]`: built processes over one log and one PostgreSQL,
 * and faults at random. Returns the exit code; 2: there is no PostgreSQL here.
 */
export async function main(args: readonly string[]): Promise<number> {
  const rounds = Number(args[0] ?? 10);
  const seed = Number(args[1] ?? Date.now() % 1_000_000);
  if (!isPostgresHere()) {
    say('no PostgreSQL here (initdb and postgres on the PATH)');
    return 2;
  }
  const out = mkdtempSync(join(tmpdir(), 'guong-torture-'));
  say(`${rounds} rounds, seed ${seed}, histories in ${out}`);
  const server = await startPostgres();
  try {
    const problems = await longProcesses({ server, seed, rounds, out, say });
    say(`${problems.length} problems`);
    for (const problem of problems.slice(0, 100)) say(`  ${problem}`);
    if (problems.length > 0) return 1;
    rmSync(out, { recursive: true, force: true });
    return 0;
  } finally {
    await server.stop();
  }
}
