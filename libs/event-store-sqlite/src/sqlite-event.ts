import { crc32 } from 'node:zlib';
import { type EventKind, type EventTexts, NOT_READ, TextEvent } from '#libs/event-store';

/**
 * Columns of an event as the reader selects them, in this order. `meta` null, or `sealed` null
 * beside a checksum: left in the file.
 */
export type EventRow = readonly [
  position: number,
  streamId: number,
  revision: number,
  typeId: number,
  recordedAtMs: number,
  sumMeta: number,
  sumData: number,
  sumSealed: number | null,
  meta: string | null,
  data: string,
  sealed: string | null,
];

/** Brings a text that was left in the file; undefined if it is not there. */
export type FetchText = (position: number, part: 'meta' | 'sealed') => string | undefined;

/** Where an event stands; part of every checksum, so that a text moved elsewhere is noticed. */
export interface Place {
  readonly position: number;
  readonly streamId: number;
  readonly revision: number;
  readonly typeId: number;
  readonly recordedAtMs: number;
}

/** Checksums of an event's texts at its place. */
export interface Sums {
  readonly meta: number;
  readonly data: number;
  readonly sealed: number | null;
}

/** Against damage, not against an adversary: that is what the ledger's hashes are for. */
export function sumsOf(place: Place, texts: EventTexts): Sums {
  const seed = seedOf(
    place.position,
    place.streamId,
    place.revision,
    place.typeId,
    place.recordedAtMs,
  );
  return {
    meta: crc32(texts.meta, seed),
    data: crc32(texts.data, seed),
    sealed: texts.sealed === null ? null : crc32(texts.sealed, seed),
  };
}

const seedOf = (
  position: number,
  streamId: number,
  revision: number,
  typeId: number,
  recordedAtMs: number,
): number =>
  (Math.imul(position, 0x9e3779b1) ^
    Math.imul(streamId, 0x85ebca6b) ^
    Math.imul(revision, 0xc2b2ae35) ^
    Math.imul(typeId, 0x27d4eb2f) ^
    Math.imul(recordedAtMs, 0x165667b1)) >>>
  0;

/** An event of the file; each text is verified against its checksum when it is first looked at. */
export class SqliteEvent extends TextEvent {
  constructor(
    kind: EventKind,
    stream: string,
    private readonly row: EventRow,
    private readonly fetchText: FetchText,
  ) {
    const sealed = row[10] === null && row[7] !== null ? NOT_READ : row[10];
    super(kind, stream, row[2], row[0], row[4], row[8] ?? NOT_READ, row[9], sealed);
  }

  /** Looks at every text without parsing it. Throws StoreError STORE_CORRUPT. */
  verify(): void {
    const { row } = this;
    if (!this.isIntact('meta', row[8] ?? this.fetch('meta'))) throw this.corrupt('meta');
    if (!this.isIntact('data', row[9])) throw this.corrupt('data');
    if (row[7] === null) return;
    if (!this.isIntact('sealed', row[10] ?? this.fetch('sealed'))) throw this.corrupt('sealed');
  }

  protected override fetch(part: 'meta' | 'sealed'): string {
    const text = this.fetchText(this.ordinal, part);
    if (text === undefined) throw this.corrupt(part);
    return text;
  }

  protected override isIntact(part: 'meta' | 'data' | 'sealed', text: string): boolean {
    // By index: taking an array apart by pattern costs as much as the checksum.
    const { row } = this;
    const stored = part === 'data' ? row[6] : part === 'meta' ? row[5] : row[7];
    return crc32(text, seedOf(row[0], row[1], row[2], row[3], row[4])) === stored;
  }
}
