import type {
  Actor,
  AnyCommand,
  Authority,
  Instance,
  Mandate,
  NeedSource,
  Resolution,
} from '#libs/kernel';
import { fieldOf, isPersonal, unitFieldsOf } from '#libs/kernel';

/** Answers needs of one kind. `pinned` is the rule pack the asking stream is bound to. */
export type NeedResolver = (key: string, pinned: string | undefined) => unknown;

/** Loads another stream's folded state; `undefined` if that stream does not exist. */
export type LoadState = (
  workflow: string,
  id: string,
) => object | undefined | Promise<object | undefined>;

/** Gives offices and the unit tree around the units named, at a moment. */
export interface AuthorityPort {
  /** Without waiting when everything is at hand. */
  resolve(units: readonly string[], at: string, load: LoadState): Authority | Promise<Authority>;
  /** The right to act for somebody, from the delegators' own streams; left out: there is none. */
  mandate?(asked: MandateAsked, load: LoadState): Promise<Mandate>;
}

/** Who wants to act for somebody, in which workflow, at which moment (ISO 8601). */
export interface MandateAsked {
  readonly actor: Actor;
  readonly workflow: string;
  readonly at: string;
}

export interface ResolverOptions {
  readonly resolvers: Readonly<Record<string, NeedResolver>>;
  readonly authority: AuthorityPort;
  readonly load: LoadState;
}

export interface Asking {
  readonly instance: Instance;
  readonly command: AnyCommand;
  readonly input: object;
  readonly actor: Actor;
  readonly now: string;
  readonly occurredAt: string;
}

/** Resolves everything a decision rests on: needs in declared order, then offices. */
export async function resolve(asking: Asking, options: ResolverOptions): Promise<Resolution> {
  const { instance, command, actor, now, occurredAt } = asking;
  const needs: Record<string, unknown> = {};
  const source: NeedSource = {
    id: instance.id,
    state: instance.state as Record<string, unknown>,
    input: asking.input as Record<string, unknown>,
    needs,
    occurredAt,
  };
  for (const [name, need] of Object.entries(command.needs ?? {})) {
    if (need.keys !== undefined) {
      needs[name] = await loadAll(need.workflow!, need.keys(source), options.load);
      continue;
    }
    const key = need.key(source);
    const value = key === undefined ? undefined : answer(need.kind, need.workflow, key);
    needs[name] = value instanceof Promise ? await value : value;
  }
  const isForAnother = actor.onBehalfOf !== undefined;
  // The scope of a delegation is judged by the unit of the record, whatever the policy looks at.
  const unitFields = isForAnother
    ? [...unitFieldsOf(command.by), 'unitId']
    : unitFieldsOf(command.by);
  const units = unitFields
    .map((field) => fieldOf(source, field))
    .filter((unit) => typeof unit === 'string');
  const at = occurredAt < now ? now : occurredAt;
  const authority = options.authority.resolve(units, at, options.load);
  const asked = { actor, workflow: instance.workflow.name, at };
  const mandate =
    isForAnother && !isPersonal(command)
      ? await options.authority.mandate?.(asked, options.load)
      : undefined;
  return {
    actor,
    ...(mandate !== undefined && { mandate }),
    needs,
    now,
    occurredAt,
    authority: authority instanceof Promise ? await authority : authority,
  };

  function answer(kind: string, workflow: string | undefined, key: string): unknown {
    if (kind === 'stream') return options.load(workflow!, key);
    const resolver = options.resolvers[kind];
    if (resolver === undefined) throw new Error(`nobody resolves needs of kind ${kind}`);
    return resolver(key, instance.rulePack);
  }
}

/** Several streams of one workflow at once, by id; without waiting for those at hand. */
async function loadAll(
  workflow: string,
  ids: readonly string[],
  load: LoadState,
): Promise<ReadonlyMap<string, object>> {
  const found = new Map<string, object>();
  const pending: Promise<void>[] = [];
  const keep = (id: string, state: object | undefined): void =>
    void (state !== undefined && found.set(id, state));
  for (const id of new Set(ids)) {
    const state = load(workflow, id);
    if (state instanceof Promise) pending.push(state.then((loaded) => keep(id, loaded)));
    else keep(id, state);
  }
  await Promise.all(pending);
  return found;
}
