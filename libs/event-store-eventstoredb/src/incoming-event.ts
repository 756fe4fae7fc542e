import {
  type Codec,
  type EventKind,
  plainEvent,
  type Position,
  type StoredEvent,
  StoreError,
  upcast,
} from '#libs/event-store';
import type { LogRecord } from './log-client.port.js';
import { positionOf } from './place.js';

/** What stands in the metadata of an event of ours, beside the envelope. */
interface Written extends Omit<StoredEvent, 'data'> {
  readonly contentHash: string;
}

/** The server's own events and links; nobody's facts. */
export const isSystem = ({ stream, type }: LogRecord): boolean =>
  stream.startsWith('$') || type.startsWith('$');

/** When an event of ours says it was recorded, ms; undefined: it is not one of ours. */
export function recordedAtOf({ metadata }: LogRecord): number | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const { id, schemaVersion, recordedAt, contentHash } = metadata as Record<string, unknown>;
  const ours =
    typeof id === 'string' &&
    Number.isSafeInteger(schemaVersion) &&
    typeof contentHash === 'string';
  return ours && typeof recordedAt === 'number' && Number.isSafeInteger(recordedAt)
    ? recordedAt
    : undefined;
}

/** An event of ours as the port hands it out; call only where `recordedAtOf` gives a time. */
export function incomingEvent(codec: Codec, record: LogRecord, recordedAtMs: number): StoredEvent {
  const written = record.metadata as Written;
  return new LogEvent(
    codec.kindOf(record.type, written.schemaVersion),
    record,
    written,
    recordedAtMs,
  );
}

class LogEvent implements StoredEvent {
  private upcasted: object | undefined;
  private place: Position | undefined;

  constructor(
    private readonly kind: EventKind,
    private readonly record: LogRecord,
    private readonly written: Written,
    private readonly recordedAtMs: number,
  ) {}

  get data(): object {
    const { data } = this.record;
    // The client hands on the bytes, or their text, when they are no JSON: redacted, for example.
    if (typeof data !== 'object' || data === null || data instanceof Uint8Array)
      throw this.corrupt('data');
    this.upcasted ??= this.kind.chain.length === 0 ? data : upcast(this.kind, this.id, data);
    return this.upcasted;
  }
  get stream(): string {
    return this.record.stream;
  }
  get revision(): number {
    return this.record.revision;
  }
  get position(): Position {
    return (this.place ??= positionOf(this.record.place));
  }
  get recordedAt(): string {
    return new Date(this.recordedAtMs).toISOString();
  }
  get type(): string {
    return this.kind.type;
  }
  get schemaVersion(): number {
    return this.kind.schemaVersion;
  }
  get sealed(): StoredEvent['sealed'] {
    return this.written.sealed;
  }
  get id(): string {
    return this.written.id;
  }
  get workflow(): string {
    return this.written.workflow;
  }
  get definitionVersion(): number {
    return this.written.definitionVersion;
  }
  get rulePack(): string | undefined {
    return this.written.rulePack;
  }
  get actor(): string {
    return this.written.actor;
  }
  get onBehalfOf(): string | undefined {
    return this.written.onBehalfOf;
  }
  get via(): readonly string[] | undefined {
    return this.written.via;
  }
  get capacity(): StoredEvent['capacity'] {
    return this.written.capacity;
  }
  get policy(): string {
    return this.written.policy;
  }
  get occurredAt(): string {
    return this.written.occurredAt;
  }
  get commandId(): string {
    return this.written.commandId;
  }
  get commandHash(): string {
    return this.written.commandHash;
  }
  get causationId(): string | undefined {
    return this.written.causationId;
  }
  get correlationId(): string {
    return this.written.correlationId;
  }
  get clocks(): StoredEvent['clocks'] {
    return this.written.clocks;
  }
  get trace(): string | undefined {
    return this.written.trace;
  }

  toJSON(): StoredEvent {
    return plainEvent(this);
  }

  private corrupt(part: string): StoreError {
    return new StoreError(
      'STORE_CORRUPT',
      `the ${part} of event ${this.stream} revision ${this.revision} is damaged`,
    );
  }
}
