import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './measure.js';
import type { PeerResult } from './peer.js';
import type { Row } from './row.js';
import type { ScaleName } from './scale.js';

const run = promisify(execFile);
const ROUNDS: Readonly<Record<ScaleName, number>> = { quick: 1, usual: 3, full: 3 };
const SINGLES: Readonly<Record<ScaleName, number>> = { quick: 400, usual: 1_500, full: 3_000 };
const AT_ONCE = 64;

/** The peer's figures: each round in a process and on a file of its own, the median of each. */
export async function measurePeers(folder: string, scale: ScaleName): Promise<PeerResult> {
  const rounds: PeerResult[] = [];
  for (let round = 0; round < ROUNDS[scale]; round += 1) {
    const own = join(folder, `peer${round}`);
    mkdirSync(own);
    const program = join(import.meta.dirname, 'peer.js');
    const { stdout } = await run(process.execPath, [program, own, String(SINGLES[scale])], {
      env: { ...process.env, LOG_LEVEL: 'fatal' },
    });
    // The library may write lines of its own to the same output.
    rounds.push(JSON.parse(stdout.trim().split('\n').at(-1)!) as PeerResult);
  }
  const middle = (name: keyof PeerResult): number => median(rounds.map((round) => round[name]));
  return {
    single: middle('single'),
    succeededOf64: middle('succeededOf64'),
    read: middle('read'),
    project: middle('project'),
  };
}

/** Puts the peer's figure beside each row that it has one for. */
export function withPeers(rows: readonly Row[], peers: PeerResult | undefined): readonly Row[] {
  if (peers === undefined) return rows;
  const figureOf = (id: string): number | undefined => {
    if (id.startsWith('single-')) return peers.single;
    if (id === 'burst-failures') return AT_ONCE - peers.succeededOf64;
    if (id === 'read') return peers.read;
    return id === 'rebuild' ? peers.project : undefined;
  };
  return rows.map((row) => ({ ...row, peer: figureOf(row.id) }));
}
