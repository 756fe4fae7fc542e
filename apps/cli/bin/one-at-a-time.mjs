// Two launchers in one clone must not install or build into the same folder at the same moment.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './runtime.mjs';
import { contentHash } from './staleness.mjs';

// Outside the clone, because npm empties node_modules and a build may empty dist.
const TURN = join(tmpdir(), `guong-prepare-${contentHash(ROOT).slice(0, 16)}`);
const RETRY_MS = 200;

/**
 * Waits until no other launcher prepares this clone.
 * @returns gives the turn back
 */
export async function takeTurn(say) {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(TURN, String(process.pid), { flag: 'wx' });
      return () => rmSync(TURN, { force: true });
    } catch (problem) {
      if (problem.code !== 'EEXIST') return () => undefined; // no temporary folder
    }
    const holder = holderOfTurn();
    if (!isAlive(holder)) {
      rmSync(TURN, { force: true });
      continue;
    }
    if (!told) say(`waiting for process ${holder}, which prepares this folder`);
    await sleep(RETRY_MS);
  }
}

function holderOfTurn() {
  try {
    return Number(readFileSync(TURN, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return problem.code === 'EPERM';
  }
}
