import { guard, reason, stateOf } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';

/** The unit that is to go on with something. */
export const heirUnit = stateOf<OrgUnitView>('organisation', 'heirId');

/** Whoever goes on with what a closed unit saw to is another unit, and open. */
export const heirFits = <State>(keeperOf: (state: Readonly<State>) => string | undefined) =>
  guard<{
    readonly state: Readonly<State>;
    readonly input: { readonly heirId: string };
    readonly needs: { readonly heir: OrgUnitView | undefined };
  }>(['HEIR_IS_SELF', 'HEIR_UNKNOWN', 'HEIR_CLOSED'], ({ state, input: { heirId }, needs }) => {
    if (heirId === keeperOf(state)) return [reason('HEIR_IS_SELF', undefined, 'heirId')];
    if (needs.heir === undefined) return [reason('HEIR_UNKNOWN', undefined, 'heirId')];
    return needs.heir.closedOn === undefined ? [] : [reason('HEIR_CLOSED', undefined, 'heirId')];
  });
