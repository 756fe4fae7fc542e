import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import type { AppendAnswer, FollowSink, LogRecord, Place } from './log-client.port.js';
import { ServerFault } from './server-fault.js';

/** What the client keeps to itself and this file needs all the same. */
export interface Inner {
  GRPCStreamCreator(
    service: unknown,
    name: string,
    open: (client: unknown) => Readable & BatchCall,
    cache?: unknown,
  ): () => Promise<unknown>;
  handleError(client: unknown, error: unknown): Promise<void>;
  getChannel(): Promise<{ close(): void }>;
}

export interface BatchCall extends EventEmitter {
  write(chunk: unknown): boolean;
}

export interface BatchAnswer {
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
