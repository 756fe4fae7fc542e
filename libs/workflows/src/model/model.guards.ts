import { guard, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RegisterModel, ReplicateModel } from './model.commands.js';
import type { ModelState } from './model.state.js';

const unitReasons = (unit: OrgUnitView | undefined, path: string) => {
  if (unit === undefined) return [reason('UNIT_UNKNOWN', undefined, path)];
  return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED', undefined, path)];
};

export const unitIsOpen = guard<{ needs: { unit: OrgUnitView | undefined } }>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs }) => unitReasons(needs.unit, 'unitId'),
);

/** What one person does has an owner, and every owner is a member. */
export const ownerFits = guard<{
  input: RegisterModel;
  needs: { owner: MembershipView | undefined };
}>(['MODEL_OWNER_MISSING', 'NOT_ACTIVE_MEMBER'], ({ input: { kind, ownerId }, needs }) => {
  if (ownerId === undefined)
    return kind === 'individual' ? [reason('MODEL_OWNER_MISSING', undefined, 'ownerId')] : [];
  return needs.owner?.active ? [] : [reason('NOT_ACTIVE_MEMBER', undefined, 'ownerId')];
});

/** Steps come one after another. */
export const stepsInOrder = guard<{ input: { on: string }; state: Readonly<ModelState> }>(
  'DATE_ORDER',
  ({ input, state: { lastOn } }) =>
    input.on < lastOn! ? [reason('DATE_ORDER', undefined, 'on')] : [],
);

/** A copy stands in another unit, once. */
export const copyIsNew = guard<{
  input: ReplicateModel;
  state: Readonly<ModelState>;
  needs: { copyist: OrgUnitView | undefined };
}>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED', 'REPLICATED_AT_HOME', 'REPLICATED_THERE'],
  ({ input: { atUnitId }, state: { unitId, replications }, needs: { copyist } }) => {
    if (atUnitId === unitId) return [reason('REPLICATED_AT_HOME', undefined, 'atUnitId')];
    if (replications.some((one) => one.atUnitId === atUnitId))
      return [reason('REPLICATED_THERE', undefined, 'atUnitId')];
    return unitReasons(copyist, 'atUnitId');
  },
);
