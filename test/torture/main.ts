import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main as tortureCluster } from './cluster/main.js';
import { main as tortureProcesses } from './processes.js';
import { torture } from './torture.js';
import { tortureViews } from './views.js';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * `npm run torture -- [kills] [seed]`: kills the server under load and checks what it promised.
 * `npm run torture -- cluster …`: the log on several nodes (README.md).
 * `npm run torture -- views [rounds] [seed]`: crashes and takeovers over a PostgreSQL of its own.
 */
async function main(): Promise<void> {
  if (process.argv[2] === 'cluster') {
    process.exitCode = await tortureCluster(process.argv.slice(3));
    return;
  }
  if (process.argv[2] === 'views') {
    process.exitCode = await tortureViews(process.argv.slice(3));
    return;
  }
  if (process.argv[2] === 'processes') {
    process.exitCode = await tortureProcesses(process.argv.slice(3));
    return;
  }
  const kills = Number(process.argv[2] ?? 50);
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'guong-torture-'));
  process.stdout.write(`${kills} kills, seed ${seed}\n`);
  const report = await torture({
    root: ROOT,
    folder,
    kills,
    seed,
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  process.stdout.write(
    `${report.acknowledged} acknowledged, ${report.unanswered} unanswered, ${report.problems.length} problems\n`,
  );
  for (const problem of report.problems) process.stdout.write(`  ${problem}\n`);
  if (report.problems.length === 0) rmSync(folder, { recursive: true, force: true });
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}

await main();
