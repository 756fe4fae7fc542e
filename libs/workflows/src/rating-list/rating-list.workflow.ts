import { above, any, defineWorkflow, holds, stateOf, statesOf, system } from '#libs/kernel';
import type { ClassificationView, SubjectKind } from '../classification/classification.events.js';
import { ratingId } from '../classification/classification.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOf } from '../rules/index.js';
import * as input from './rating-list.commands.js';
import type { AmendCause, RatingListFacts } from './rating-list.events.js';
import { ratingListFacts } from './rating-list.facts.js';
import * as guards from './rating-list.guards.js';
import {
  entryKey,
  ofList,
  RATING_LIST_STATES,
  ratingListStart,
  type RatingListState,
  ratingOf,
} from './rating-list.state.js';
import { judgeList, outcomesOf } from './rating-list.verdict.js';

const rules = rulesOf('year');
/** Level of a rated unit, with which it is compared. */
const ratedUnit = stateOf<OrgUnitView>('organisation', ({ input: given }) =>
  given['subjectKind'] === 'unit' ? (given['subjectId'] as string) : undefined,
);
const ratings = statesOf<ClassificationView>(
  'classification',
  'those whose rating changes',
  ({ state, input: given }) =>
    ((given['changes'] ?? []) as { subjectKind: SubjectKind; subjectId: string }[]).map(
      ({ subjectKind, subjectId }) => ratingId(subjectKind, subjectId, state['year'] as number),
    ),
);

/** The deciding body itself, or one above it. */
const body = any(
  holds('secretary', 'unitId'),
  holds('deputy', 'unitId'),
  holds('committee', 'unitId'),
  above('secretary', 'unitId'),
  above('committee', 'unitId'),
);

const causeOf = (decided: unknown, view: ClassificationView | undefined): AmendCause => {
  if (decided === undefined) return 'late';
  return view?.annulled ? 'annulled' : 'complaint';
};

/** What a deciding body decides on in a year: here the cap on the best is judged (3E). */
export const ratingList = defineWorkflow<RatingListState, RatingListFacts>()({
  name: 'rating-list',
  version: 1,
  stream: 'ratinglist',
  idPattern: input.RATING_LIST_ID,
  start: ratingListStart,
  states: RATING_LIST_STATES,
  facts: ratingListFacts,
  commands: (command) => ({
    enter: command({
      input: input.EnterRating,
      from: ['open', 'decided'],
      by: system,
      commutative: true,
      needs: { rules, ratedUnit },
      emits: ['RatingEntered'],
      decide: ({ state, input: given, needs }) => [
        {
          type: 'RatingEntered',
          data: {
            ...ofList(state),
            subjectKind: given.subjectKind,
            subjectId: given.subjectId,
            countedUnitId: given.countedUnitId,
            rating: given.rating,
            ...(given.score !== undefined && { score: given.score }),
            ...(needs.ratedUnit?.level !== undefined && { group: needs.ratedUnit.level }),
            appraised: given.appraised,
          },
        },
      ],
    }),
    decide: command({
      input: input.DecideRatings,
      from: ['open'],
      by: body,
      needs: { rules },
      guards: [guards.listHasEntries, guards.changesFit, guards.raisesNobody, guards.capIsKept],
      emits: ['RatingsDecided'],
      decide({ state, input: { decisionNo, on, changes = [], exception }, needs }) {
        const outcomes = outcomesOf(state, changes);
        const entries = outcomes.map(({ entry, rating, reason }) => ({
          ...{ subjectKind: entry.subjectKind, subjectId: entry.subjectId, unitId: entry.unitId },
          ...{ rating, proposed: entry.rating },
          ...(reason !== undefined && { reason }),
        }));
        const verdicts = judgeList(
          needs.rules.classification.cap,
          outcomes,
          exception?.documentNo?.trim(),
        );
        return [
          {
            type: 'RatingsDecided',
            data: { ...ofList(state), decisionNo, on, entries, ...verdicts },
          },
        ];
      },
    }),
    amend: command({
      input: input.AmendRatings,
      from: ['decided'],
      by: body,
      needs: { rules, ratings },
      guards: [guards.changesFit, guards.mayBeDecidedAgain, guards.capIsKept],
      emits: ['RatingsAmended'],
      decide({ state, input: { decisionNo, on, changes, exception }, needs }) {
        const entries = changes.map(({ subjectKind, subjectId, rating, reason }) => {
          const { unitId, decided } = state.entries[entryKey(subjectKind, subjectId)]!;
          const view = needs.ratings.get(ratingOf(state, { subjectKind, subjectId }));
          return {
            ...{ subjectKind, subjectId, unitId, rating, reason, cause: causeOf(decided, view) },
            ...(decided !== undefined && { from: decided }),
          };
        });
        const verdicts = judgeList(
          needs.rules.classification.cap,
          outcomesOf(state, changes),
          exception?.documentNo?.trim(),
        );
        return [
          {
            type: 'RatingsAmended',
            data: { ...ofList(state), decisionNo, on, entries, ...verdicts },
          },
        ];
      },
    }),
  }),
});
