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

  constructor(private readonly capacity: number) {}

  find(id: string): KnownWrite | undefined {
    return this.byId.get(id);
  }

  remember(write: KnownWrite): void {
    this.byId.delete(write.id);
    this.byId.set(write.id, write);
    if (this.byId.size <= this.capacity) return;
    const [oldest] = this.byId.keys();
    if (oldest !== undefined) this.byId.delete(oldest);
  }

  /** As after a restart or a change of leader. */
  clear(): void {
    this.byId.clear();
  }
}
