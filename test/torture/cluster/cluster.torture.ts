import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventStoreDb } from '#libs/event-store-eventstoredb';
import { startCluster, startDouble } from '../../eventstoredb-double/index.js';
import type { CheckReport } from './check.rig.js';
import type { FaultName } from './cluster.faults.js';
import type { ClusterHands } from './cluster-hands.port.js';
import { commandHands } from './command.hands.js';
import { doubleHands } from './double.hands.js';
import { faultRound, type RoundReport } from './fault.round.js';
import type { ClusterOptions } from './options.js';
import { type CheckName, CHECKS } from './single.checks.js';

const ELECTION_MS = 500;
/** All attempts of one call together, in deadlines. */
const GIVE_UP = 3;
/** A call may take all its attempts, once more for reading what it found, and some delay. */
const SLACK_MS = 10_000;

/** The report of one thing that was run. */
type Ran =
  | (RoundReport & { readonly name: string; readonly seed: number })
  | (CheckReport & { readonly name: string; readonly seed: number });

/**
 * Runs what the options ask for, one after the other, and says how each went. The report is kept
 * as `report.json` in the folder of `out`. Returns what went wrong, each with its seed.
 */
export async function tortureCluster(
  options: ClusterOptions,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const ran: Ran[] = [];
  const stamp = Date.now().toString(36);
  const took = (report: Ran): void => {
    ran.push(report);
    const { problems, ...figures } = report;
    say(`${problems.length === 0 ? 'ok' : 'WRONG'} ${JSON.stringify(figures)}`);
    for (const problem of problems.slice(0, 20)) say(`  ${problem}`);
  };
  for (let round = 0; round < options.rounds; round += 1) {
    const seed = options.seed + round;
    for (const name of options.checks) {
      say(`${name}, seed ${seed}`);
      const run = `torture-${stamp}-${seed}-${name}`;
      took({ name, seed, ...(await oneCheck(options, name, seed, run)) });
    }
    for (const fault of options.faults) {
      say(`${fault}, seed ${seed}`);
      const run = `torture-${stamp}-${seed}-${fault}`;
      took({ name: fault, seed, ...(await oneFault(options, fault, seed, run, say)) });
    }
  }
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'report.json'), `${JSON.stringify(ran, undefined, 2)}\n`);
  }
  return ran.flatMap(({ name, seed, problems }) =>
    problems.map((problem) => `${name}, seed ${seed}: ${problem}`),
  );
}

async function oneCheck(
  { url, adminUrl, size }: ClusterOptions,
  name: CheckName,
  seed: number,
  run: string,
): Promise<CheckReport> {
  const double = url === undefined ? await startDouble() : undefined;
  const place =
    double === undefined ? { url: url ?? '', adminUrl } : { url: double.url, adminUrl: double.url };
  try {
    return await CHECKS[name]({ ...place, run, seed, double, size });
  } catch (error) {
    return { problems: [String(error)], figures: {} };
  } finally {
    await double?.stop();
  }
}

async function oneFault(
  options: ClusterOptions,
  fault: FaultName,
  seed: number,
  run: string,
  say: (line: string) => void,
): Promise<RoundReport> {
  const { deadlineMs } = options;
  const { url, hands, stop } = await clusterOf(options, say);
  const giveUpMs = GIVE_UP * deadlineMs;
  try {
    return await faultRound({
      fault,
      cluster: hands,
      times: options.times,
      open: () => eventStoreDb({ url, clock: Date.now, deadlineMs, giveUpMs }),
      limitMs: 2 * giveUpMs + SLACK_MS,
      run,
      seed,
      writers: options.writers,
      subscribers: options.subscribers,
      thinkMs: options.thinkMs,
      calmMs: options.calmMs,
      out: options.out,
    });
  } finally {
    await stop();
  }
}

interface ClusterUnderTest {
  readonly url: string;
  readonly hands: ClusterHands;
  readonly stop: () => Promise<void>;
}

async function clusterOf(
  { url, nodes, commands, leaderCommand }: ClusterOptions,
  say: (line: string) => void,
): Promise<ClusterUnderTest> {
  if (url !== undefined) {
    const hands = commandHands({ nodes, commands, leaderCommand, url, say });
    return { url, hands, stop: async () => undefined };
  }
  const cluster = await startCluster();
  const hands = doubleHands(cluster, ELECTION_MS);
  return { url: cluster.url, hands, stop: () => cluster.stop() };
}
