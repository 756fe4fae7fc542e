import type { MandateScope, PolicyContext } from './authority.js';
import { everybodyOf } from './authority.js';

/** Whose rights count: where somebody is to be excluded everybody's, else those one may use. */
export type Whose = 'usable' | 'everybody';

/** The field that says to which unit a record belongs. */
export const UNIT_FIELD = 'unitId';

/** Who of the chain counts for a right in a unit; the person acted for only within the scope. */
export const people = (
  context: PolicyContext,
  whose: Whose,
  unit: string | undefined,
  office?: string,
): readonly string[] => {
  const { actor, ways = [] } = context;
  if (whose === 'everybody') return everybodyOf(actor);
  if (actor.onBehalfOf === undefined) return [actor.id];
  const isCovered = ways.some((scopes) =>
    scopes.every((scope) => covers(context, scope, unit, office)),
  );
  return isCovered ? [actor.onBehalfOf, actor.id] : [actor.id];
};

const covers = (
  { authority }: PolicyContext,
  scope: MandateScope,
  unit: string | undefined,
  office: string | undefined,
): boolean =>
  unit !== undefined &&
  (scope.unitId === unit || authority.ancestors(unit).includes(scope.unitId)) &&
  (scope.office === undefined || scope.office === office);

/** The unit that a field names, if it names one. */
export const unitOf = (context: PolicyContext, field: string): string | undefined => {
  const unit = context.field(field);
  return typeof unit === 'string' ? unit : undefined;
};

/** Whether the record itself lies in the scope, whatever office lent the right. */
export const isOfScope = (context: PolicyContext): boolean => {
  const unit = unitOf(context, UNIT_FIELD);
  return (context.ways ?? []).some((scopes) =>
    scopes.every(({ unitId }) => covers(context, { unitId }, unit, undefined)),
  );
};
