import { setTimeout as pause } from 'node:timers/promises';
import {
  type EventStore,
  type NewEvent,
  type Position,
  StoreError,
  type StoredEvent,
} from '#libs/event-store';
import { newEvent } from '#libs/event-store/testing';
import { seeded } from '../random.js';
import type { History, LogLine, Variant } from './history.js';

export const STEP = 'TortureStep';
/** One event in fifty; what filtered subscribers ask for. */
export const RARE = 'TortureRare';
const RARE_SHARE = 0.02;
const RESEND_SHARE = 0.1;
const READ_SHARE = 0.1;
const VARIANTS: readonly Variant[] = ['again', 'changed', 'longer'];

export interface LoadOptions {
  /** As many as there are processes to imitate; writers and subscribers are dealt out to them. */
  readonly stores: readonly EventStore[];
  readonly history: History;
  /** Begins every stream and key of this run; none of them exists yet. */
  readonly run: string;
  readonly seed: number;
  readonly writers: number;
  readonly streams: number;
  /** Longest wait of a writer between two commands, ms; 0: none. */
  readonly thinkMs?: number | undefined;
}

/** What a command says, the same each time it is sent. */
interface Command {
  readonly key: string;
  readonly stream: string;
  readonly expected: number | 'none';
  readonly types: readonly string[];
}

/** The events of a command; `changed` and `longer` carry the ids of the first sending. */
function eventsOf({ key, types }: Command, variant: Variant): NewEvent[] {
  const all = variant === 'longer' ? [...types, STEP] : types;
  return all.map((type, index) =>
    newEvent({
      id: `${key}:${index}`,
      type,
      commandId: key,
      data: {
        key,
        index,
        count: types.length,
        variant: variant === 'again' ? 'same' : variant,
      },
    }),
  );
}

/** An event of the load as the checker wants it; undefined: it belongs to another run. */
export function logLine(run: string, event: StoredEvent): LogLine | undefined {
  const { position, stream, revision, type } = event;
  if (!stream.startsWith(run)) return undefined;
  const data = event.data as Pick<LogLine, 'key' | 'index' | 'count' | 'variant'>;
  return { position, stream, revision, type, ...data };
}

/**
 * Writers who append to shared streams, each under keys of its own, and say the same again until
 * they know how it ended; now and then once more afterwards, or something else under the same key.
 */
export class WriterLoad {
  private stopping = false;
  private readonly known = new Map<string, number | 'none'>();
  private readonly written: Command[] = [];
  private running: Promise<void>[] = [];
  private cursor = 0;

  constructor(private readonly options: LoadOptions) {}

  start(): void {
    this.running = Array.from({ length: this.options.writers }, (_, index) => this.write(index));
  }

  /** No new command; resolves once each writer knows how its last one ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  /** Says commands of the whole run so far once more, or something else under their keys (9). */
  async sayAgain(times: number): Promise<void> {
    const random = seeded(this.options.seed);
    const { written } = this;
    for (let n = 0; n < times && written.length > 0; n += 1) {
      const command = written[Math.floor(random() * written.length)];
      if (command !== undefined) await this.send(command, VARIANTS[n % VARIANTS.length] ?? 'again');
    }
  }

  private async write(writer: number): Promise<void> {
    const { seed, run, streams, thinkMs = 0 } = this.options;
    const random = seeded(seed * 1_000 + writer);
    for (let n = 0; !this.stopping; n += 1) {
      const stream = `${run}-s${Math.floor(random() * streams)}`;
      const count = 1 + Math.floor(random() * 3);
      const command: Command = {
        key: `${run}-w${writer}-${n}`,
        stream,
        expected: this.known.get(stream) ?? 'none',
        types: Array.from({ length: count }, () => (random() < RARE_SHARE ? RARE : STEP)),
      };
      const done = await this.settle(command);
      if (done) this.written.push(command);
      if (done && random() < RESEND_SHARE)
        await this.send(command, VARIANTS[Math.floor(random() * VARIANTS.length)] ?? 'again');
      if (random() < READ_SHARE) await this.read(stream);
      if (thinkMs > 0) await pause(random() * thinkMs);
    }
  }

