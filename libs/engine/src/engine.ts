import { hash } from 'node:crypto';
import type { Appended, EventStore, NewEvent, StoredEvent } from '#libs/event-store';
import type {
  Action,
  Actor,
  AnyCommand,
  AnyWorkflow,
  Decision,
  Instance,
  Reason,
  Resolution,
  WorkingCalendar,
} from '#libs/kernel';
import { actions, canonicalJson, commandOf, decide, reason } from '#libs/kernel';
import { InstanceCache } from './instance-cache.js';
import { streamOf, workflowRegistry } from './registry.js';
import type { AuthorityPort, LoadState, NeedResolver, ResolverOptions } from './resolve.js';
import { resolve } from './resolve.js';

/** One command. `input` has been validated at the edge. */
export interface CommandRequest {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly input: object;
  readonly actor: Actor;
  /** Idempotency key: the same key and content write nothing new, for ever. */
  readonly commandId: string;
  /** Claimed business time, ISO 8601; default now; later than now is refused. */
  readonly occurredAt?: string | undefined;
  /** The revision the person saw; another one is a conflict. */
  readonly expectedRevision?: number | undefined;
  readonly causationId?: string | undefined;
  readonly correlationId?: string | undefined;
}

export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly position: string;
      readonly revision: number;
      readonly state: string;
      readonly repeated: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly revision: number;
      readonly state: string;
      readonly reasons: readonly Reason[];
    }
  | { readonly kind: 'conflict'; readonly revision: number; readonly state: string };

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
}

export interface NextActions {
  readonly revision: number;
  readonly state: string;
  readonly actions: readonly Action[];
}

const ATTEMPTS = 16;

/** Load, decide, append, answer. The one way in which facts come into being. */
export class Engine {
  readonly #cache: InstanceCache;
  readonly #registry: ReturnType<typeof workflowRegistry>;
  readonly #resolving: ResolverOptions;

  constructor(private readonly options: EngineOptions) {
    this.#cache = new InstanceCache(options.store, options.cached ?? 50_000);
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

  /** What this person can do next, with reasons for what is not possible. */
  async nextActions(name: string, id: string, actor: Actor): Promise<NextActions | undefined> {
    const instance = await this.instance(name, id);
    if (instance === undefined) return undefined;
    const now = this.options.clock();
    const resolutions = new Map<string, Resolution>();
    for (const [key, command] of Object.entries(instance.workflow.commands))
      resolutions.set(
        key,
        await resolve(
          { instance, command, input: {}, actor, now, occurredAt: now },
          this.#resolving,
        ),
      );
    return {
      revision: instance.revision,
      state: instance.stateName,
      actions: actions(instance, resolutions, this.options.calendar),
    };
  }

  /** Executes one command. Refusals and conflicts are answers; only a broken store throws. */
  async execute(request: CommandRequest): Promise<Outcome> {
    const workflow = this.workflow(request.workflow);
    if (workflow === undefined) return unknown('UNKNOWN_WORKFLOW', request.workflow);
    if (!workflow.idPattern.test(request.id)) return unknown('ID_INVALID', request.id);
    const loaded = this.#cache.load(workflow, request.id);
    let instance = loaded instanceof Promise ? await loaded : loaded;
    const contentHash = hashOf(request);
    for (let attempt = 1; ; attempt += 1) {
      const seen = instance.commands.get(request.commandId);
      if (seen !== undefined) return repeated(instance, seen, contentHash);
      if (request.expectedRevision !== undefined && request.expectedRevision !== instance.revision)
        return conflict(instance);
      const revision = instance.revision;
      const outcome = await this.#attempt(instance, request, contentHash);
      if (outcome !== 'raced') return outcome;
      instance = await this.#cache.refresh(workflow, request.id);
      const mayRetry =
        commandOf(instance, request.command)?.commutative === true ||
        instance.commands.has(request.commandId);
      if (!mayRetry || attempt >= ATTEMPTS)
        return instance.revision === revision ? unresolved(request) : conflict(instance);
    }
  }

  async #attempt(
    instance: Instance,
    request: CommandRequest,
    contentHash: string,
  ): Promise<Outcome | 'raced'> {
    const command = commandOf(instance, request.command);
    if (command === undefined)
      return refused(instance, [reason('UNKNOWN_COMMAND', { command: request.command })]);
    const now = this.options.clock();
    const occurredAt = request.occurredAt ?? now;
    if (occurredAt > now)
      return refused(instance, [reason('OCCURRED_IN_FUTURE', undefined, 'occurredAt')]);
    const revision = instance.revision;
    const resolution = await resolve(
      { instance, command, input: request.input, actor: request.actor, now, occurredAt },
      this.#resolving,
    );
    if (instance.revision !== revision) return 'raced';
    const decision = decide(instance, request.command, request.input, resolution);
    if (decision.kind === 'refused') return refused(instance, decision.reasons);
    if (decision.facts.length === 0) return accepted(instance, instance, true);
    const events = eventsOf(instance, command, request, decision, resolution, contentHash);
    const answer = await this.options.store.append(
      streamOf(instance.workflow, instance.id),
      revision < 0 ? 'none' : revision,
      events,
    );
    if (answer.kind === 'conflict') return 'raced';
    this.#cache.apply(instance, recorded(instance, events, answer));
    return accepted(instance, { revision: answer.revision, position: answer.position }, false);
  }
}

