import type { Capacity, ClockChange, SealedParts } from '#libs/kernel';
import { type EventKind, type StoredMeta, upcast } from './codec.js';
import { type Position, type StoredEvent, StoreError } from './event-store.port.js';
import { positionOf } from './ordinal-position.js';

/** A text that was left in the store; `fetch` of the event brings it. */
export const NOT_READ = Symbol('not read');
type LateText = string | typeof NOT_READ;
const CLOCKS = '"clocks":';

/**
 * A stored event on top of its texts. Nothing is parsed before it is asked for: a projection that
 * reads only `data` pays only for `data`. An adapter overrides `isIntact` to verify a text first,
 * and `fetch` if it leaves texts in the store until they are asked for.
 */
export class TextEvent implements StoredEvent {
  private parsedMeta: StoredMeta | undefined;
  private parsedData: object | undefined;
  private parsedSealed: SealedParts | undefined;
  private positionText: Position | undefined;
  private mayHaveClocks: boolean | undefined;

  constructor(
    protected readonly kind: EventKind,
    readonly stream: string,
    readonly revision: number,
    protected readonly ordinal: number,
    protected readonly recordedAtMs: number,
    private readonly metaText: LateText,
    private readonly dataText: string,
    private readonly sealedText: LateText | null,
  ) {}

  get position(): Position {
    return (this.positionText ??= positionOf(this.ordinal));
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
  get data(): object {
    return (this.parsedData ??= this.today(this.parse('data', this.dataText)));
  }
  get sealed(): SealedParts | undefined {
    if (this.sealedText === null) return undefined;
    return (this.parsedSealed ??= this.parse(
      'sealed',
      this.sealedText === NOT_READ ? this.fetch('sealed') : this.sealedText,
    ) as SealedParts);
  }
  get id(): string {
    return this.meta().id;
  }
  get workflow(): string {
    return this.meta().workflow;
  }
  get definitionVersion(): number {
    return this.meta().definitionVersion;
  }
  get rulePack(): string | undefined {
    return this.meta().rulePack;
  }
  get actor(): string {
    return this.meta().actor;
  }
  get onBehalfOf(): string | undefined {
    return this.meta().onBehalfOf;
  }
  get via(): readonly string[] | undefined {
    return this.meta().via;
  }
  get capacity(): Capacity | undefined {
    return this.meta().capacity;
  }
  get policy(): string {
    return this.meta().policy;
  }
  get occurredAt(): string {
    return this.meta().occurredAt;
  }
  get commandId(): string {
    return this.meta().commandId;
  }
  get commandHash(): string {
    return this.meta().commandHash;
  }
  get causationId(): string | undefined {
    return this.meta().causationId;
  }
  get correlationId(): string {
    return this.meta().correlationId;
  }
  get trace(): string | undefined {
    return this.meta().trace;
  }

  /** Most events have none, and that is seen without parsing the envelope, once for all who ask. */
  get clocks(): readonly ClockChange[] | undefined {
    if (this.parsedMeta !== undefined) return this.parsedMeta.clocks;
    this.mayHaveClocks ??= this.textOfMeta().includes(CLOCKS);
    return this.mayHaveClocks ? this.meta().clocks : undefined;
  }

  toJSON(): StoredEvent {
    return plainEvent(this);
  }

  /** Whether a text is as it was stored; asked before it is parsed. */
  protected isIntact(_part: 'meta' | 'data' | 'sealed', _text: string): boolean {
    return true;
  }

  /** The error of a damaged event: names its place, never its content. */
  protected corrupt(part: string): StoreError {
    const place = `${this.stream} revision ${this.revision}, position ${this.ordinal}`;
    return new StoreError('STORE_CORRUPT', `the ${part} of event ${place} is damaged`);
  }

  /** Brings a text that was `NOT_READ`. */
  protected fetch(part: 'meta' | 'sealed'): string {
    throw this.corrupt(part);
  }

  private meta(): StoredMeta {
    return (this.parsedMeta ??= this.parse('meta', this.textOfMeta()) as StoredMeta);
  }

  private textOfMeta(): string {
    return this.metaText === NOT_READ ? this.fetch('meta') : this.metaText;
  }

  private today(stored: object): object {
    return this.kind.chain.length === 0 ? stored : upcast(this.kind, this.id, stored);
  }

  private parse(part: 'meta' | 'data' | 'sealed', text: string): object {
    if (!this.isIntact(part, text)) throw this.corrupt(part);
    try {
      return JSON.parse(text) as object;
    } catch {
      // The parser's own message quotes the text, which may be personal: it is not passed on.
      throw this.corrupt(part);
    }
  }
}

/**
 * A plain copy with every field its own property (absent ones left out), for spreading and
 * comparing.
 */
export function plainEvent(event: StoredEvent): StoredEvent {
  const copy: Record<string, unknown> = {};
  for (const field of FIELDS) if (event[field] !== undefined) copy[field] = event[field];
  return copy as unknown as StoredEvent;
}

const FIELDS: readonly (keyof StoredEvent)[] = [
  'id',
  'stream',
  'revision',
  'position',
  'type',
  'schemaVersion',
  'data',
  'sealed',
  'workflow',
  'definitionVersion',
  'rulePack',
  'actor',
  'onBehalfOf',
  'via',
  'capacity',
  'policy',
  'occurredAt',
  'recordedAt',
  'commandId',
  'commandHash',
  'causationId',
  'correlationId',
  'clocks',
  'trace',
];
