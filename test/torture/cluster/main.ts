import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tortureCluster } from './cluster.torture.js';
import { clusterOptions } from './options.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run torture -- cluster …`: faults of a cluster of the log, and single checks, with the
 * histories in a folder. Returns the exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const given = clusterOptions(args, process.env);
  const out = given.out ?? mkdtempSync(join(tmpdir(), 'guong-torture-'));
  say(`${given.url === undefined ? 'doubles' : 'a real cluster'}, seed ${given.seed}, ${out}`);
  const problems = await tortureCluster({ ...given, out }, say);
  say(`${problems.length} problems`);
  for (const problem of problems.slice(0, 100)) say(`  ${problem}`);
  if (problems.length > 0) return 1;
  if (given.out === undefined) rmSync(out, { recursive: true, force: true });
  return 0;
}