  /** Sends until the outcome is known; whether it was written. */
  private async settle(command: Command): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.send(command, 'same');
      if (outcome !== 'open') return outcome === 'written';
      await pause(Math.min(1_000, 20 * 2 ** Math.min(attempt, 8)));
    }
  }

  private async send(command: Command, variant: Variant): Promise<'written' | 'refused' | 'open'> {
    const { history, stores } = this.options;
    const store = stores[(this.cursor += 1) % stores.length];
    if (store === undefined) throw new Error('no store');
    const { key, stream, expected, types } = command;
    const call = history.nextCall();
    const count = types.length + (variant === 'longer' ? 1 : 0);
    history.note({ kind: 'invoke', call, key, variant, stream, expected, count });
    try {
      const answer = await store.append(stream, expected, eventsOf(command, variant));
      if (answer.kind === 'conflict') {
        history.note({ kind: 'conflict', call, actual: answer.actual });
        if (variant === 'same') this.learn(stream, answer.actual);
        return 'refused';
      }
      const { revision, position } = answer;
      history.note({ kind: 'ok', call, revision, position });
      this.learn(stream, revision);
      return 'written';
    } catch (error) {
      const code = codeOf(error);
      const open = OPEN[code];
      history.note({ kind: open ?? 'error', call, code });
      return open === undefined ? 'refused' : 'open';
    }
  }

  private learn(stream: string, revision: number | 'none'): void {
    const known = this.known.get(stream) ?? 'none';
    if (known === 'none' || (revision !== 'none' && revision > known))
      this.known.set(stream, revision);
  }

  private async read(stream: string): Promise<void> {
    const { history, stores } = this.options;
    const from = Math.max(0, Number(this.known.get(stream) ?? 0) - 5);
    const startedAt = performance.now();
    const failed = await stores[0]?.read(stream, Number.isNaN(from) ? 0 : from).then(
      () => undefined,
      (error: unknown) => codeOf(error),
    );
    const ms = performance.now() - startedAt;
    history.note({ kind: 'read', stream, ms, ...(failed === undefined ? {} : { code: failed }) });
  }
}

/** Which errors leave it open whether, and which say that nothing was written yet. */
const OPEN: Readonly<Record<string, 'unsent' | 'unknown' | undefined>> = {
  STORE_UNAVAILABLE: 'unsent',
  STORE_OUTCOME_UNKNOWN: 'unknown',
};

/** The code of a store's error; of anything else its name. */
export const codeOf = (error: unknown): string =>
  error instanceof StoreError ? error.code : error instanceof Error ? error.name : String(error);

export interface SubscriberOptions {
  readonly store: EventStore;
  readonly history: History;
  readonly run: string;
  readonly name: string;
  readonly types: readonly string[] | undefined;
  readonly after: Position;
  readonly seed: number;
}

/** Messages after which a subscriber comes back from its checkpoint, as after a restart. */
const LIFE_MESSAGES = 200;

/** A subscriber with a checkpoint of its own that now and then begins again from there. */
export class Subscriber {
  private reached: Position;
  private isEnded = false;
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;

  constructor(private readonly options: SubscriberOptions) {
    this.reached = options.after;
    this.running = this.follow().catch((error: unknown) => {
      this.isEnded = true;
      options.history.note({ kind: 'ended', subscriber: options.name, code: codeOf(error) });
    });
  }

  get at(): Position {
    return this.reached;
  }

  /** Whether the log ended it; it goes no further. */
  get hasEnded(): boolean {
    return this.isEnded;
  }

  async stop(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async follow(): Promise<void> {
    const { history, store, name: subscriber, seed, types } = this.options;
    const random = seeded(seed);
    while (!this.closing.signal.aborted) {
      const life = new AbortController();
      const signal = AbortSignal.any([life.signal, this.closing.signal]);
      let left = 1 + Math.floor(random() * LIFE_MESSAGES);
      history.note({ kind: 'subscribed', subscriber, after: this.reached });
      for await (const message of store.subscribe(this.reached, { types, signal, batch: 50 })) {
        if (message.kind === 'events') for (const event of message.events) this.saw(event);
        this.reached = message.next;
        if ((left -= 1) === 0) life.abort();
      }
    }
  }

  private saw(event: StoredEvent): void {
    const { history, run, name: subscriber } = this.options;
    const line = logLine(run, event);
    if (line === undefined) return;
    const { position, key, index } = line;
    history.note({ kind: 'seen', subscriber, position, key, index });
  }
}
