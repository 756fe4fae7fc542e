/** A stream's id and the revision of its last event. */
export interface StreamHead {
  readonly id: number;
  revision: number;
}

/** Where recently written streams stand, so that an append need not ask the file. Bounded. */
export class StreamHeads {
  // Two generations: dropping the older one is cheaper than keeping an exact order of use.
  private young = new Map<string, StreamHead>();
  private old = new Map<string, StreamHead>();

  /** Keeps between `capacity` and half of it. */
  constructor(private readonly capacity: number) {}

  get(stream: string): StreamHead | undefined {
    const head = this.young.get(stream);
    if (head !== undefined) return head;
    const older = this.old.get(stream);
    if (older !== undefined) this.set(stream, older);
    return older;
  }

  set(stream: string, head: StreamHead): void {
    if (this.young.size >= this.capacity / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(stream, head);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
