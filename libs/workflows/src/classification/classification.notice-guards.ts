import { type Clocks, dayOf, guard, reason } from '#libs/kernel';
import type { Rating } from './classification.events.js';
import type { ClassificationState } from './classification.state.js';

interface OfState {
  state: Readonly<ClassificationState>;
}

/** The notice follows the decision. */
export const noticeFollows = guard<OfState & { input: { on: string } }>(
  'NOTICE_BEFORE_DECISION',
  ({ state, input }) =>
    state.decidedOn !== undefined && input.on < state.decidedOn
      ? [reason('NOTICE_BEFORE_DECISION', { decided: state.decidedOn }, 'on')]
      : [],
);

type Timed = OfState & { clocks: Clocks; input: { on?: string }; occurredAt: string };
/** As the clock says, which may have been extended. */
const windowEnds = ({ state, clocks }: Pick<Timed, 'state' | 'clocks'>): string =>
  clocks.get('finalisation')?.due ?? state.complaintUntil!;

export const complaintInTime = guard<Timed>('APPEAL_TOO_LATE', (context) => {
  const until = windowEnds(context);
  return context.input.on! <= until ? [] : [reason('APPEAL_TOO_LATE', { until }, 'on')];
});

/** Final only when nobody can complain any more. */
export const windowIsOver = guard<Timed>('COMPLAINT_WINDOW_OPEN', (context) => {
  const until = windowEnds(context);
  return (context.input.on ?? dayOf(context.occurredAt)) > until
    ? []
    : [reason('COMPLAINT_WINDOW_OPEN', { until }, 'on')];
});

/** A rating changes on a complaint that was upheld, and then it changes. */
export const complaintUpheld = guard<OfState & { input: { rating: Rating } }>(
  ['COMPLAINT_NOT_UPHELD', 'SAME_RATING'],
  ({ state, input }) => {
    if (state.complaint?.outcome !== 'upheld') return [reason('COMPLAINT_NOT_UPHELD')];
    return input.rating === state.rating ? [reason('SAME_RATING', undefined, 'rating')] : [];
  },
);
