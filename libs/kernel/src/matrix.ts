import { policyText } from './policy.js';
import type { AnyWorkflow } from './workflow.js';

/** One row of the permission matrix. */
export interface MatrixRow {
  readonly state: string;
  readonly command: string;
  /** The policy as text: `all(holds(secretary,unitId),not(is(memberId)))`. */
  readonly by: string;
  readonly emits: readonly string[];
  /** Refusal codes its guards can give. */
  readonly refusals: readonly string[];
}

/** Who may do what in which state, derived from the declaration. */
export const permissionMatrix = (workflow: AnyWorkflow): readonly MatrixRow[] =>
  Object.entries(workflow.commands).flatMap(([command, spec]) =>
    spec.from.map((state) => ({
      state,
      command,
      by: policyText(spec.by),
      emits: spec.emits,
      refusals: (spec.guards ?? []).flatMap((guard) => guard.codes),
    })),
  );
