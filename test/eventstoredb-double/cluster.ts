import { Double, type DoubleOptions } from './double.js';
import type { Address, Member } from './node.js';

export interface ClusterOptions extends Omit<DoubleOptions, 'port' | 'log'> {
  /** 3 by default. */
  readonly nodes?: number;
  /** How many of the nodes, counted from the last, only copy the log and never pass writes on. */
  readonly readOnlyReplicas?: number;
}

/**
 * Several nodes that share one log, one of them the leader. Copying between them takes no time
 * here, so a follower is never behind. The first node leads until a test moves the leader.
 */
export class Cluster {
  private leading: Double | undefined;

  constructor(
    readonly nodes: readonly Double[],
    private readonly replicas: number,
  ) {
    this.leading = nodes[0];
    for (const node of nodes) {
      node.join({
        members: () => nodes.map((member) => this.memberOf(member)),
        leaderElsewhere: () => this.leaderFor(node),
      });
    }
  }

  /** The node that leads, running or not; undefined while there is none. */
  get leader(): Double | undefined {
    return this.leading;
  }

  /** For clients that are told all nodes and ask them who leads. */
  get url(): string {
    const hosts = this.nodes.map(({ address }) => `${address.host}:${address.port}`);
    return `esdb://${hosts.join(',')}?tls=false`;
  }

  /** For clients that ask one name for all nodes; here it is the first node's address. */
  get discoverUrl(): string {
    const first = this.nodes[0]?.address;
    return `esdb+discover://${first?.host}:${first?.port}?tls=false`;
  }

  /**
   * Makes another node the leader, or nobody. What only the old leader's writer remembered (ids
   * written lately) is forgotten.
   */
  moveLeader(to: Double | undefined): void {
    this.leading = to;
    this.nodes[0]?.log.recent.clear();
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  private memberOf(node: Double): Member {
    if (node === this.leading) return node.member('leader');
    const isReplica = this.nodes.indexOf(node) >= this.nodes.length - this.replicas;
    return node.member(isReplica ? 'readOnlyReplica' : 'follower');
  }

  private leaderFor(node: Double): Address | 'none' | undefined {
    if (node === this.leading) return undefined;
    return this.leading?.isRunning ? this.leading.address : 'none';
  }
}

/** A cluster whose nodes listen already; stop it when the test is over. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { nodes = 3, readOnlyReplicas = 0, ...shared } = options;
  const first = new Double(shared);
  const others = Array.from({ length: nodes - 1 }, (_, index) => {
    const forwards = index + 1 < nodes - readOnlyReplicas ? shared.forwards : false;
    return new Double({
      ...shared,
      ...(forwards === undefined ? {} : { forwards }),
      log: first.log,
    });
  });
  const all = [first, ...others];
  await Promise.all(all.map((node) => node.start()));
  return new Cluster(all, readOnlyReplicas);
}
