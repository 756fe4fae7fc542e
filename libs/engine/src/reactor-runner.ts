import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, Position, StoredEvent } from '#libs/event-store';
import { START } from '#libs/event-store';
import type { CommandRequest, Outcome } from './command-request.js';
import type { Intent, Reactor, Reason } from '#libs/kernel';
import type { ReactorCheckpoints, ReactorStatus } from './reactor-checkpoint.js';

export interface ReactorRunnerOptions {
  readonly store: EventStore;
  readonly reactor: Reactor;
  readonly checkpoints: ReactorCheckpoints;
  readonly execute: (request: CommandRequest) => Promise<Outcome>;
}

/**
 * Messages without a command after which the position is remembered all the same. Remembering
 * costs the whole folded state; forgetting costs only folding these messages again.
 */
const IDLE_MESSAGES_PER_SAVE = 64;
const CONFLICT_ATTEMPTS = 8;

class Parked extends Error {
  constructor(
    readonly event: StoredEvent,
    readonly codes: readonly string[],
  ) {
    super('parked');
  }
}

/** Runs one reactor as a durable subscriber of the log with its own checkpoint. */
export class ReactorRunner {
  #position: Position = START;
  #state: unknown;
  #trouble: unknown;
  #starting: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #stop = new AbortController();
  #idle = 0;
  readonly #waiting = new Set<{ position: Position; resolve: () => void }>();

  constructor(private readonly options: ReactorRunnerOptions) {}

  get status(): ReactorStatus {
    const { name } = this.options.reactor;
    if (this.#trouble === undefined)
      return { name, kind: this.#running ? 'running' : 'stopped', position: this.#position };
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
    const checkpoint = await this.options.checkpoints.load(this.options.reactor.name);
    this.#position = checkpoint?.position ?? START;
    this.#state = checkpoint?.state ?? this.options.reactor.start();
    this.#trouble = undefined;
    this.#stop = new AbortController();
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      this.#release(() => true);
    });
  }

  /**
   * Resolves when everything up to the position has been reacted to, or when the reactor no longer
   * runs: `status` tells.
   */
  async passed(position: Position): Promise<void> {
    if (this.#position >= position || this.#running === undefined) return;
    await new Promise<void>((resolve) => this.#waiting.add({ position, resolve }));
  }

  async #run(): Promise<void> {
    const { store, reactor } = this.options;
    try {
      for await (const message of store.subscribe(this.#position, {
        types: Object.keys(reactor.on),
        signal: this.#stop.signal,
      })) {
        let acted = false;
        if (message.kind === 'events')
          for (const event of message.events) acted = (await this.#react(event)) || acted;
        await this.#advance(message.next, acted);
      }
      await this.#save();
    } catch (error) {
      this.#trouble = error;
    }
  }

  async #react(event: StoredEvent): Promise<boolean> {
    const intents = this.#intents(event);
    for (const [index, intent] of intents.entries()) await this.#execute(event, intent, index);
    return intents.length > 0;
  }

  /** A handler that throws is our own mistake: the reactor stops there and says so. */
  #intents(event: StoredEvent): readonly Intent[] {
    try {
      return this.options.reactor.on[event.type]!(event, this.#state);
    } catch {
      throw new Parked(event, ['REACTOR_FAILED']);
    }
  }

  async #execute(event: StoredEvent, intent: Intent, index: number): Promise<void> {
    const { reactor, execute } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await execute({
        ...intent,
        actor: { id: `reactor.${reactor.name}`, kind: 'system' },
        commandId: `${reactor.name}:${event.id}:${index}`,
        occurredAt: event.occurredAt,
        causationId: event.id,
        correlationId: event.correlationId,
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
