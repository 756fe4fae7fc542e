import { Refused, type Refusal } from './refusal.js';

/** Every kind of call the double can count or disturb. */
export const CALL_KINDS = [
  'unaryAppend',
  'batchAppend',
  'read',
  'subscribe',
  'delete',
  'tombstone',
  'gossip',
  'features',
] as const;
export type CallKind = (typeof CALL_KINDS)[number];

export const APPENDS: readonly CallKind[] = ['unaryAppend', 'batchAppend'];
const WRITES: readonly CallKind[] = [...APPENDS, 'delete', 'tombstone'];
const STREAM_CALLS: readonly CallKind[] = [...WRITES, 'read', 'subscribe'];

/** What can be made to go wrong. Unless said otherwise, nothing is written. */
export type Trouble =
  /** Written, then never answered ('silent'), or the call breaks like a cut line ('broken'). */
  | { kind: 'dropReply'; how?: 'silent' | 'broken' }
  /** Written, answered so many milliseconds later. */
  | { kind: 'delay'; ms: number }
  /** Written, answered when the promise settles. */
  | { kind: 'hold'; until: Promise<unknown> }
  /** Written (`committed`) or not, and answered "timed out": the client cannot know which. */
  | { kind: 'timeout'; committed?: boolean }
  /** Accepted and never answered. */
  | { kind: 'hang' }
  /** Subscriptions stay open and get nothing more until it is cleared; no call uses it up. */
  | { kind: 'mute' }
  /** Refused by a node that knows the leader, or (without an address) does not. */
  | { kind: 'notLeader'; host?: string; port?: number }
  | { kind: 'notReady' }
  | { kind: 'tooBusy' }
  /** UNAVAILABLE; a batch call breaks with it, all its appends under way included. */
  | { kind: 'unavailable'; text?: string }
  | { kind: 'denied' }
  /** As if the stream were tombstoned. */
  | { kind: 'deleted' };

/** How long and where: the next `times` calls (all until cleared), of these kinds, this stream. */
export interface FaultScope {
  times?: number;
  on?: readonly CallKind[];
  stream?: string;
}

export type Fault = Trouble & FaultScope;

interface Raised {
  readonly fault: Fault;
  readonly on: readonly CallKind[];
  left: number;
}

const AFTER: readonly Trouble['kind'][] = ['dropReply', 'delay', 'hold'];

/** The faults in force. Each call asks twice: before it does its work, and before it answers. */
export class FaultDesk {
  private raised: Raised[] = [];
  private readonly listeners = new Set<() => void>();

  /** Puts a fault in force; returns how to end it early. */
  raise(fault: Fault): () => void {
    const raised: Raised = {
      fault,
      on: fault.on ?? kindsOf(fault.kind),
      left: fault.times ?? Number.POSITIVE_INFINITY,
    };
    this.raised.push(raised);
    return () => {
      this.keep((other) => other !== raised);
    };
  }

  /** Ends every fault, or those of one kind. */
  clear(kind?: Trouble['kind']): void {
    this.keep(({ fault }) => kind !== undefined && fault.kind !== kind);
  }

  /** Faults still in force. */
  get inForce(): readonly Fault[] {
    return this.raised.map(({ fault }) => fault);
  }

  dropReply(scope: FaultScope & { how?: 'silent' | 'broken' } = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'dropReply' });
  }

  delay(ms: number, scope: FaultScope = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'delay', ms });
  }

  /** Keeps the answers to all writes back; the function returned lets them go, in order. */
  hold(scope: FaultScope = {}): () => void {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const lower = this.raise({ ...scope, kind: 'hold', until });
    return () => {
      lower();
      release();
    };
  }

  timeout(scope: FaultScope & { committed?: boolean } = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'timeout' });
  }

  hang(scope: FaultScope = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'hang' });
  }

  notLeader(scope: FaultScope & { host?: string; port?: number } = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'notLeader' });
  }

  notReady(scope: FaultScope = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'notReady' });
  }

  tooBusy(scope: FaultScope = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'tooBusy' });
  }

  unavailable(scope: FaultScope & { text?: string } = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'unavailable' });
  }

  mute(scope: FaultScope = {}): () => void {
    return this.raise({ ...scope, kind: 'mute' });
  }

  denied(scope: FaultScope = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'denied' });
  }

  deleted(scope: FaultScope = { times: 1 }): () => void {
    return this.raise({ ...scope, kind: 'deleted' });
  }

  /**
   * Asked before a call does its work: 'hang' means never to answer it.
   *
   * @throws Refused what the fault in force says
   */
  before(call: CallKind, stream: string): 'go' | 'hang' {
    const is = (fault: Fault) =>
      !AFTER.includes(fault.kind) && !isLate(fault) && fault.kind !== 'mute';
    const fault = this.take(call, stream, is);
    if (!fault) return 'go';
    if (fault.kind === 'hang') return 'hang';
    throw new Refused(refusalOf(fault, stream));
  }

  /** Asked when the work is done: what to do with the answer. */
  after(call: CallKind, stream: string): Trouble | undefined {
    return this.take(call, stream, (fault) => AFTER.includes(fault.kind) || isLate(fault));
  }

  /** Whether subscriptions to a stream (or `$all`) are silent now. */
  mutes(stream: string): boolean {
    return this.raised.some(
      ({ fault }) => fault.kind === 'mute' && (fault.stream ?? stream) === stream,
    );
  }

  /** Calls back whenever a fault has ended; returns how to stop that. */
  onEnd(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private take(call: CallKind, stream: string, is: (fault: Fault) => boolean): Fault | undefined {
    const found = this.raised.find(
      ({ fault, on }) =>
        is(fault) && on.includes(call) && (fault.stream === undefined || fault.stream === stream),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.keep((other) => other !== found);
    return found.fault;
  }

  private keep(stays: (raised: Raised) => boolean): void {
    this.raised = this.raised.filter(stays);
    for (const listener of this.listeners) listener();
  }
}

function isLate(fault: Fault): boolean {
  return fault.kind === 'timeout' && fault.committed === true;
}

function kindsOf(kind: Trouble['kind']): readonly CallKind[] {
  const onlyWrites = AFTER.includes(kind) || kind === 'timeout' || kind === 'notLeader';
  return onlyWrites ? WRITES : STREAM_CALLS;
}

function refusalOf(fault: Trouble, stream: string): Refusal {
  switch (fault.kind) {
    case 'timeout':
      return { kind: 'timed-out' };
    case 'notLeader':
      return fault.port === undefined
        ? { kind: 'no-leader' }
        : { kind: 'not-leader', host: fault.host ?? '127.0.0.1', port: fault.port };
    case 'notReady':
      return { kind: 'not-ready' };
    case 'tooBusy':
      return { kind: 'too-busy' };
    case 'unavailable':
      return { kind: 'unavailable', text: fault.text ?? 'Service unavailable' };
    case 'denied':
      return { kind: 'access-denied' };
    case 'deleted':
      return { kind: 'stream-deleted', stream };
    default:
      throw new Error(`${fault.kind} is no refusal`);
  }
}
