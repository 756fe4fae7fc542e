import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterHands, Step } from './cluster-hands.port.js';

/** How long things last, ms. */
export interface FaultTimes {
  /** A node that is killed, stopped or cut off. */
  readonly outageMs: number;
  readonly pauseMs: number;
  readonly flapMs: number;
  readonly flaps: number;
  /** Longest wait for a leader; beyond it the fault fails. */
  readonly leaderMs: number;
}

export const REAL_TIMES: FaultTimes = {
  outageMs: 15_000,
  pauseMs: 30_000,
  flapMs: 2_000,
  flaps: 5,
  leaderMs: 120_000,
};

/** Does a step and writes it down. */
type Hand = (step: Step, node: string, peer?: string) => Promise<void>;

interface Fault {
  readonly needs: readonly Step[];
  readonly run: (hand: Hand, cluster: ClusterHands, times: FaultTimes) => Promise<void>;
}

/** Fault tests 22 and 24 by name. */
export const FAULTS = {
  'kill-leader': {
    needs: ['kill', 'start'],
    async run(hand, cluster, times) {
      const node = await leaderOf(cluster, times);
      await hand('kill', node);
      await pause(times.outageMs);
      await hand('start', node);
    },
  },
  'pause-leader': {
    needs: ['pause', 'resume'],
    async run(hand, cluster, times) {
      const node = await leaderOf(cluster, times);
      await hand('pause', node);
      await pause(times.pauseMs);
      await hand('resume', node);
    },
  },
  partition: {
    needs: ['cut', 'heal'],
    async run(hand, cluster, times) {
      const node = await leaderOf(cluster, times);
      await hand('cut', node);
      await pause(times.outageMs);
      await hand('heal', node);
    },
  },
  'partition-one': {
    needs: ['cutOne', 'heal'],
    async run(hand, cluster, times) {
      const node = await leaderOf(cluster, times);
      await hand('cutOne', node, cluster.nodes.find((other) => other !== node) ?? node);
      await pause(times.outageMs);
      await hand('heal', node);
    },
  },
  flap: {
    needs: ['pause', 'resume'],
    async run(hand, cluster, times) {
      for (let round = 0; round < times.flaps; round += 1) {
        const leader = await cluster.leader();
        // Without these the leader has no majority.
        const others = cluster.nodes.filter((node) => node !== leader);
        for (const node of others) await hand('pause', node);
        await pause(times.flapMs);
        for (const node of others) await hand('resume', node);
        await pause(times.flapMs);
      }
    },
  },
  rolling: {
    needs: ['stop', 'start'],
    async run(hand, cluster, times) {
      const leader = await leaderOf(cluster, times);
      const others = cluster.nodes.filter((node) => node !== leader);
      for (const node of [...others, leader]) {
        await hand('stop', node);
        await hand('start', node);
        await leaderOf(cluster, times);
        await pause(times.flapMs);
      }
    },
  },
  resign: {
    needs: ['resign'],
    async run(hand, cluster, times) {
      await hand('resign', await leaderOf(cluster, times));
      await pause(times.flapMs);
    },
  },
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** Which steps of a fault this cluster cannot do; empty: it can be run. */
export const missingSteps = (name: FaultName, cluster: ClusterHands): readonly Step[] =>
  FAULTS[name].needs.filter((step) => !cluster.can(step));

/** Runs one fault; afterwards all nodes are there again and one leads. Throws what went wrong. */
export async function runFault(
  name: FaultName,
  cluster: ClusterHands,
  times: FaultTimes,
  note: (step: string) => void,
): Promise<void> {
  const hand: Hand = async (step, node, peer) => {
    note(`${step} ${node}${peer === undefined ? '' : ` from ${peer}`}`);
    await cluster.do(step, node, peer);
  };
  await FAULTS[name].run(hand, cluster, times);
  await leaderOf(cluster, times);
  note('over');
}

async function leaderOf(cluster: ClusterHands, { leaderMs }: FaultTimes): Promise<string> {
  const end = performance.now() + leaderMs;
  for (;;) {
    const leader = await cluster.leader();
    if (leader !== undefined) return leader;
    if (performance.now() > end) throw new Error(`no leader within ${leaderMs} ms`);
    await pause(Math.min(500, leaderMs / 20));
  }
}