/** Content that must be the same when a key comes again. */
const hashOf = (request: CommandRequest): string =>
  hash(
    'sha256',
    canonicalJson([
      request.workflow,
      request.id,
      request.command,
      request.input,
      request.actor,
      request.occurredAt ?? null,
    ]),
    'base64url',
  );

const eventsOf = (
  instance: Instance,
  command: AnyCommand,
  request: CommandRequest,
  decision: Extract<Decision, { kind: 'accepted' }>,
  resolution: Resolution,
  commandHash: string,
): readonly NewEvent[] => {
  const rules = resolution.needs['rules'] as { readonly id: string } | undefined;
  const stream = streamOf(instance.workflow, instance.id);
  return decision.facts.map((fact, index) => ({
    id: eventId(stream, request.commandId, index),
    type: fact.type,
    schemaVersion: instance.workflow.facts.get(fact.type)?.schemaVersion ?? 1,
    data: fact.data,
    ...(fact.sealed && { sealed: fact.sealed }),
    workflow: instance.workflow.name,
    definitionVersion: instance.definitionVersion,
    rulePack: instance.rulePack ?? rules?.id,
    actor: request.actor.id,
    ...(request.actor.onBehalfOf !== undefined && { onBehalfOf: request.actor.onBehalfOf }),
    ...(decision.capacity && { capacity: decision.capacity }),
    policy: decision.policy,
    occurredAt: resolution.occurredAt,
    commandId: request.commandId,
    commandHash,
    ...(request.causationId !== undefined && { causationId: request.causationId }),
    correlationId: request.correlationId ?? request.commandId,
  }));
};

/** Name-based (UUID version 8 layout), so that a retry of the same command writes the same ids. */
const eventId = (stream: string, commandId: string, index: number): string => {
  const hex = hash('sha256', `${stream}\n${commandId}\n${index}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The stored view of what was just appended, for the cached fold. */
const recorded = (
  instance: Instance,
  events: readonly NewEvent[],
  answer: Appended,
): readonly StoredEvent[] => {
  const stream = streamOf(instance.workflow, instance.id);
  const first = answer.revision - events.length + 1;
  return events.map((event, index) => ({
    ...event,
    stream,
    revision: first + index,
    position: answer.position,
    recordedAt: answer.recordedAt,
  }));
};

const accepted = (
  instance: Instance,
  at: { revision: number; position: string },
  isRepeat: boolean,
): Outcome => ({
  kind: 'accepted',
  position: at.position,
  revision: at.revision,
  state: instance.stateName,
  repeated: isRepeat,
});

const refused = (instance: Instance, reasons: readonly Reason[]): Outcome => ({
  kind: 'refused',
  revision: instance.revision,
  state: instance.stateName,
  reasons,
});

const conflict = (instance: Instance): Outcome => ({
  kind: 'conflict',
  revision: instance.revision,
  state: instance.stateName,
});

const repeated = (
  instance: Instance,
  seen: { hash: string; revision: number; position: string },
  contentHash: string,
): Outcome =>
  seen.hash === contentHash
    ? accepted(instance, seen, true)
    : refused(instance, [reason('IDEMPOTENCY_KEY_REUSED')]);

const unknown = (code: string, what: string): Outcome => ({
  kind: 'refused',
  revision: -1,
  state: '',
  reasons: [reason(code, { what })],
});

/** A store that reports a conflict without anything new to read contradicts itself. */
const unresolved = (request: CommandRequest): never => {
  throw new Error(`${request.workflow} stream conflicts without a newer revision`);
};
