import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const PAGE_BYTES = 4_096;
const SYNCS = 1_000;

/** Under what conditions the figures came about. */
export interface Conditions {
  /** ISO 8601. */
  readonly date: string;
  readonly commit: string;
  readonly node: string;
  readonly platform: string;
  readonly processors: number;
  readonly processor: string;
  readonly memoryGiB: number;
  /** Bare write of a page and sync, per second, in the folder the logs are in. */
  readonly syncsPerSecond: number;
  /** Runnable processes before the run, mean of a minute: others slow it down. */
  readonly loadBefore: number;
  /** The same after it; the run itself is part of it. */
  readonly loadAfter?: number;
}

export const conditions = (date: string, root: string, folder: string): Conditions => ({
  date,
  commit: commitOf(root),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processors: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  syncsPerSecond: Math.round(syncRate(folder)),
  loadBefore: load(),
});

/** Runnable processes, mean of the last minute. */
export const load = (): number => loadavg()[0] ?? 0;

/** As a write-ahead log in use does it: over and over in a file that does not grow. */
function syncRate(folder: string): number {
  const file = join(folder, 'sync');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  writeFileSync(file, Buffer.alloc(PAGE_BYTES * SYNCS));
  const handle = openSync(file, 'r+');
  fdatasyncSync(handle);
  const start = performance.now();
  for (let i = 0; i < SYNCS; i += 1) {
    writeSync(handle, page, 0, PAGE_BYTES, i * PAGE_BYTES);
    fdatasyncSync(handle);
  }
  const rate = (SYNCS / (performance.now() - start)) * 1000;
  closeSync(handle);
  rmSync(file);
  return rate;
}

/** The commit, marked when the tree differs from it; an installed package has none. */
function commitOf(root: string): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim();
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'libs', 'apps') && '+')
    );
  } catch {
    return 'unknown';
  }
}
