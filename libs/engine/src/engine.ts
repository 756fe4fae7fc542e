import type {
  Appended,
  Conflict,
  EventStore,
  NewEvent,
  StoredEvent,
  Tracer,
  TraceSpan,
} from '#libs/event-store';
import { codeOf, traced } from '#libs/event-store';
import type {
  Action,
  Actor,
  AnyWorkflow,
  Instance,
  Mandate,
  Resolution,
  WorkingCalendar,
} from '#libs/kernel';
import { actions, commandOf, decide, mayFire, reason } from '#libs/kernel';
import type { CommandRequest, CommandTold, Outcome } from './command-request.js';
import { commandSpan, endSpan } from './command-trace.js';
import { InstanceCache } from './instance-cache.js';
import { eventsOf, hashOf, recorded } from './new-events.js';
import { accepted, conflict, refused, repeated, unknown, unresolved } from './outcome.js';
import { streamOf, workflowRegistry } from './registry.js';
import type { AuthorityPort, LoadState, NeedResolver, ResolverOptions } from './resolve.js';
import { resolve } from './resolve.js';
import { strangerReasons } from './stranger.js';
import { StreamTurns } from './stream-turns.js';

export interface EngineOptions {
  readonly store: EventStore;
  readonly workflows: readonly AnyWorkflow[];
  readonly resolvers: Readonly<Record<string, NeedResolver>>;
  readonly authority: AuthorityPort;
  readonly calendar: WorkingCalendar;
  /** Now, ISO 8601. */
  readonly clock: () => string;
  /** Folded streams kept in memory; default 50,000. */
  readonly cached?: number;
  /**
   * Where other processes write as well: whether `learn` has heard of everything that was stored
   * until shortly ago. While false, nothing in memory is trusted. Left out: this process alone
   * writes.
   */
  readonly isFresh?: (() => boolean) | undefined;
  /** Left out: nothing is traced. */
  readonly tracer?: Tracer | undefined;
}

/** A command under way. */
interface Run {
  readonly request: CommandRequest;
  readonly contentHash: string;
  readonly span: TraceSpan | undefined;
}

export interface NextActions {
  readonly revision: number;
  readonly state: string;
  readonly actions: readonly Action[];
}

/** Attempts of a commutative command; beyond one process, losing again is possible. */
const ATTEMPTS = 64;

/** Load, decide, append, answer. The one way in which facts come into being. */
export class Engine {
  readonly #cache: InstanceCache;
  readonly #turns = new StreamTurns();
  readonly #listeners = new Set<(told: CommandTold) => void>();
  readonly #registry: ReturnType<typeof workflowRegistry>;
  readonly #resolving: ResolverOptions;

