import type { Capacity } from './authority.js';
import type { AnyFact } from './fact.js';
import type { Instance } from './fold.js';
import { permission, type Resolution } from './permission.js';
import { policyText } from './policy.js';
import type { Reason } from './reason.js';
import { reason } from './reason.js';
import { MIGRATE_DEFINITION } from './versions.js';
import type { AnyCommand, CommandContext } from './workflow.js';

export { isPersonal, type Resolution } from './permission.js';

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
    definitionVersion: instance.definitionVersion,
    input,
    needs: resolution.needs,
    actor: resolution.actor,
    now: resolution.now,
    occurredAt: resolution.occurredAt,
  }) as unknown as CommandContext<object, object, never>;

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
export const commandOf = (instance: Instance, name: string): AnyCommand | undefined => {
  // Only the newest definition knows the way to itself.
  const { commands } = name === MIGRATE_DEFINITION ? instance.workflow : instance.definition;
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
};
