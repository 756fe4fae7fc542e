import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { batchAppend, unaryAppend } from './append.service.js';
import { CallCounts } from './call-counts.js';
import { readGossip, supportedMethods } from './cluster.services.js';
import { deleteStream, tombstoneStream } from './delete.service.js';
import { EventLog } from './event-log.js';
import { writeFirstEvents } from './first-events.js';
import { FaultDesk } from './fault-desk.js';
import type { Address, Member, NodeContext, OpenCall, ServerSettings } from './node.js';
import { read } from './read.service.js';
import { type Place, systemEvent } from './recorded.event.js';
import { Refused } from './refusal.js';
import { type AccessList, metastreamOf, type StreamMetadata } from './stream-metadata.js';

const HOST = '127.0.0.1';

export interface DoubleOptions extends Partial<ServerSettings> {
  /** 0 (default): any free port, kept for the life of the double. */
  readonly port?: number;
  /** Milliseconds since 1970, for `created` and $maxAge; default: the machine's clock. */
  readonly clock?: () => number;
  /** How many ids the server remembers for expected 'any' and 'stream_exists'; 60,000. */
  readonly recentIds?: number;
  /** Whether a new log starts with the events a server writes for itself; true. */
  readonly systemEvents?: boolean;
  /** A log to serve instead of a new one: nodes of one cluster share theirs. */
  readonly log?: EventLog;
}

const RECENT_IDS = 60_000;

const DEFAULTS: ServerSettings = {
  batch: true,
  version: '24.10.0',
  maxAppendBytes: 1024 * 1024,
  maxEventBytes: 16 * 1024 * 1024 - 10_000,
  liveBuffer: 32,
  user: 'admin',
  forwards: true,
};

/** What a node asks the cluster it belongs to. */
export interface Membership {
  members(): readonly Member[];
  leaderElsewhere(): Address | 'none' | undefined;
}

/** One node: a gRPC server on 127.0.0.1 that answers as EventStoreDB does. */
export class Double {
  readonly log: EventLog;
  readonly faults = new FaultDesk();
  readonly stats = new CallCounts();
  readonly id = randomUUID();
  readonly settings: ServerSettings;
  private server: Server | undefined;
  private boundPort: number;
  private readonly open = new Set<OpenCall>();
  private membership: Membership = {
    members: () => [this.member('leader')],
    leaderElsewhere: () => undefined,
  };

  constructor(options: DoubleOptions = {}) {
    const { port = 0, clock = Date.now, recentIds, systemEvents, log, ...settings } = options;
    this.settings = { ...DEFAULTS, ...settings };
    this.log = log ?? newLog({ now: clock, recentIds, systemEvents });
    this.boundPort = port;
  }

  get port(): number {
    return this.boundPort;
  }

  get address(): Address {
    return { host: HOST, port: this.boundPort };
  }

  /** For a client that knows this one node. */
  get url(): string {
    return `esdb://${HOST}:${this.boundPort}?tls=false`;
  }

  get isRunning(): boolean {
    return this.server !== undefined;
  }

  /** Listens, on the port it had before if it had one. The log is what it was. */
  async start(): Promise<void> {
    if (this.server) return;
    const server = new Server({
      'grpc.max_receive_message_length': 64 * 1024 * 1024,
      'grpc.max_concurrent_streams': 10_000,
    });
    this.addServices(server);
    this.boundPort = await new Promise<number>((resolve, reject) => {
      server.bindAsync(
        `${HOST}:${this.boundPort}`,
        ServerCredentials.createInsecure(),
        (problem, port) => (problem ? reject(problem) : resolve(port)),
      );
    });
    this.server = server;
  }

  /** Breaks every call and connection and refuses new ones; the log and its port stay. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    // What only the memory of the process knew is gone; the log is not.
    this.log.recent.clear();
    this.open.clear();
    if (!server) return;
    server.forceShutdown();
    // Forcing closes the door without waiting for it to be closed.
    await new Promise<void>((resolve) => {
      server.tryShutdown(() => resolve());
    });
  }

  /** Breaks every call under way (batch calls, reads, subscriptions); the connection stays. */
  resetCalls(text = 'Call reset'): void {
    for (const call of [...this.open]) call.breakOff(new Refused({ kind: 'unavailable', text }));
  }

  /** Stops and starts again on the same port, as a crash and a quick restart do. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /**
   * Loses every event after a position, as a restored older copy does: every call breaks, and
   * what was written afterwards takes the same positions again.
   */
  truncateAfter(position: Place): void {
    this.log.truncateAfter(position);
    this.resetCalls('Log truncated');
  }

  /** Writes a stream's metadata as its owner would, without asking for rights. */
  setMetadata(stream: string, metadata: StreamMetadata): void {
    this.log.write(metastreamOf(stream), [systemEvent(randomUUID(), '$metadata', metadata)]);
  }

  /** Writes the default rights of streams, as an administrator would (`$settings`). */
  setDefaultAccess(user: AccessList, system?: AccessList): void {
    const settings = { $userStreamAcl: user, ...(system ? { $systemStreamAcl: system } : {}) };
    this.log.write('$settings', [systemEvent(randomUUID(), 'update-default-acl', settings)]);
  }

  /** What this node says of itself in gossip. */
  member(role: Member['role']): Member {
    return { ...this.address, id: this.id, alive: this.isRunning, role };
  }

  /** Makes this node one of a cluster. */
  join(membership: Membership): void {
    this.membership = membership;
  }

  private addServices(server: Server): void {
    const node: NodeContext = {
      log: this.log,
      settings: this.settings,
      faults: this.faults,
      counts: this.stats,
      open: this.open,
      members: () => this.membership.members(),
      leaderElsewhere: () => this.membership.leaderElsewhere(),
    };
    server.addService(StreamsService, {
      append: unaryAppend.bind(undefined, node),
      batchAppend: batchAppend.bind(undefined, node),
      read: read.bind(undefined, node),
      delete: deleteStream.bind(undefined, node),
      tombstone: tombstoneStream.bind(undefined, node),
    });
    server.addService(ServerFeaturesService, {
      getSupportedMethods: supportedMethods.bind(undefined, node),
    });
    server.addService(GossipService, { read: readGossip.bind(undefined, node) });
  }
}

interface NewLog {
  readonly now: () => number;
  readonly recentIds: number | undefined;
  readonly systemEvents: boolean | undefined;
}

function newLog({ now, recentIds = RECENT_IDS, systemEvents = true }: NewLog): EventLog {
  const log = new EventLog({ now, recentIds });
  if (systemEvents) writeFirstEvents(log);
  return log;
}

/** A double that listens already; stop it when the test is over. */
export async function startDouble(options: DoubleOptions = {}): Promise<Double> {
  const double = new Double(options);
  await double.start();
  return double;
}
