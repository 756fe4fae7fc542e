import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import type { AppendAnswer, FollowSink, LogRecord, Place } from './log-client.port.js';
import { ServerFault } from './server-fault.js';

/** What the client keeps to itself and this file needs all the same. */
export interface Inner {
  GRPCStreamCreator(
    service: unknown,
    name: string,
    open: (client: unknown) => BatchCall,
    cache?: unknown,
  ): () => Promise<unknown>;
  handleError(client: unknown, error: unknown): Promise<void>;
  getChannel(): Promise<{ close(): void }>;
}

export interface BatchCall extends EventEmitter {
  write(chunk: unknown): boolean;
}

interface BatchAnswer {
  hasError(): boolean;
  getError(): { getDetails(): unknown };
}

/** An event as the client hands it out. */
export interface Resolved {
  readonly event?: {
    readonly streamId: string;
    readonly id: string;
    readonly revision: bigint;
    readonly type: string;
    readonly data: unknown;
    readonly metadata: unknown;
    readonly created: Date;
    readonly position?: Place;
  };
  readonly commitPosition?: bigint;
}

/** What comes from a subscription: an event, or what was pushed between events. */
export interface Followed extends Resolved {
  readonly checkpoint?: Place;
  readonly caughtUp?: true;
  readonly fellBehind?: true;
}

export function takeInto(sink: FollowSink, item: Followed): boolean {
  if (item.checkpoint !== undefined)
    return sink.take({ kind: 'checkpoint', place: item.checkpoint });
  if (item.caughtUp === true) return sink.take({ kind: 'caughtUp' });
  if (item.fellBehind === true) return sink.take({ kind: 'fellBehind' });
  const record = recordOf(item);
  return record === undefined || sink.take({ kind: 'record', record });
}

/** Undefined: a link whose event is gone. */
export function recordOf({ event, commitPosition }: Resolved): LogRecord | undefined {
  if (event === undefined) return undefined;
  const { streamId: stream, id, type, data, metadata, created } = event;
  // Servers before 22.6 give the commit half alone; in what they write the halves are the same.
  const place = event.position ?? { commit: commitPosition ?? 0n, prepare: commitPosition ?? 0n };
  const revision = Number(event.revision);
  return { stream, revision, id, type, place, data, metadata, createdMs: created.getTime() };
}

/** The conflict that an error of an append stands for, if it does. */
export function conflictOf(error: unknown): AppendAnswer | undefined {
  const { type, actualVersion } = error as { type?: unknown; actualVersion?: unknown };
  if (type !== 'wrong-expected-version') return undefined;
  return {
    kind: 'conflict',
    actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : 'none',
  };
}

/** All records of a read; the time counts from the last one that came. */
export async function collected(reading: Readable, deadlineMs: number): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new ServerFault('unknown')), deadlineMs);
      reading
        .on('data', (resolved: Resolved) => {
          timer?.refresh();
          const record = recordOf(resolved);
          if (record !== undefined) records.push(record);
        })
        // Stays: an error after the time was up must find somebody who listens.
        .on('error', reject)
        .on('end', resolve);
    });
    return records;
  } finally {
    clearTimeout(timer);
  }
}

/** What is told of a call that carries appends. */
interface BatchCallWatch {
  opened(): void;
  written(): void;
  answered(): void;
  broke(error: object): void;
}

/**
 * The client's call for appends, made safe. Its listeners throw where nobody can catch: on an
 * answer to an append that an error elsewhere has already given up (pending appends of all clients
 * are in one table of the module), and on a refusal without details. And an append that waits for
 * the call to drain when it breaks is rejected where nobody listens, so none is made to wait.
 */
export function safeBatchCall(call: BatchCall, watch: BatchCallWatch): BatchCall {
  watch.opened();
  const write = call.write.bind(call);
  call.write = (chunk) => {
    write(chunk);
    watch.written();
    return true;
  };
  for (const event of ['data', 'error']) {
    const listeners = call.listeners(event) as ((argument: unknown) => void)[];
    call.removeAllListeners(event);
    call.on(event, (argument: object) => {
      if (event === 'error') watch.broke(argument);
      else {
        watch.answered();
        nameless(argument as BatchAnswer);
      }
      for (const listener of listeners)
        try {
          listener(argument);
        } catch {
          // The append waits for its deadline, and is sent again.
        }
    });
  }
  return call;
}

/** A refusal without details, which the client would stumble over: it is known by its text. */
function nameless(answer: BatchAnswer): void {
  if (!answer.hasError()) return;
  const status = answer.getError();
  if (status.getDetails() == null) status.getDetails = () => ({ getTypeName: () => '' });
}
