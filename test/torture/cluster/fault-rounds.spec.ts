import { jest } from '@jest/globals';
import { eventStoreDb } from '#libs/event-store-eventstoredb';
import { type Cluster, startCluster } from '../../eventstoredb-double/index.js';
import { FAULT_NAMES, type FaultName, type FaultTimes } from './cluster.faults.js';
import type { ClusterHands } from './cluster-hands.port.js';
import { doubleHands } from './double.hands.js';
import { faultRound } from './fault.round.js';

jest.setTimeout(120_000);

const TIMES: FaultTimes = {
  outageMs: 250,
  pauseMs: 500,
  flapMs: 120,
  flaps: 2,
  leaderMs: 20_000,
};

async function round(
  fault: FaultName,
  seed: number,
  hands = (nodes: Cluster): ClusterHands => doubleHands(nodes, 80),
) {
  const nodes = await startCluster();
  const { url } = nodes;
  const report = await faultRound({
    fault,
    cluster: hands(nodes),
    times: TIMES,
    // Shorter than the outages, so that outcomes stay unknown and writers have to ask again.
    open: () => eventStoreDb({ url, clock: Date.now, deadlineMs: 100, giveUpMs: 300 }),
    limitMs: 30_000,
    run: `torture-${seed}`,
    seed,
    writers: 6,
    subscribers: 4,
    thinkMs: 10,
    calmMs: 300,
  });
  await nodes.stop();
  return report;
}

/** A slice of `npm run torture -- cluster`, each fault once, over a cluster of doubles. */
describe('a cluster of the log under load (22, 23, 24)', () => {
  it.each(FAULT_NAMES.map((fault, index) => [fault, 20_261 + index] as const))(
    'keeps what it promised: %s, seed %i',
    async (fault, seed) => {
      const report = await round(fault, seed);
      expect({ seed, problems: report.problems }).toEqual({ seed, problems: [] });
      const ran = report.missing.length === 0;
      expect(ran).toBe(fault !== 'partition-one');
      expect(report.acknowledged > 10 && report.seen > 10).toBe(ran);
    },
  );
});

describe('a cluster that breaks its word', () => {
  /** Does something else in place of a resignation. */
  const insteadOfResigning =
    (harm: (nodes: Cluster) => void) =>
    (nodes: Cluster): ClusterHands => ({
      ...doubleHands(nodes, 80),
      do: async () => harm(nodes),
    });

  it('by losing what it acknowledged is found out', async () => {
    const lose = insteadOfResigning((nodes) => {
      const log = nodes.nodes[0]!.log;
      nodes.nodes[0]!.truncateAfter(log.events.at(-20)!);
    });
    const { problems } = await round('resign', 7, lose);
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(/^I1: acknowledged/)]));
  });

  it('by writing the same twice is found out', async () => {
    const repeat = insteadOfResigning((nodes) => {
      const log = nodes.nodes[0]!.log;
      const last = log.events.at(-1)!;
      log.write(last.stream, [last]);
    });
    const { problems } = await round('resign', 8, repeat);
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(/^I2: /)]));
  });
});
