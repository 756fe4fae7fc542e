import { setTimeout as pause } from 'node:timers/promises';
import {
  APPENDS,
  type CallKind,
  type Cluster,
  type Double,
} from '../../eventstoredb-double/index.js';
import type { ClusterHands, Step } from './cluster-hands.port.js';

const EVERY_CALL: readonly CallKind[] = [
  ...APPENDS,
  'read',
  'subscribe',
  'delete',
  'tombstone',
  'gossip',
  'features',
];
const UNANSWERED = 3;

type Act = (node: Double) => Promise<void> | void;

/**
 * Does to a cluster of doubles what befalls a real one. Nodes are n1, n2, ...; a leader that goes
 * away is followed by the next node that can lead, after an election.
 */
export function doubleHands(cluster: Cluster, electionMs: number): ClusterHands {
  const away = new Set<Double>();
  const nodes = new Map(cluster.nodes.map((node, index) => [`n${index + 1}`, node]));
  const nameOf = (node: Double | undefined) => [...nodes].find(([, other]) => other === node)?.[0];

  const elect = async (): Promise<void> => {
    cluster.moveLeader(undefined);
    await pause(electionMs);
    const able = cluster.nodes.filter((node) => node.isRunning && !away.has(node));
    // With less than half of the nodes nobody is elected.
    if (cluster.leader === undefined && able.length > cluster.nodes.length / 2)
      cluster.moveLeader(able[0]);
  };
  const leave = async (node: Double): Promise<void> => {
    away.add(node);
    const able = cluster.nodes.length - away.size;
    if (cluster.leader === node || able <= cluster.nodes.length / 2) await elect();
  };
  const comeBack = async (node: Double): Promise<void> => {
    away.delete(node);
    if (cluster.leader === undefined) await elect();
  };

  const acts: Partial<Record<Step, Act>> = {
    async kill(node) {
      // What it wrote in its last moments is never answered.
      node.faults.dropReply({ times: UNANSWERED, how: 'silent' });
      await pause(20);
      await node.stop();
      node.faults.clear();
      await leave(node);
    },
    async stop(node) {
      await node.stop();
      await leave(node);
    },
    async start(node) {
      await node.start();
      await comeBack(node);
    },
    async pause(node) {
      node.faults.hang({ on: EVERY_CALL });
      node.faults.mute();
      await leave(node);
    },
    async resume(node) {
      node.faults.clear();
      await comeBack(node);
    },
    async cut(node) {
      // Alone it writes nothing for good; then it notices.
      node.faults.timeout({ times: UNANSWERED });
      node.faults.notReady({ on: [...APPENDS, 'subscribe'] });
      await leave(node);
    },
    async heal(node) {
      node.faults.clear();
      await comeBack(node);
    },
    resign: () => {
      const others = cluster.nodes.filter((node) => node.isRunning && node !== cluster.leader);
      cluster.moveLeader(others[0]);
    },
  };
  return {
    nodes: [...nodes.keys()],
    leader: async () => nameOf(cluster.leader),
    can: (step) => acts[step] !== undefined,
    async do(step, name) {
      const node = nodes.get(name);
      const act = acts[step];
      if (node === undefined || act === undefined) throw new Error(`${step} ${name}: not here`);
      await act(node);
    },
  };
}
