import { defineReactor, type Intent } from '#libs/kernel';
import { ratingId } from '../classification/classification.events.js';
import type { ListSubject, RatingListFacts } from '../rating-list/rating-list.events.js';

interface Signed {
  readonly data: { readonly year: number; readonly decisionNo: string; readonly on: string };
  readonly actor: string;
  readonly onBehalfOf?: string | undefined;
}

const intent = (
  { data: { year } }: Signed,
  { subjectKind, subjectId }: ListSubject,
  command: string,
  input: object,
): Intent => ({
  workflow: 'classification',
  id: ratingId(subjectKind, subjectId, year),
  command,
  input,
});

const decision = ({ data, actor, onBehalfOf }: Signed) => ({
  decisionNo: data.decisionNo,
  on: data.on,
  decidedBy: onBehalfOf ?? actor,
});

/** Every rating on a decided list is decided in its own record, by the same decision. */
export const decidedListToRatings = defineReactor<RatingListFacts, Record<never, never>>()({
  name: 'decided-list-to-ratings',
  start: () => ({}),
  whenRefused: 'park',
  // Somebody was found not to be rated meanwhile.
  moot: ['WRONG_STATE'],
  on: {
    RatingsDecided: (fact) =>
      fact.data.entries.map((entry) =>
        intent(fact, entry, 'recordDecision', {
          ...decision(fact),
          rating: entry.rating,
          ...(entry.reason !== undefined && { reason: entry.reason }),
        }),
      ),
    RatingsAmended: (fact) =>
      fact.data.entries.map((entry) => {
        const { rating, reason, cause } = entry;
        const { decisionNo, on } = fact.data;
        return cause === 'complaint'
          ? intent(fact, entry, 'change', { rating, reason, decisionNo, on })
          : intent(fact, entry, 'recordDecision', { ...decision(fact), rating, reason });
      }),
  },
});
