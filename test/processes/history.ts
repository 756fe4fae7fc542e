/** What a client did or heard, in the order in which it happened to the one that wrote it down. */
export interface Moment {
  /** Who asked; a client asks one thing at a time. */
  readonly client: string;
  readonly kind: 'invoke' | 'ok' | 'fail' | 'unknown';
  readonly op: 'write' | 'read';
  /** Of a write: its idempotency key. */
  readonly key?: string;
  readonly stream: string;
  /** Which process was asked. */
  readonly via: string;
  /** Milliseconds of one monotonic clock. */
  readonly atMs: number;
  /** Of an answer. */
  readonly revision?: number;
  readonly position?: string;
  /** Of a read: at least this was to be shown. */
  readonly after?: string;
  /** Of a failure: what was answered. */
  readonly answer?: string;
}

/** Everything that clients asked and heard; one JSON line each. */
export class History {
  readonly #moments: Moment[] = [];

  note(moment: Omit<Moment, 'atMs'>): void {
    this.#moments.push({ ...moment, atMs: performance.now() });
  }

  get moments(): readonly Moment[] {
    return this.#moments;
  }

  get lines(): string {
    return this.#moments.map((moment) => `${JSON.stringify(moment)}\n`).join('');
  }

  /** How many there are of a kind. */
  count(kind: Moment['kind']): number {
    return this.#moments.filter((moment) => moment.kind === kind).length;
  }
}
