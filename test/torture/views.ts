import { isPostgresHere, startPostgres } from '#libs/read-models/testing';
import { longFaults, type LongFaultsOptions } from '../faults/long-faults.js';

type Length = Partial<Pick<LongFaultsOptions, 'steps' | 'stride' | 'say'>>;

/**
 * `[rounds] [seed]`: faults 13, 14 and 21 over a PostgreSQL of its own. Gives the exit code: 0,
 * nothing is wrong; 1, something is; 2, no PostgreSQL here.
 */
export async function tortureViews(args: readonly string[], length: Length = {}): Promise<number> {
  const { say = (line) => void process.stdout.write(`${line}\n`) } = length;
  if (!isPostgresHere()) {
    say('no PostgreSQL here: initdb and postgres are looked for on the PATH');
    return 2;
  }
  const rounds = Number(args[0] ?? 10);
  const seed = Number(args[1] ?? Date.now() % 1_000_000);
  say(`crashes at every message, then ${rounds} rounds of projectors, seed ${seed}`);
  const server = await startPostgres();
  try {
    const problems = await longFaults({ ...length, server, seed, rounds, say });
    for (const problem of problems) say(`  ${problem}`);
    say(`${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
}
