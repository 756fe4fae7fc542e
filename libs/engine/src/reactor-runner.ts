import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, Position, StoredEvent, Tracer, TraceSpan } from '#libs/event-store';
import { START } from '#libs/event-store';
import type { Intent, Reactor, Reason } from '#libs/kernel';
import { BackOff, passes, type Rest } from './back-off.js';
import type { CommandRequest, Outcome } from './command-request.js';
import {
  CheckpointRefused,
  type ReactorCheckpoints,
  type ReactorStatus,
} from './reactor-checkpoint.js';

export interface ReactorRunnerOptions {
  readonly store: EventStore;
  readonly reactor: Reactor;
  readonly checkpoints: ReactorCheckpoints;
  readonly execute: (request: CommandRequest) => Promise<Outcome>;
  /** Left out: nothing is traced. */
  readonly tracer?: Tracer | undefined;
  /** How it waits while store or checkpoints do not answer. */
  readonly rest?: Rest | undefined;
}

/**
 * Messages without a command after which the position is remembered all the same. Remembering
 * costs the whole folded state; forgetting costs only folding these messages again.
 */
const IDLE_MESSAGES_PER_SAVE = 64;
const CONFLICT_ATTEMPTS = 8;
const FIRST_REST_MS = 100;
const LONGEST_REST_MS = 10_000;

class Parked extends Error {
  constructor(
    readonly event: StoredEvent,
    readonly codes: readonly string[],
  ) {
    super('parked');
  }
}

/**
 * Runs one reactor as a durable subscriber of the log with its own checkpoint. While store or
 * checkpoints do not answer it waits and goes on from its checkpoint by itself; it ends when it is
 * stopped, parked, or told that it runs elsewhere, and fails when the store is broken.
 */
export class ReactorRunner {
  #position: Position = START;
  #state: unknown;
  #trouble: unknown;
  #failure: string | undefined;
  #failedAt: Position = START;
  #starting: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #stop = new AbortController();
  #idle = 0;
  readonly #backOff: BackOff;
  readonly #waiting = new Set<{ position: Position; resolve: () => void }>();

  constructor(private readonly options: ReactorRunnerOptions) {
    const { rest } = options;
    this.#backOff = new BackOff({ firstMs: FIRST_REST_MS, mostMs: LONGEST_REST_MS, rest });
  }

