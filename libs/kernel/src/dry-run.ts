import type { Instance } from './fold.js';
import type { Policy } from './policy.js';
import { definitionOf, migratedState } from './versions.js';
import type { AnyWorkflow } from './workflow.js';

/** An instance that could not go on, and why: no state to go on in. */
export interface Stranded {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** A clock that runs now and that nobody would hear any more. */
export interface LostDeadline {
  readonly id: string;
  readonly clock: string;
  readonly due: string;
}

/** A button that a role gains or loses, and on how many instances. */
export interface ChangedButton {
  /** `secretary` of the unit, `above:committee`, `is:memberId`, `warranted`, `system`. */
  readonly role: string;
  readonly command: string;
  readonly instances: number;
}

/** What a migration would do; nothing is changed. */
export interface DryRun {
  readonly workflow: string;
  readonly to: number;
  /** Live instances pinned to older versions. */
  readonly instances: number;
  /** How many of them would go on, by the states before and after: `submitted → filed`. */
  readonly moves: Readonly<Record<string, number>>;
  readonly stranded: readonly Stranded[];
  readonly lostDeadlines: readonly LostDeadline[];
  readonly gained: readonly ChangedButton[];
  readonly lost: readonly ChangedButton[];
}

/** Roles that a policy lets in; exclusions take nobody's role away, only single persons. */
export function rolesOf(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'holds':
      return [policy.office];
    case 'above':
      return [`above:${policy.office}`];
    case 'is':
      return [`is:${policy.field}`];
    case 'warranted':
    case 'system':
      return [policy.kind];
    case 'not':
    case 'distinctFrom':
      return [];
    case 'all':
    case 'any':
      return [...new Set(policy.policies.flatMap(rolesOf))];
  }
}

/** `role command` for everything that can be done in a state. */
const buttons = (definition: AnyWorkflow, state: string): ReadonlySet<string> =>
  new Set(
    Object.entries(definition.commands)
      .filter(([, { from }]) => from.includes(state))
      .flatMap(([name, { by }]) => {
        const roles = rolesOf(by);
        return (roles.length === 0 ? ['anybody'] : roles).map((role) => `${role} ${name}`);
      }),
  );

const counted = (counts: ReadonlyMap<string, number>): readonly ChangedButton[] =>
  [...counts].sort(byName).map(([key, instances]) => {
    const [role = '', command = ''] = key.split(' ');
    return { role, command, instances };
  });

const byName = ([left]: readonly [string, number], [right]: readonly [string, number]): number =>
  left < right ? -1 : 1;

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const losesClock = (definition: AnyWorkflow, state: string, deadline: string): boolean => {
  const spec = Object.hasOwn(definition.deadlines, deadline)
    ? definition.deadlines[deadline]
    : undefined;
  if (spec === undefined || definition.states[state]?.final === true) return true;
  if (!('whileIn' in spec)) return false;
  const stands = 'stopWhile' in spec ? (spec.stopWhile ?? []) : [];
  return !spec.whileIn.includes(state) && !stands.includes(state);
};

/**
 * What it would mean to migrate these instances to a version: who is stranded, which running
 * deadlines are lost, who gains or loses a button. Instances that are closed, not begun, or
 * already there are left out. Pure.
 */
export function dryRun(workflow: AnyWorkflow, to: number, instances: Iterable<Instance>): DryRun {
  const target = definitionOf(workflow, to);
  const moves = new Map<string, number>();
  const [gained, lost] = [new Map<string, number>(), new Map<string, number>()];
  const stranded: Stranded[] = [];
  const lostDeadlines: LostDeadline[] = [];
  let total = 0;
  for (const instance of instances) {
    if (!isBehind(instance, to)) continue;
    total += 1;
    const { id, stateName: state, definitionVersion: version, definition } = instance;
    const next = migratedState(workflow, { from: version, to }, state);
    if (next === undefined) {
      stranded.push({ id, version, state });
      continue;
    }
    count(moves, `${state} → ${next}`);
    for (const [clock, { deadline, due }] of instance.clocks)
      if (losesClock(target, next, deadline)) lostDeadlines.push({ id, clock, due });
    const [before, after] = [buttons(definition, state), buttons(target, next)];
    for (const button of after) if (!before.has(button)) count(gained, button);
    for (const button of before) if (!after.has(button)) count(lost, button);
  }
  return {
    workflow: workflow.name,
    to,
    instances: total,
    moves: Object.fromEntries([...moves].sort(byName)),
    stranded,
    lostDeadlines,
    gained: counted(gained),
    lost: counted(lost),
  };
}

/** Whether a migration to that version concerns the instance at all. */
export const isBehind = (instance: Instance, to: number): boolean =>
  instance.revision >= 0 &&
  instance.definitionVersion < to &&
  instance.definition.states[instance.stateName]?.final !== true;
