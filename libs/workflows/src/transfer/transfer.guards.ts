import { dayOf, guard, precondition, reason } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RulePack } from '../rules/index.js';
import type { RequestTransfer } from './transfer.commands.js';
import { overdueStep, dueOfStep } from './transfer.steps.js';
import type { TransferState } from './transfer.state.js';

interface Requested {
  input: RequestTransfer;
  needs: {
    rules: RulePack;
    membership: MembershipView | undefined;
    receiver: OrgUnitView | undefined;
  };
}

/** One moves from where one is. */
export const memberIsThere = guard<Requested>(
  ['NOT_ACTIVE_MEMBER', 'NOT_IN_THAT_UNIT'],
  ({ input, needs: { membership } }) => {
    if (!membership?.active) return [reason('NOT_ACTIVE_MEMBER')];
    return membership.unitId === input.fromUnitId
      ? []
      : [reason('NOT_IN_THAT_UNIT', undefined, 'fromUnitId')];
  },
);

/** The unit moved to is another one, known and open. */
export const newUnitIsOpen = guard<Requested>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED', 'SAME_UNIT'],
  ({ input, needs: { receiver } }) => {
    if (input.toUnitId === input.fromUnitId) return [reason('SAME_UNIT', undefined, 'toUnitId')];
    if (receiver === undefined) return [reason('UNIT_UNKNOWN', undefined, 'toUnitId')];
    return receiver.closedOn === undefined ? [] : [reason('UNIT_CLOSED', undefined, 'toUnitId')];
  },
);

/** The same day that many months later; a day that the month lacks still sorts right. */
const monthsAfter = (date: string, months: number): string => {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const year = Number(date.slice(0, 4)) + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}${date.slice(7)}`;
};

/** A temporary stay lasts three to twelve months, of students up to two years (3H). */
export const stayFits = guard<Requested>(
  ['STAY_END_MISSING', 'STAY_TOO_SHORT', 'STAY_TOO_LONG', 'STAY_NOT_TEMPORARY'],
  ({ input: { kind, until, movedOn, reason: why }, needs: { rules } }) => {
    if (kind === 'permanent')
      return until === undefined ? [] : [reason('STAY_NOT_TEMPORARY', undefined, 'until')];
    if (until === undefined) return [reason('STAY_END_MISSING', undefined, 'until')];
    const { minMonths: min, maxMonths, studyMaxMonths } = rules.transfer.temporary;
    const max = why === 'study' ? studyMaxMonths : maxMonths;
    if (until < monthsAfter(movedOn, min)) return [reason('STAY_TOO_SHORT', { min }, 'until')];
    return until >= monthsAfter(movedOn, max) ? [reason('STAY_TOO_LONG', { max }, 'until')] : [];
  },
);

/** Steps come one after another. */
export const stepsInOrder = guard<{ input: { on: string }; state: Readonly<TransferState> }>(
  'DATE_ORDER',
  ({ input, state: { lastOn } }) =>
    lastOn !== undefined && input.on < lastOn ? [reason('DATE_ORDER', undefined, 'on')] : [],
);

/** Whoever leaves for good is reviewed by the cell first; a temporary stay needs no review. */
export const senderHasReviewed = precondition<{
  state: Readonly<TransferState>;
  stateName: string;
}>('SENDER_REVIEW_MISSING', ({ state, stateName }) =>
  state.kind === 'permanent' && stateName === 'requested' ? [reason('SENDER_REVIEW_MISSING')] : [],
);

/** Whoever leaves for good takes the sealed file along; in a temporary stay it remains. */
export const fileIsSealed = precondition<{ state: Readonly<TransferState>; stateName: string }>(
  'FILE_NOT_SEALED',
  ({ state, stateName }) =>
    state.kind === 'permanent' && stateName === 'letter_issued' ? [reason('FILE_NOT_SEALED')] : [],
);

/** Of two transfers open at once only the first to arrive counts: the other finds them gone. */
export const memberIsStillThere = precondition<{
  state: Readonly<TransferState>;
  needs: { membership: MembershipView | undefined; sender: OrgUnitView | undefined };
}>(['NOT_ACTIVE_MEMBER', 'NOT_IN_THAT_UNIT'], ({ state, needs: { membership, sender } }) => {
  if (!membership?.active) return [reason('NOT_ACTIVE_MEMBER')];
  return [state.fromUnitId, sender?.heirId].includes(membership.unitId)
    ? []
    : [reason('NOT_IN_THAT_UNIT')];
});

/** A unit closed meanwhile receives nobody; the transfer is returned. */
export const receiverIsOpen = precondition<{ needs: { receiver: OrgUnitView | undefined } }>(
  'UNIT_CLOSED',
  ({ needs: { receiver } }) => (receiver?.closedOn === undefined ? [] : [reason('UNIT_CLOSED')]),
);

/** A limit has passed once its day is over, and it passes once. */
export const limitHasPassed = precondition<{
  state: Readonly<TransferState>;
  stateName: string;
  now: string;
}>(['NOT_OVERDUE', 'OVERDUE_RECORDED'], ({ state, stateName, now }) => {
  const step = overdueStep(stateName);
  if (state.overdue.some((one) => one.step === step)) return [reason('OVERDUE_RECORDED')];
  const due = dueOfStep(state, step);
  return dayOf(now) > due ? [] : [reason('NOT_OVERDUE', { due })];
});

/** Only what was overdue is explained, once. */
export const wasOverdue = guard<{ state: Readonly<TransferState>; input: { step: string } }>(
  ['OVERDUE_UNKNOWN', 'ALREADY_EXPLAINED'],
  ({ state, input: { step } }) => {
    const found = state.overdue.find((one) => one.step === step);
    if (found === undefined) return [reason('OVERDUE_UNKNOWN', undefined, 'step')];
    return found.reason === undefined ? [] : [reason('ALREADY_EXPLAINED', undefined, 'step')];
  },
);
