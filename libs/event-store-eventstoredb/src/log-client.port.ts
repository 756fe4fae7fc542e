/** A place in the server's log; both halves count, the commit first. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as the server hands it out; `data` and `metadata` are parsed where they are JSON. */
export interface LogRecord {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly place: Place;
  readonly data: unknown;
  readonly metadata: unknown;
  /** The server's clock at writing, ms since 1970. */
  readonly createdMs: number;
}

/** An event on its way to the server; `id` is the server's (a UUID). */
export interface OutgoingRecord {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  /** JSON, UTF-8. */
  readonly metadata: Uint8Array;
}

/** What an append found; anything else is thrown as `ServerFault`. */
export type AppendAnswer =
  | { readonly kind: 'written'; readonly revision: number; readonly place: Place }
  | { readonly kind: 'conflict'; readonly actual: number | 'none' };

export interface LogFilter {
  readonly on: 'type' | 'stream';
  /** Regular expression in the part of the syntax that .NET and JavaScript share. */
  readonly regex: string;
  /** Entries searched between two checkpoints, at least 1. */
  readonly window: number;
}

export type FollowItem =
  | { readonly kind: 'record'; readonly record: LogRecord }
  | { readonly kind: 'checkpoint'; readonly place: Place }
  | { readonly kind: 'caughtUp' }
  | { readonly kind: 'fellBehind' };

/** Where a running subscription puts what comes. */
export interface FollowSink {
  /** The server has taken the subscription. */
  confirmed(): void;
  /** The next item, in the order of the log; false: send no more until `resume` is called. */
  take(item: FollowItem): boolean;
  /** Nothing more comes; `undefined`: the server ended it without an error. */
  ended(error: unknown): void;
}

export interface Following {
  resume(): void;
  /** Ends it; the sink hears nothing more. */
  stop(): void;
}

export interface ReadPart {
  /** Records at most. */
  readonly count: number;
  readonly backwards?: boolean;
  readonly deadlineMs: number;
}

/**
 * What this adapter needs of a client of the server; implemented once, in `eventstoredb-client.ts`.
 * Errors are `ServerFault`. No call outlives its deadline.
 */
export interface LogClient {
  append(
    stream: string,
    expected: number | 'none' | 'any',
    records: readonly OutgoingRecord[],
    deadlineMs: number,
  ): Promise<AppendAnswer>;
  /** From a revision, inclusive, or from the end backwards; empty if there is no such stream. */
  readStream(stream: string, from: number | 'end', part: ReadPart): Promise<LogRecord[]>;
  /** From a place, **inclusive**, or from an end of the log. */
  readAll(from: Place | 'start' | 'end', part: ReadPart): Promise<LogRecord[]>;
  /** After a place, **exclusive**, or from the start; then live. */
  follow(after: Place | 'start', filter: LogFilter, sink: FollowSink): Following;
  dispose(): Promise<void>;
}