  constructor(private readonly options: EngineOptions) {
    this.#cache = new InstanceCache(options.store, options.cached ?? 50_000, options.isFresh);
    this.#registry = workflowRegistry(options.workflows);
    this.#resolving = {
      resolvers: options.resolvers,
      authority: options.authority,
      load: this.loadState,
    };
  }

  get workflows(): readonly AnyWorkflow[] {
    return this.#registry.all;
  }

  /** The workflow of that name, or `undefined`. */
  workflow(name: string): AnyWorkflow | undefined {
    return this.#registry.byName(name);
  }

  /** The folded state of a stream, or `undefined` if there is no such stream. */
  readonly loadState: LoadState = (name, id) => {
    const workflow = this.workflow(name);
    if (workflow === undefined || !workflow.idPattern.test(id)) return undefined;
    const loaded = this.#cache.load(workflow, id);
    const stateOf = (instance: Instance): object | undefined =>
      instance.revision < 0 ? undefined : instance.state;
    return loaded instanceof Promise ? loaded.then(stateOf) : stateOf(loaded);
  };

  /** The folded instance for reading; `undefined` for an unknown workflow or a malformed id. */
  async instance(name: string, id: string): Promise<Instance | undefined> {
    const workflow = this.workflow(name);
    return workflow?.idPattern.test(id) ? this.#cache.load(workflow, id) : undefined;
  }

  /** The definition by which a record decides: the newest one, unless it is pinned to an older. */
  async definition(name: string, id: string): Promise<AnyWorkflow | undefined> {
    const workflow = this.workflow(name);
    if (workflow === undefined || workflow.previous.size === 0) return workflow;
    return (await this.instance(name, id))?.definition ?? workflow;
  }

  /**
   * What this person can do next, with reasons for what is not possible. `known` holds what is
   * already known of the input: who may found a unit or admit a member depends on where.
   */
  async nextActions(
    name: string,
    id: string,
    actor: Actor,
    known: object = {},
  ): Promise<NextActions | undefined> {
    const instance = await this.instance(name, id);
    if (instance === undefined) return undefined;
    const now = this.options.clock();
    const resolutions = new Map<string, Resolution>();
    for (const [key, command] of Object.entries(instance.definition.commands)) {
      // Of a command of another state nothing needs to be known to say that it is not its turn.
      if (!command.from.includes(instance.stateName)) continue;
      const asking = { instance, command, input: known, actor, now, occurredAt: now };
      resolutions.set(key, await resolve(asking, this.#resolving));
    }
    return {
      revision: instance.revision,
      state: instance.stateName,
      actions: actions(instance, resolutions, this.options.calendar, known),
    };
  }

  /** The right to act for whom the actor names, in a workflow, now; undefined: nobody is named. */
  async mandate(actor: Actor, workflow: string): Promise<Mandate | undefined> {
    if (actor.onBehalfOf === undefined) return undefined;
    const asked = { actor, workflow, at: this.options.clock() };
    return this.options.authority.mandate?.(asked, this.loadState);
  }

  /** Facts that other processes wrote, in the order of the log; known ones change nothing. */
  learn(events: readonly StoredEvent[]): void {
    this.#cache.learn(events);
  }

  /** Nothing in memory is right any more: the log was replaced, or not followed for a while. */
  forget(): void {
    this.#cache.forgetAll();
  }

  /** Called after each command of a known workflow; returns how to stop listening. */
  onCommand(listener: (told: CommandTold) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Executes one command. Refusals and conflicts are answers; only a broken store throws. */
  async execute(request: CommandRequest): Promise<Outcome> {
    const workflow = this.workflow(request.workflow);
    if (workflow === undefined) return unknown('UNKNOWN_WORKFLOW', request.workflow);
    if (!workflow.idPattern.test(request.id)) return unknown('ID_INVALID', request.id);
    const span = commandSpan(this.options.tracer, workflow, request);
    let endTurn: (() => void) | undefined;
    let outcome: Outcome | undefined;
    let attempt = 1;
    let isConfirmed = this.options.isFresh === undefined;
    try {
      // Only where it is traced: who asks for what is at hand does not wait.
      const loaded = span
        ? this.#traced(span, 'load', () => this.#cache.load(workflow, request.id))
        : this.#cache.load(workflow, request.id);
      let instance = loaded instanceof Promise ? await loaded : loaded;
      const run: Run = { request, contentHash: hashOf(request), span };
      for (; ; attempt += 1) {
        const seen = instance.commands.get(request.commandId);
        if (seen !== undefined) return (outcome = repeated(instance, seen, run.contentHash));
        const commutes = commandOf(instance, request.command)?.commutative === true;
        const { expectedRevision } = request;
        // Where order does not matter, it does not matter either what was seen last.
        const isStale = expectedRevision !== undefined && expectedRevision !== instance.revision;
        const revision = instance.revision;
        const answer = await this.#attempt(instance, run, isStale && !commutes);
        if (answer !== 'raced') {
          if (isConfirmed || wasWritten(answer)) return (outcome = answer);
          // Said on a copy that may be a little old: of its own record an answer is never.
          isConfirmed = true;
          instance = await this.#cache.refresh(workflow, request.id);
          if (instance.revision === revision) return (outcome = answer);
          continue;
        }
        if (commutes) endTurn ??= await this.#turns.take(streamOf(workflow, request.id));
        instance = await this.#cache.refresh(workflow, request.id);
        const mayRetry = commutes || instance.commands.has(request.commandId);
        if (!mayRetry || attempt >= ATTEMPTS)
          return (outcome =
            instance.revision === revision ? unresolved(request) : conflict(instance));
      }
    } catch (error) {
      span?.fail(codeOf(error));
      throw error;
    } finally {
      endTurn?.();
      if (span !== undefined) endSpan(span, outcome, attempt - 1);
      if (this.#listeners.size > 0) this.#tell(workflow, request.command, outcome, attempt - 1);
    }
  }

  #tell(workflow: AnyWorkflow, command: string, outcome: Outcome | undefined, retries: number) {
    const told: CommandTold = {
      workflow: workflow.name,
      command: Object.hasOwn(workflow.commands, command) ? command : 'unknown',
      kind: outcome?.kind ?? 'failed',
      repeated: outcome?.kind === 'accepted' && outcome.repeated,
      retries,
    };
    for (const listener of this.#listeners) listener(told);
  }

  async #attempt(instance: Instance, run: Run, isStale: boolean): Promise<Outcome | 'raced'> {
    const { request, span } = run;
    const command = commandOf(instance, request.command);
    if (command === undefined)
      return refused(instance, [reason('UNKNOWN_COMMAND', { command: request.command })]);
    const now = this.options.clock();
    const occurredAt = request.occurredAt ?? now;
    if (occurredAt > now)
      return refused(instance, [reason('OCCURRED_IN_FUTURE', undefined, 'occurredAt')]);
    if (!isStale && request.firing !== undefined && !mayFire(instance.clocks, request.firing))
      return refused(instance, [reason('DEADLINE_NOT_RUNNING')]);
    const revision = instance.revision;
    const { calendar, tracer } = this.options;
    const deciding = span && tracer?.span('decide', { parent: span });
    const resolution = await resolve(
      { instance, command, input: request.input, actor: request.actor, now, occurredAt },
      this.#resolving,
    );
    if (instance.revision !== revision) return 'raced';
    const decision = isStale
      ? undefined
      : decide(instance, request.command, request.input, resolution);
    deciding?.end();
    if (decision?.kind !== 'accepted') {
      const tellsState = isStale || !command.from.includes(instance.stateName);
      const strange = tellsState
        ? strangerReasons(command, instance, request.input, resolution)
        : [];
      if (strange.length > 0) return refused(instance, strange);
      return decision === undefined ? conflict(instance) : refused(instance, decision.reasons);
    }
    if (decision.facts.length === 0) return accepted(instance, instance, true);
    const trace = span === undefined ? request.trace : span.traceparent;
    const { contentHash } = run;
    const events = eventsOf(instance, request, decision, resolution, contentHash, calendar, trace);
    let answer: Appended | Conflict;
    try {
      answer = await (span
        ? this.#traced(span, 'append', () => this.#append(instance, events))
        : this.#append(instance, events));
    } catch (error) {
      // It may have been written all the same: who comes again must not decide on what was before.
      this.#cache.forget(streamOf(instance.workflow, instance.id));
      throw error;
    }
    if (answer.kind === 'conflict') return 'raced';
    this.#cache.apply(instance, recorded(instance, events, answer));
    return accepted(instance, { revision: answer.revision, position: answer.position }, false);
  }

  #traced<Result>(
    around: TraceSpan,
    name: string,
    step: () => Result | Promise<Result>,
  ): Promise<Result> {
    return traced(this.options.tracer!.span(name, { parent: around }), step);
  }

  #append(instance: Instance, events: readonly NewEvent[]): Promise<Appended | Conflict> {
    const expected = instance.revision < 0 ? 'none' : instance.revision;
    return this.options.store.append(streamOf(instance.workflow, instance.id), expected, events);
  }
}

/** What was written was checked against the log by writing it. */
const wasWritten = (outcome: Outcome): boolean => outcome.kind === 'accepted' && !outcome.repeated;
