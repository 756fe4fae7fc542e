import { defineReactor } from '#libs/kernel';
import type { ClassificationFacts } from '../classification/classification.events.js';

type Proposed = ClassificationFacts['RatingProposed' | 'RatingAppraised']['data'];

const entered = ({ data }: { data: Proposed }, appraised: boolean) => {
  const { subjectKind, subjectId, unitId, listId, rating, score } = data;
  const input = {
    ...{ subjectKind, subjectId, countedUnitId: unitId, rating, appraised },
    ...(score !== undefined && { score }),
  };
  return [{ workflow: 'rating-list', id: listId, command: 'enter', input }];
};

/** What is proposed or appraised stands on the deciding body's list, where the cap is judged. */
export const proposedRatingToList = defineReactor<ClassificationFacts, Record<never, never>>()({
  name: 'proposed-rating-to-list',
  start: () => ({}),
  whenRefused: 'park',
  // It was never entered, or was decided meanwhile.
  moot: ['CHANGE_UNKNOWN'],
  on: {
    RatingProposed: (fact) => entered(fact, false),
    RatingAppraised: (fact) => entered(fact, true),
    NotRated: ({ data: { subjectKind, subjectId, listId } }) => [
      {
        workflow: 'rating-list',
        id: listId,
        command: 'withdraw',
        input: { subjectKind, subjectId },
      },
    ],
  },
});
