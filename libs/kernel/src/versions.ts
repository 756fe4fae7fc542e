import type { AnyWorkflow, MigrationSpec } from './declared.js';

/** The kernel's own fact of a migration, in every workflow that has older definitions. */
export const DEFINITION_MIGRATED = 'DefinitionMigrated';
/** The command that migrates one instance. */
export const MIGRATE_DEFINITION = 'migrateDefinition';

/** What a migration records; the names of states are those of the two definitions. */
export interface MigrationFact {
  readonly from: number;
  readonly to: number;
  readonly fromState: string;
  readonly toState: string;
}

/**
 * The definition of that version: what an instance pinned to it decides by. The newest one when
 * the version is not kept any more (or is of a newer release).
 */
export const definitionOf = (workflow: AnyWorkflow, version: number): AnyWorkflow =>
  version === workflow.version ? workflow : (workflow.previous.get(version) ?? workflow);

/** The state to which a fact leads an instance of this definition, or `undefined`: it stays. */
export const targetOf = (
  workflow: AnyWorkflow,
  definition: AnyWorkflow,
  type: string,
): string | undefined => (definition.facts.get(type) ?? workflow.facts.get(type))?.to;

/** The definition in force after an event of a stream, for whoever follows the log. */
export const definitionAfter = (
  workflow: AnyWorkflow,
  event: { readonly type: string; readonly data: object; readonly definitionVersion: number },
): AnyWorkflow =>
  definitionOf(
    workflow,
    event.type === DEFINITION_MIGRATED ? (event.data as MigrationFact).to : event.definitionVersion,
  );

/**
 * What a read model knows of a record's state after an event of its stream, without folding it.
 * `before`: the state known so far, `undefined` before the first event.
 */
export function stateAfter(
  workflow: AnyWorkflow,
  event: { readonly type: string; readonly data: object; readonly definitionVersion: number },
  before: string | undefined,
): string {
  if (event.type === DEFINITION_MIGRATED) return (event.data as MigrationFact).toState;
  const definition = definitionOf(workflow, event.definitionVersion);
  return targetOf(workflow, definition, event.type) ?? before ?? definition.startState;
}

/** One step of the way from version to version; a declared one, or names that stay the same. */
const stepTo = (
  workflow: AnyWorkflow,
  migration: MigrationSpec,
  state: string,
): string | undefined => {
  const mapped = migration.states?.[state];
  if (mapped === null) return undefined;
  const target = mapped ?? state;
  return Object.hasOwn(definitionOf(workflow, migration.to).states, target) ? target : undefined;
};

/**
 * The state in which an instance goes on under another version; `undefined`: it would be stranded,
 * or no migration is declared. Goes through versions in between where no direct way is declared.
 */
export function migratedState(
  workflow: AnyWorkflow,
  way: { readonly from: number; readonly to: number },
  state: string,
): string | undefined {
  const steps = workflow.migrations.filter(({ from, to }) => from === way.from && to <= way.to);
  const farthestFirst = [...steps].sort((left, right) => right.to - left.to);
  for (const step of farthestFirst) {
    const next = stepTo(workflow, step, state);
    if (next === undefined) continue;
    const end =
      step.to === way.to ? next : migratedState(workflow, { ...way, from: step.to }, next);
    if (end !== undefined) return end;
  }
  return undefined;
}