  get status(): ReactorStatus {
    const { name } = this.options.reactor;
    if (this.#trouble === undefined && this.#running === undefined)
      return { name, kind: 'stopped', position: this.#position };
    if (this.#trouble === undefined)
      return {
        name,
        kind: 'running',
        position: this.#position,
        ...(this.#failure !== undefined && { failure: this.#failure }),
      };
    if (!(this.#trouble instanceof Parked))
      return { name, kind: 'failed', position: this.#position, codes: [codeOf(this.#trouble)] };
    const { id, type, position } = this.#trouble.event;
    return {
      name,
      kind: 'parked',
      position: this.#position,
      event: { id, type, position },
      codes: this.#trouble.codes,
    };
  }

  /** Starts, or resumes after having been parked, from the checkpoint. Started already: nothing. */
  async start(): Promise<void> {
    if (this.#running !== undefined) return;
    this.#starting ??= this.#begin().finally(() => (this.#starting = undefined));
    await this.#starting;
  }

  /** Finishes the event under way, remembers the position and stops. */
  async stop(): Promise<void> {
    await this.#starting;
    this.#stop.abort();
    await this.#running;
  }

  async #begin(): Promise<void> {
    this.#trouble = undefined;
    this.#stop = new AbortController();
    this.#failure = undefined;
    this.#backOff.reset();
    const isLoaded = await this.#load().then(
      () => true,
      (error: unknown) => {
        if (!passes(error)) throw error;
        this.#failure = codeOf(error);
        return false;
      },
    );
    this.#running = this.#run(isLoaded).finally(() => {
      this.#running = undefined;
      this.#release(() => true);
    });
  }

  async #load(): Promise<void> {
    const { checkpoints, reactor } = this.options;
    const checkpoint = await checkpoints.load(reactor.name);
    this.#position = checkpoint?.position ?? START;
    this.#state = checkpoint?.state ?? reactor.start();
    this.#idle = 0;
  }

  /**
   * Resolves when everything up to the position has been reacted to, or when the reactor no longer
   * runs: `status` tells.
   */
  async passed(position: Position): Promise<void> {
    if (this.#position >= position || this.#running === undefined) return;
    await new Promise<void>((resolve) => this.#waiting.add({ position, resolve }));
  }

  async #run(isLoaded: boolean): Promise<void> {
    const { signal } = this.#stop;
    for (let ready = isLoaded; ; ready = false) {
      try {
        // What was folded of an event that was not finished is folded again.
        if (!ready) await this.#load();
        await this.#follow(signal);
        return;
      } catch (error) {
        if (error instanceof CheckpointRefused) return;
        if (!passes(error)) {
          this.#trouble = error;
          return;
        }
        this.#failure = codeOf(error);
        this.#failedAt = this.#position;
      }
      if (!signal.aborted) await this.#backOff.rest(signal);
      if (signal.aborted) return;
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { store, reactor } = this.options;
    const types = Object.keys(reactor.on);
    for await (const message of store.subscribe(this.#position, { types, signal })) {
      let acted = false;
      if (message.kind === 'events')
        for (const event of message.events) acted = (await this.#react(event)) || acted;
      await this.#advance(message.next, acted);
      if (message.kind === 'caughtUp' || message.next > this.#failedAt) {
        this.#failure = undefined;
        this.#backOff.reset();
      }
    }
    await this.#save();
  }

  async #react(event: StoredEvent): Promise<boolean> {
    const intents = this.#intents(event);
    if (intents.length === 0) return false;
    const span = this.#spanOf(event);
    try {
      for (const [index, intent] of intents.entries())
        await this.#execute(event, intent, index, span);
    } catch (error) {
      span?.fail(error instanceof Parked ? error.codes.join(' ') : codeOf(error));
      throw error;
    } finally {
      span?.end();
    }
    return true;
  }

  /** Only what was caused by something traced is. */
  #spanOf({ trace, type }: StoredEvent): TraceSpan | undefined {
    const { name } = this.options.reactor;
    if (trace === undefined) return undefined;
    const values = { 'guong.reactor': name, 'guong.event_type': type };
    return this.options.tracer?.span(`reactor ${name}`, { parent: trace, values });
  }

  /** A handler that throws is our own mistake: the reactor stops there and says so. */
  #intents(event: StoredEvent): readonly Intent[] {
    try {
      return this.options.reactor.on[event.type]!(event, this.#state);
    } catch {
      throw new Parked(event, ['REACTOR_FAILED']);
    }
  }

  async #execute(
    event: StoredEvent,
    intent: Intent,
    index: number,
    span: TraceSpan | undefined,
  ): Promise<void> {
    const { reactor, execute } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await execute({
        ...intent,
        actor: { id: `reactor.${reactor.name}`, kind: 'system' },
        commandId: `${reactor.name}:${event.id}:${index}`,
        occurredAt: event.occurredAt,
        causationId: event.id,
        correlationId: event.correlationId,
        trace: span === undefined ? event.trace : span.traceparent,
      });
      if (outcome.kind === 'accepted') return;
      if (outcome.kind === 'conflict' && attempt < CONFLICT_ATTEMPTS) await delay(2 ** attempt);
      else if (outcome.kind === 'conflict') throw new Parked(event, ['CONFLICT']);
      else if (mayPass(reactor, outcome.reasons)) return;
      else
        throw new Parked(
          event,
          outcome.reasons.map(({ code }) => code),
        );
    }
  }

  async #advance(next: Position, acted: boolean): Promise<void> {
    this.#position = next;
    this.#idle += 1;
    if (acted || this.#idle >= IDLE_MESSAGES_PER_SAVE) await this.#save();
    this.#release(({ position }) => next >= position);
  }

  #release(isDone: (waiter: { position: Position }) => boolean): void {
    for (const waiter of [...this.#waiting].filter(isDone)) {
      this.#waiting.delete(waiter);
      waiter.resolve();
    }
  }

  async #save(): Promise<void> {
    this.#idle = 0;
    await this.options.checkpoints.save(this.options.reactor.name, {
      position: this.#position,
      state: this.#state,
    });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'STORE_FAILED';

/** Whether nothing is to be done about a refusal. */
const mayPass = (reactor: Reactor, reasons: readonly Reason[]): boolean =>
  reactor.whenRefused === 'ignore' || reasons.every(({ code }) => reactor.moot?.includes(code));
