import { encodeAppend } from './append-request.js';
import { type Codec, createCodec } from './codec.js';
import {
  type Appended,
  type Clock,
  type Conflict,
  type EventStore,
  type Expected,
  type NewEvent,
  type Page,
  type Position,
  type ReadAllOptions,
  type StoredEvent,
  StoreError,
  type SubscribeOptions,
  type SubscriptionMessage,
} from './event-store.port.js';
import { followLog } from './follow-log.js';
import { ordinalOf, positionOf } from './ordinal-position.js';
import { TextEvent } from './text-event.js';
import { WakeSignal } from './wake-signal.js';

/**
 * The log in memory: everything the port promises except that it outlives the process. Events are
 * kept as text, so a caller that changes an object it appended or read changes nothing stored.
 */
export function memoryEventStore(options: {
  readonly clock: Clock;
  readonly codec?: Codec;
}): EventStore {
  return new MemoryEventStore(options.clock, options.codec ?? createCodec());
}

class MemoryEventStore implements EventStore {
  /** The event at position n is at index n - 1; each read gets its own copy. */
  private readonly log: (() => TextEvent)[] = [];
  private readonly types: string[] = [];
  private readonly streams = new Map<string, number[]>();
  private readonly appended = new WakeSignal();
  private lastRecordedAt = 0;
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly codec: Codec,
  ) {}

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
  ): Promise<Appended | Conflict> {
    this.requireOpen();
    const encoded = encodeAppend(stream, events);
    const ordinals = this.streams.get(stream);
    const actual = ordinals === undefined ? 'none' : ordinals.length - 1;
    if (expected !== 'any' && expected !== actual) return { kind: 'conflict', actual };

    const written = ordinals ?? [];
    const recordedAt = Math.max(this.clock(), this.lastRecordedAt);
    for (const { type, schemaVersion, meta, data, sealed } of encoded) {
      const kind = this.codec.kindOf(type, schemaVersion);
      const revision = written.length;
      const ordinal = this.log.length + 1;
      this.log.push(
        () => new TextEvent(kind, stream, revision, ordinal, recordedAt, meta, data, sealed),
      );
      this.types.push(type);
      written.push(ordinal);
    }
    this.streams.set(stream, written);
    this.lastRecordedAt = recordedAt;
    this.appended.wake();
    return {
      kind: 'appended',
      revision: written.length - 1,
      position: positionOf(this.log.length),
      recordedAt: new Date(recordedAt).toISOString(),
    };
  }

  async read(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    this.requireOpen();
    return (this.streams.get(stream) ?? []).slice(from).map((ordinal) => this.eventAt(ordinal));
  }

  async readAll(after: Position, { types, limit }: ReadAllOptions): Promise<Page> {
    this.requireOpen();
    const first = ordinalOf(after) + 1;
    const last = Math.max(first - 1, Math.min(first - 1 + limit, this.log.length));
    const wanted = types === undefined ? undefined : new Set(types);
    const events: StoredEvent[] = [];
    for (let ordinal = first; ordinal <= last; ordinal += 1)
      if (wanted === undefined || wanted.has(this.types[ordinal - 1] ?? ''))
        events.push(this.eventAt(ordinal));
    return { events, next: positionOf(last), atEnd: last >= this.log.length };
  }

  subscribe(after: Position, options?: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    this.requireOpen();
    return followLog(
      {
        readAll: (position, page) => this.readAll(position, page),
        moved: async (position, signal) => {
          if (this.log.length <= ordinalOf(position)) await this.appended.next(signal);
        },
        isClosed: () => this.closed,
      },
      after,
      options,
    );
  }

  async head(): Promise<Position> {
    this.requireOpen();
    return positionOf(this.log.length);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.appended.wake();
  }

  private eventAt(ordinal: number): TextEvent {
    const event = this.log[ordinal - 1];
    if (event === undefined) throw new RangeError(`no event at ${ordinal}`);
    return event();
  }

  private requireOpen(): void {
    if (this.closed) throw new StoreError('STORE_CLOSED', 'the event store is closed');
  }
}
