import type { AnyFact } from './fact.js';
import type { Guard } from './guard.js';
import { guard } from './guard.js';
import { system } from './policy.js';
import { reason } from './reason.js';
import type { MigrationFact } from './versions.js';
import { DEFINITION_MIGRATED, migratedState } from './versions.js';
import type { AnyCommand, AnyFactSpec, AnyWorkflow } from './declared.js';
import type { CommandContext } from './command-spec.js';

/** To which version the instance goes. */
export class MigrateDefinition {
  to: number;
}

interface Context extends CommandContext<object, MigrateDefinition, Record<never, never>> {
  /** The version to which the instance is pinned. */
  readonly definitionVersion: number;
}

/** The states of every version in which something can still happen. */
const liveStates = (versions: readonly Pick<AnyWorkflow, 'states'>[]): readonly string[] => [
  ...new Set(
    versions.flatMap(({ states }) =>
      Object.entries(states).flatMap(([name, { final }]) => (final ? [] : [name])),
    ),
  ),
];

/** The command and the fact by which an instance leaves its definition for a newer one. */
export function migrationParts(
  workflow: () => AnyWorkflow,
  versions: readonly Pick<AnyWorkflow, 'states'>[],
) {
  const stateIn = ({ definitionVersion: from, stateName, input: { to } }: Context) =>
    migratedState(workflow(), { from, to }, stateName);
  const leadsOn = guard<Context>(['MIGRATION_NOT_NEWER', 'MIGRATION_STRANDED'], (context) => {
    const { definitionVersion: from, stateName: state, input } = context;
    if (input.to <= from) return [reason('MIGRATION_NOT_NEWER', { from, to: input.to }, 'to')];
    return stateIn(context) === undefined
      ? [reason('MIGRATION_STRANDED', { state, from, to: input.to }, 'to')]
      : [];
  });
  const decide = (context: Context): readonly AnyFact[] => {
    const { definitionVersion: from, stateName: fromState, input } = context;
    const data: MigrationFact = { from, to: input.to, fromState, toState: stateIn(context)! };
    return [{ type: DEFINITION_MIGRATED, data }];
  };
  const command = {
    input: MigrateDefinition,
    from: liveStates(versions),
    by: system,
    guards: [leadsOn as Guard<never>],
    emits: [DEFINITION_MIGRATED],
    task: false,
    decide,
  } as unknown as AnyCommand;
  const fact: AnyFactSpec = { apply: () => undefined };
  return { command, fact };
}
