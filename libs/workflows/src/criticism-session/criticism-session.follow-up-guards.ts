import { type Actor, everybodyIn, guard, reason } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { CriticismSessionState } from './criticism-session.state.js';

interface OfRemedy {
  readonly state: Readonly<CriticismSessionState>;
  readonly input: { readonly id: string };
}

/** A remedy that is neither done nor explained. */
export const remedyIsOwed = guard<OfRemedy>(
  ['OBLIGATION_UNKNOWN', 'OBLIGATION_CLOSED'],
  ({ state, input: { id } }) => {
    const remedy = state.remedies.find((one) => one.id === id);
    if (remedy === undefined) return [reason('OBLIGATION_UNKNOWN', { id }, 'id')];
    return remedy.status === 'done' || state.explained.includes(id)
      ? [reason('OBLIGATION_CLOSED', { id }, 'id')]
      : [];
  },
);

/** Nobody excuses themselves. */
export const byAnother = guard<OfRemedy & { readonly actor: Actor }>(
  'VERIFIER_IS_OWNER',
  ({ state, input, actor }) => {
    const ownerId = state.remedies.find(({ id }) => id === input.id)?.ownerId;
    return ownerId !== undefined && everybodyIn(actor).includes(ownerId)
      ? [reason('VERIFIER_IS_OWNER')]
      : [];
  },
);

/** Whoever goes on with the record is another open unit. */
export const heirFits = guard<{
  readonly state: Readonly<CriticismSessionState>;
  readonly input: { readonly heirId: string };
  readonly needs: { readonly heir: OrgUnitView | undefined };
}>(['HEIR_IS_SELF', 'HEIR_UNKNOWN', 'HEIR_CLOSED'], ({ state, input: { heirId }, needs }) => {
  if (heirId === state.keeperId) return [reason('HEIR_IS_SELF', undefined, 'heirId')];
  if (needs.heir === undefined) return [reason('HEIR_UNKNOWN', undefined, 'heirId')];
  return needs.heir.closedOn === undefined ? [] : [reason('HEIR_CLOSED', undefined, 'heirId')];
});
