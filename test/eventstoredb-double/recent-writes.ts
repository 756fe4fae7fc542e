/** Where an event with this id was written last. */
export interface KnownWrite {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
}

/**
 * The ids written lately, the only protection against doubles of an append with expected 'any' or
 * 'stream_exists'. It is bounded and lives in memory: what it forgot is written twice.
 */
export class RecentWrites {
  private readonly byId = new Map<string, KnownWrite>();
  /** In order of writing, round and round: a Map alone is slow to find its oldest entry. */
  private readonly ring: KnownWrite[] = [];
  private next = 0;

  constructor(private readonly capacity: number) {}

  find(id: string): KnownWrite | undefined {
    return this.byId.get(id);
  }

  remember(write: KnownWrite): void {
    const oldest = this.ring[this.next];
    if (oldest && this.byId.get(oldest.id) === oldest) this.byId.delete(oldest.id);
    this.ring[this.next] = write;
    this.byId.set(write.id, write);
    this.next = (this.next + 1) % this.capacity;
  }

  /** As after a restart or a change of leader. */
  clear(): void {
    this.byId.clear();
    this.ring.length = 0;
    this.next = 0;
  }
}
