import type { EventStore, Position, StoredEvent } from '#libs/event-store';
import { codeOf, START } from '#libs/event-store';
import { BackOff, type Rest, resting } from './back-off.js';

export interface LogTailOptions {
  readonly store: EventStore;
  /** Whom to tell; `Engine` is one. `forget` comes whenever something may have been missed. */
  readonly listener: {
    learn(events: readonly StoredEvent[]): void;
    forget(): void;
  };
  /** A clock that only measures durations, ms. */
  readonly elapsedMs: () => number;
  /** How old the newest look at the head of the log may be, ms; default 1,000. */
  readonly freshMs?: number | undefined;
  /** Told of every failure of the store; the tail goes on trying. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
  readonly rest?: Rest | undefined;
}

/** A head that was seen, and when it was asked for. */
interface Look {
  readonly askedAtMs: number;
  readonly head: Position;
}

const LOOKS_PER_FRESHNESS = 4;
const FIRST_REST_MS = 50;
const LONGEST_REST_MS = 2_000;

/**
 * Follows the end of the log, tells what is stored there, and knows how current that is. Where
 * several processes write to one log, each has one, so that their copies of streams go on.
 *
 * The head is looked at four times in `freshMs`; a look counts once everything up to the head it
 * saw has been told. Silence of the subscription alone thus never passes for currency.
 */
export class LogTail {
  #position: Position | undefined;
  #confirmedMs = -Infinity;
  #looks: Look[] = [];
  #stop: AbortController | undefined;
  #running: Promise<unknown> | undefined;
  readonly #waiting = new Set<{ readonly position: Position; readonly reached: () => void }>();
  readonly #freshMs: number;

  constructor(private readonly options: LogTailOptions) {
    this.#freshMs = options.freshMs ?? 1_000;
  }

  /** Everything up to here has been told; undefined while it has not begun. */
  get position(): Position | undefined {
    return this.#position;
  }

  /** Whether everything stored until `freshMs` ago, at least, has been told. */
  readonly isFresh = (): boolean => this.options.elapsedMs() - this.#confirmedMs <= this.#freshMs;

  /** Waits until everything up to there has been told; false: not within `timeoutMs`. */
  async reached(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.#position !== undefined && this.#position >= position) return true;
    const { rest = resting } = this.options;
    const over = new AbortController();
    const isReached = new Promise<true>((resolve) => {
      const waiter = { position, reached: () => resolve(true) };
      this.#waiting.add(waiter);
      over.signal.addEventListener('abort', () => this.#waiting.delete(waiter));
    });
    const answer = await Promise.race([isReached, rest(timeoutMs, over.signal).then(() => false)]);
    over.abort();
    return answer;
  }

  /** Begins to follow; does not wait. Started already: nothing. */
  start(): void {
    if (this.#running !== undefined) return;
    const { signal } = (this.#stop = new AbortController());
    this.#running = Promise.all([
      this.#untilStopped(signal, () => this.#follow(signal)),
      this.#untilStopped(signal, () => this.#watchHead(signal)),
    ]).finally(() => (this.#running = undefined));
  }

  /** From here on nothing is fresh. */
  async stop(): Promise<void> {
    this.#stop?.abort();
    await this.#running;
    this.#lose();
  }

  async #untilStopped(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    const { rest, onFailure } = this.options;
    const backOff = new BackOff({ firstMs: FIRST_REST_MS, mostMs: LONGEST_REST_MS, rest });
    for (;;) {
      const began = this.#position;
      await work().catch((error: unknown) => {
        // An older log was put in its place: nothing that was told holds.
        if (codeOf(error) === 'STORE_AHEAD') this.#lose();
        onFailure?.(error);
      });
      if (this.#position !== began) backOff.reset();
      if (!signal.aborted) await backOff.rest(signal);
      if (signal.aborted) return;
    }
  }

  #lose(): void {
    this.#position = undefined;
    this.#confirmedMs = -Infinity;
    this.#looks = [];
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { store, listener } = this.options;
    if (this.#position === undefined) {
      const head = await store.head();
      // What is read from here on is at least as new as this head; what was read before is not.
      listener.forget();
      this.#position = head;
    }
    for await (const message of store.subscribe(this.#position, { signal })) {
      if (message.kind === 'events') listener.learn(message.events);
      this.#position = message.next;
      this.#confirm();
    }
  }

  async #watchHead(signal: AbortSignal): Promise<void> {
    const { store, elapsedMs, rest = resting } = this.options;
    while (!signal.aborted) {
      const askedAtMs = elapsedMs();
      this.#looks.push({ askedAtMs, head: await store.head() });
      this.#confirm();
      await rest(this.#freshMs / LOOKS_PER_FRESHNESS, signal);
    }
  }

  #confirm(): void {
    for (const waiter of this.#waiting)
      if (this.#position !== undefined && this.#position >= waiter.position) waiter.reached();
    const position = this.#position ?? START;
    const old = this.options.elapsedMs() - this.#freshMs;
    const isTold = ({ head }: Look): boolean => this.#position !== undefined && head <= position;
    for (const look of this.#looks)
      if (isTold(look)) this.#confirmedMs = Math.max(this.#confirmedMs, look.askedAtMs);
    this.#looks = this.#looks.filter((look) => !isTold(look) && look.askedAtMs >= old);
  }
}
