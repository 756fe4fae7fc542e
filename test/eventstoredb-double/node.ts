import type { CallCounts } from './call-counts.js';
import type { EventLog } from './event-log.js';
import type { FaultDesk } from './fault-desk.js';

/** Where a node can be reached. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What a member of the cluster tells in gossip. */
export interface Member extends Address {
  readonly id: string;
  readonly alive: boolean;
  readonly role: 'leader' | 'follower' | 'readOnlyReplica';
}

/** Limits and habits of the server, as its settings give them; a test may change them any time. */
export interface ServerSettings {
  /** Whether BatchAppend is offered; without it clients append with one call each. */
  batch: boolean;
  version: string;
  /** Bytes of all events of one append. */
  maxAppendBytes: number;
  /** Bytes of one event. */
  maxEventBytes: number;
  /** Messages a live subscriber may be behind before it goes back to reading the log. */
  liveBuffer: number;
  /** Who calls without credentials: over tls=false clients never send any. */
  user: string;
  /** Whether a follower passes writes on to the leader instead of refusing them. */
  forwards: boolean;
}

/** Everything the calls of one node need. */
export interface NodeContext {
  readonly log: EventLog;
  readonly settings: ServerSettings;
  readonly faults: FaultDesk;
  readonly counts: CallCounts;
  /** Calls that are open, each with the way to break it. */
  readonly open: Set<OpenCall>;
  members(): readonly Member[];
  /** The leader's address, when this node is not the leader itself; 'none' without any. */
  leaderElsewhere(): Address | 'none' | undefined;
}

export interface OpenCall {
  breakOff(problem: unknown): void;
}
