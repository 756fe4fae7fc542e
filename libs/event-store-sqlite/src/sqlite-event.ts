import { crc32 } from 'node:zlib';
import { type EventKind, type EventTexts, TextEvent } from '#libs/event-store';

/** Columns of an event as the reader selects them, in this order. */
export type EventRow = readonly [
  position: number,
  streamId: number,
  revision: number,
  typeId: number,
  recordedAtMs: number,
  sumMeta: number,
  sumData: number,
  sumSealed: number | null,
  meta: string,
  data: string,
  sealed: string | null,
  stream: string,
];

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
    private readonly row: EventRow,
  ) {
    super(kind, row[11], row[2], row[0], row[4], row[8], row[9], row[10]);
  }

  /** Looks at every text without parsing it. Throws StoreError STORE_CORRUPT. */
  verify(): void {
    const [, , , , , , , , meta, data, sealed] = this.row;
    if (!this.isIntact('meta', meta)) throw this.corrupt('meta');
    if (!this.isIntact('data', data)) throw this.corrupt('data');
    if (sealed !== null && !this.isIntact('sealed', sealed)) throw this.corrupt('sealed');
  }

  protected override isIntact(part: 'meta' | 'data' | 'sealed', text: string): boolean {
    const [position, streamId, revision, typeId, recordedAtMs, sumMeta, sumData, sumSealed] =
      this.row;
    const stored = part === 'data' ? sumData : part === 'meta' ? sumMeta : sumSealed;
    return crc32(text, seedOf(position, streamId, revision, typeId, recordedAtMs)) === stored;
  }
}
