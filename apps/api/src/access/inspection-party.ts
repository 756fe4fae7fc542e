import type { InspectionState } from '#libs/workflows';
import type { Reading, Scope } from './viewer.js';

/** States in which the subjects do not know of the inspection yet. */
const UNANNOUNCED: readonly string[] = ['planned', 'decided'];

/** Whether the viewer, or a unit the viewer leads, is inspected. */
const isSubject = ({ scope: named }: InspectionState, scope: Scope): boolean =>
  named !== undefined &&
  ((scope.memberId !== null && named.memberIds.includes(scope.memberId)) ||
    scope.grants.some(
      ({ kind, unitId }) =>
        kind !== 'warrant' && kind !== 'aggregate' && named.unitIds.includes(unitId),
    ));

/**
 * What an inspection shows to those who have a part in it, beside what their offices allow: all of
 * it to its team, to the subjects their own words once it is announced, and `none` before.
 */
export function partInInspection(
  state: InspectionState,
  stateName: string,
  scope: Scope,
): Reading | 'none' | undefined {
  const reader = scope.memberId;
  if (reader !== null && state.team.some(({ memberId }) => memberId === reader))
    return { names: 'all', sealed: true, parts: 'all', reader, tallies: true };
  if (!isSubject(state, scope)) return undefined;
  if (UNANNOUNCED.includes(stateName)) return 'none';
  return { names: 'all', sealed: false, parts: 'own', reader, tallies: false };
}
