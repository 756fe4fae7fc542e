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

/**
 * Appends to one stream that were sent and not answered yet, and which revision they will have led
 * to if all goes as expected.
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

  surprised(): void {
    this.predicted = undefined;
  }
}
