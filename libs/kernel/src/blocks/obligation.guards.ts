import { guard, precondition } from '../guard.js';
import { reason } from '../reason.js';
import { type BlockContext, everybodyIn } from './block-context.js';
import type { AssignObligation, Obligation } from './obligation.js';

export const listOf = (state: object, list: string): Obligation[] =>
  (state as Record<string, Obligation[]>)[list]!;

export const known = (list: string, statuses: readonly Obligation['status'][]) =>
  guard<BlockContext<object, { id: string }>>(
    ['OBLIGATION_UNKNOWN', 'OBLIGATION_CLOSED'],
    ({ state, input }) => {
      const found = listOf(state, list).find(({ id }) => id === input.id);
      if (found === undefined) return [reason('OBLIGATION_UNKNOWN', { id: input.id }, 'id')];
      return statuses.includes(found.status)
        ? []
        : [reason('OBLIGATION_CLOSED', { id: input.id }, 'id')];
    },
  );

export const fresh = (list: string) =>
  guard<BlockContext<object, AssignObligation>>(
    ['OBLIGATION_TWICE', 'DUE_BEFORE_START'],
    ({ state, input }) => [
      ...(listOf(state, list).some(({ id }) => id === input.id)
        ? [reason('OBLIGATION_TWICE', { id: input.id }, 'id')]
        : []),
      ...(input.due < input.on ? [reason('DUE_BEFORE_START', undefined, 'due')] : []),
    ],
  );

/** Only the owner reports; before an item is named: only who owes something still open. */
export const byOwner = (list: string) =>
  precondition<BlockContext<object, { id?: string }>>('NOT_OWNER', ({ state, input, actor }) => {
    const asked = listOf(state, list).filter(({ id, status }) =>
      input.id === undefined ? status === 'open' : id === input.id,
    );
    if (asked.length === 0 && input.id !== undefined) return [];
    const who = actor.onBehalfOf ?? actor.id;
    return asked.some(({ ownerId }) => ownerId === who) ? [] : [reason('NOT_OWNER')];
  });

/** Nobody confirms that what they owed themselves is done. */
export const notByOwner = (list: string) =>
  guard<BlockContext<object, { id: string }>>('VERIFIER_IS_OWNER', ({ state, input, actor }) => {
    const ownerId = listOf(state, list).find(({ id }) => id === input.id)?.ownerId;
    return ownerId !== undefined && everybodyIn(actor).includes(ownerId)
      ? [reason('VERIFIER_IS_OWNER')]
      : [];
  });
