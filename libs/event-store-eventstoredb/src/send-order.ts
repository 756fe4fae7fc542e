/** Lets callers hand over appends to the client one after the other, in call order. */
export class SendOrder {
  private last: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn, with what ends that turn. */
  async turn(): Promise<() => void> {
    const before = this.last;
    let end: () => void = () => undefined;
    this.last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }
}

/** The last revision of a stream; of none, 'none'. */
export type Revision = number | 'none';

export const plus = (revision: Revision, count: number): number =>
  revision === 'none' ? count - 1 : revision + count;

/** Streams of which the last revision is remembered. */
const REMEMBERED = 1024;

/**
 * Appends to one stream that were sent and not answered yet, and which revision they will have led
 * to if all goes as expected. Others may write too: then the append finds a conflict and looks.
 */
export class PendingStream {
  readonly pending = new Set<Promise<unknown>>();
  private predicted: Revision | undefined;

  /** The revision after everything sent so far; unless foreseeable, waits for it and looks. */
  async revision(look: () => Promise<Revision>): Promise<Revision> {
    if (this.predicted !== undefined) return this.predicted;
    await Promise.allSettled(this.pending);
    return (this.predicted = await look());
  }

  sent(expected: Revision, count: number): void {
    if (this.predicted === expected) this.predicted = plus(expected, count);
  }

  /** The server said where the stream is; it counts while nothing else is under way. */
  answered(revision: Revision): void {
    if (this.pending.size === 0) this.predicted = revision;
  }

  surprised(): void {
    this.predicted = undefined;
  }
}

/** What is known of the streams written last. */
export class PendingStreams {
  private readonly streams = new Map<string, PendingStream>();

  of(stream: string): PendingStream {
    const known = this.streams.get(stream) ?? new PendingStream();
    this.streams.delete(stream);
    this.streams.set(stream, known);
    for (const [oldest, { pending }] of this.streams) {
      if (this.streams.size <= REMEMBERED) break;
      if (pending.size === 0) this.streams.delete(oldest);
    }
    return known;
  }
}
