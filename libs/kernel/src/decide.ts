import type { Actor, Authority, Capacity, Mandate } from './authority.js';
import type { AnyFact } from './fact.js';
import type { Instance } from './fold.js';
import { fieldOf } from './need.js';
import { asksForPerson, policyText } from './policy.js';
import type { PolicyVerdict } from './policy-verdict.js';
import { evaluatePolicy } from './policy-verdict.js';
import type { Reason } from './reason.js';
import { reason } from './reason.js';
import type { AnyCommand, CommandContext } from './workflow.js';

/** Everything a decision rests on, resolved beforehand. */
export interface Resolution {
  readonly actor: Actor;
  readonly authority: Authority;
  /** Whether and how far the actor may use the right of the person acted for. */
  readonly mandate?: Mandate | undefined;
  readonly needs: Readonly<Record<string, unknown>>;
  readonly now: string;
  readonly occurredAt: string;
}

export type Decision =
  | {
      readonly kind: 'accepted';
      readonly facts: readonly AnyFact[];
      readonly policy: string;
      readonly capacity?: Capacity | undefined;
    }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

/** The context guards and `decide` read; `input` is empty while only buttons are asked for. */
const contextOf = (
  instance: Instance,
  input: object,
  resolution: Resolution,
): CommandContext<object, object, never> =>
  ({
    id: instance.id,
    stateName: instance.stateName,
    state: instance.state,
    clocks: instance.clocks,
    input,
    needs: resolution.needs,
    actor: resolution.actor,
    now: resolution.now,
    occurredAt: resolution.occurredAt,
  }) as unknown as CommandContext<object, object, never>;

/** Whether the command can be given by nobody but the person concerned. */
export const isPersonal = (command: Pick<AnyCommand, 'by' | 'personal'>): boolean =>
  command.personal ?? asksForPerson(command.by);

/** Why the actor cannot act for somebody here; empty for whoever acts for themselves. */
const mandateReasons = (
  command: AnyCommand,
  actor: Actor,
  mandate: Mandate | undefined,
): readonly Reason[] => {
  if (actor.onBehalfOf === undefined) return [];
  if (isPersonal(command)) return [reason('NOT_DELEGABLE')];
  if (mandate === undefined) return [reason('DELEGATION_NOT_VALID')];
  return mandate.kind === 'refused' ? mandate.reasons : [];
};

const permission = (
  command: AnyCommand,
  instance: Instance,
  input: object,
  resolution: Resolution,
): PolicyVerdict => {
  const { actor, mandate } = resolution;
  const reasons = mandateReasons(command, actor, mandate);
  if (reasons.length > 0) return { allowed: false, reasons };
  const source = {
    state: instance.state as Record<string, unknown>,
    input: input as Record<string, unknown>,
  };
  return evaluatePolicy(command.byFor?.(input) ?? command.by, {
    actor,
    ways: mandate?.kind === 'valid' ? mandate.ways : undefined,
    authority: resolution.authority,
    field: (name) => fieldOf(source, name),
    authorsOf: (step) => instance.authors.get(step) ?? [],
  });
};

/** Reasons of the guards of one phase; all of them, so that a form shows everything at once. */
const guardReasons = (
  command: AnyCommand,
  phase: 'state' | 'input',
  context: unknown,
): readonly Reason[] => {
  const reasons: Reason[] = [];
  for (const guard of command.guards ?? [])
    if (guard.phase === phase) reasons.push(...guard.check(context as never));
  return reasons;
};

/** Why the command is not possible now, whatever else is typed; empty: it is offered. */
export function obstacles(
  command: AnyCommand,
  instance: Instance,
  resolution: Resolution,
  known: object = {},
): readonly Reason[] {
  if (!command.from.includes(instance.stateName))
    return [reason('WRONG_STATE', { state: instance.stateName })];
  const verdict = permission(command, instance, known, resolution);
  return [
    ...(verdict.allowed ? [] : verdict.reasons),
    ...guardReasons(command, 'state', contextOf(instance, known, resolution)),
  ];
}

/**
 * Decides one command: state, then policy, then guards, then the declaration's own `decide`.
 * A refusal is a value. Emitting an undeclared fact is our own mistake and throws.
 */
export function decide(
  instance: Instance,
  name: string,
  input: object,
  resolution: Resolution,
): Decision {
  const command = commandOf(instance, name);
  if (command === undefined)
    return {
      kind: 'refused',
      reasons: [reason('UNKNOWN_COMMAND', { command: name })],
    };
  if (!command.from.includes(instance.stateName))
    return {
      kind: 'refused',
      reasons: [reason('WRONG_STATE', { state: instance.stateName })],
    };
  const verdict = permission(command, instance, input, resolution);
  if (!verdict.allowed) return { kind: 'refused', reasons: verdict.reasons };
  const context = contextOf(instance, input, resolution);
  const reasons = [
    ...guardReasons(command, 'state', context),
    ...guardReasons(command, 'input', context),
  ];
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const facts = command.decide(context) as readonly AnyFact[];
  for (const fact of facts)
    if (!command.emits.includes(fact.type))
      throw new Error(
        `${instance.workflow.name}.${name} emitted ${fact.type}, which it does not declare`,
      );
  return {
    kind: 'accepted',
    facts,
    policy: policyText(command.by),
    capacity: verdict.capacity,
  };
}

/** The declared command, or `undefined`; inherited object members are never commands. */
export const commandOf = (instance: Instance, name: string): AnyCommand | undefined =>
  Object.hasOwn(instance.workflow.commands, name) ? instance.workflow.commands[name] : undefined;
