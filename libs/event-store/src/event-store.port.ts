import type { Capacity, ClockChange, SealedParts } from '#libs/kernel';

/**
 * A place in the whole log. Opaque; comparable with `<` as a string; survives JSON and SQL.
 * `START` is before every event.
 */
export type Position = string & { readonly brand: 'Position' };
export const START = '' as Position;

/** Milliseconds since 1970 UTC; injected, so that tests and simulations own the time. */
export type Clock = () => number;

/**
 * A stream's revision that the writer expects: it does not exist, anything, or exactly this one.
 */
export type Expected = 'none' | 'any' | number;

/** What is recorded about an event beside its content. */
export interface EventMeta {
  readonly workflow: string;
  readonly definitionVersion: number;
  readonly rulePack?: string | undefined;
  readonly actor: string;
  readonly onBehalfOf?: string | undefined;
  /** Those who passed the right on, from the person acted for to the actor. */
  readonly via?: readonly string[] | undefined;
  readonly capacity?: Capacity | undefined;
  /** The policy that allowed it, as text. */
  readonly policy: string;
  /** Claimed business time, ISO 8601. */
  readonly occurredAt: string;
  /** Idempotency key of the command, and the hash of the command's content. */
  readonly commandId: string;
  readonly commandHash: string;
  /** Position-independent id of the event that caused the command, if any. */
  readonly causationId?: string | undefined;
  readonly correlationId: string;
  /** What the command did to the clocks of its instance, if anything; on its last event only. */
  readonly clocks?: readonly ClockChange[] | undefined;
  /** W3C `traceparent` of the command, where it was traced; no part of what is recorded. */
  readonly trace?: string | undefined;
}

export interface NewEvent extends EventMeta {
  /** Derived from (command key, index), so that a repeat writes the same id. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Clear content: ids, counts, dates, codes. */
  readonly data: object;
  /** Personal and free text, each part belonging to one person. */
  readonly sealed?: SealedParts | undefined;
}

/**
 * An event as read. Its parts are parsed when first looked at, so the fields are getters: spread it
 * or compare it through `plainEvent`. Reading `data` throws `UpcastError` if an upcaster fails and
 * `StoreError` STORE_CORRUPT if the stored text is damaged, so that one event can be parked.
 * `schemaVersion` is the version of `data` as delivered, after upcasting.
 */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** 0, 1, 2, ... without gaps in a stream. */
  readonly revision: number;
  readonly position: Position;
  /**
   * When it was stored, ISO 8601; never decreasing in a stream, nor over the log where one process
   * writes. Beside each other processes may differ by what their clocks do.
   */
  readonly recordedAt: string;
}

export interface Appended {
  readonly kind: 'appended';
  /** Revision and position of the last event written. */
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
}

/** The stream was not where the writer thought. An answer, not an error; nothing was written. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly actual: number | 'none';
}

/**
 * What a reader is going to look at beside `data` and the place of an event: a store may spare
 * itself the rest. A hint only: what was not announced is there as well, but comes slower.
 */
export interface WantedParts {
  /** Event types whose envelope (`EventMeta` and `id`) is looked at; left out: all. */
  readonly envelope?: readonly string[] | undefined;
  /** Event types whose sealed parts are looked at; left out: all. */
  readonly sealed?: readonly string[] | undefined;
}

export interface ReadAllOptions {
  /** Only these event types; left out: all. */
  readonly types?: readonly string[] | undefined;
  readonly parts?: WantedParts | undefined;
  /** Number of log entries looked at, at most. */
  readonly limit: number;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Where to go on; advances even if the filter let nothing through. */
  readonly next: Position;
  readonly atEnd: boolean;
}

export type SubscriptionMessage =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[]; readonly next: Position }
  /** Nothing passed the filter up to here; worth remembering. */
  | { readonly kind: 'checkpoint'; readonly next: Position }
  /**
   * Everything stored at this moment has been delivered. Comes when the end is first reached, and
   * again whenever it is reached after more events or a checkpoint.
   */
  | { readonly kind: 'caughtUp'; readonly next: Position };

export interface SubscribeOptions {
  readonly types?: readonly string[] | undefined;
  readonly parts?: WantedParts | undefined;
  /** Ends the iteration, quietly; so does closing the store. */
  readonly signal?: AbortSignal | undefined;
  /** Log entries looked at per message, at most. */
  readonly batch?: number | undefined;
}

/**
 * The log. A conflict is an answer; only a broken store throws. Every adapter passes the contract
 * suite in `testing`.
 */
export interface EventStore {
  /** Appends all events or none, durable when the promise resolves. `events` is not empty. */
  append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
  ): Promise<Appended | Conflict>;
  /** The stream's events from `from` (a revision, default 0); empty if it does not exist. */
  read(stream: string, from?: number): Promise<readonly StoredEvent[]>;
  /**
   * The log after a position (exclusive), in order; a position beyond the end gives an empty page.
   */
  readAll(after: Position, options: ReadAllOptions): Promise<Page>;
  /** The log after a position and then live; the next message is fetched when asked for. */
  subscribe(after: Position, options?: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  /** Position of the last event, `START` when empty. */
  head(): Promise<Position>;
  /**
   * Whether a position lies beyond the end of the log, which may have entries after the last event
   * that are none, and positions on them. Left out: whatever is beyond `head` is.
   */
  isBeyondEnd?(position: Position): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * The store is broken or refused; `code` is stable and translated at the edge. After STORE_FULL the
 * store works again once there is space; after STORE_FAILED on a write the outcome of that write is
 * unknown, and the store accepts nothing until it is opened again.
 *
 * Of a store beyond this process: STORE_UNAVAILABLE: it cannot be reached, and nothing was written.
 * STORE_OUTCOME_UNKNOWN: no answer came in time; the same append again tells. STORE_DENIED: it does
 * not let this user. STORE_TOO_LARGE: an event or a batch is larger than it takes; nothing was
 * written. STORE_UNSAFE: its settings let the record be changed. STORE_AHEAD: a position lies
 * beyond the end of the log, which was truncated or replaced by an older one.
 */
export class StoreError extends Error {
  constructor(
    readonly code:
      | 'STORE_IN_USE'
      | 'STORE_NEWER'
      | 'STORE_READ_ONLY'
      | 'STORE_CORRUPT'
      | 'STORE_FULL'
      | 'STORE_CLOSED'
      | 'STORE_FAILED'
      | 'STORE_UNAVAILABLE'
      | 'STORE_OUTCOME_UNKNOWN'
      | 'STORE_DENIED'
      | 'STORE_TOO_LARGE'
      | 'STORE_UNSAFE'
      | 'STORE_AHEAD',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
