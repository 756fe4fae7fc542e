import { above, any, commandsOf, holds, stateOf, statesOf, system } from '#libs/kernel';
import type { ClassificationView, SubjectKind } from '../classification/classification.events.js';
import { ratingId } from '../classification/classification.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { rulesOf } from '../rules/index.js';
import * as input from './rating-list.commands.js';
import type { AmendCause, RatingListFacts } from './rating-list.events.js';
import * as guards from './rating-list.guards.js';
import {
  entryKey,
  ofList,
  type RatingListState,
  type RatingListStateName,
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

const command = commandsOf<RatingListState, RatingListFacts, RatingListStateName>();

/** What the engine enters, and what the deciding body decides. */
export const listDecisions = {
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
  withdraw: command({
    input: input.WithdrawRating,
    from: ['open', 'decided'],
    by: system,
    guards: [guards.isOpenEntry],
    emits: ['RatingWithdrawn'],
    decide: ({ state, input: { subjectKind, subjectId } }) => [
      { type: 'RatingWithdrawn', data: { ...ofList(state), subjectKind, subjectId } },
    ],
  }),
  decide: command({
    input: input.DecideRatings,
    from: ['open'],
    by: body,
    needs: { rules },
    guards: [
      guards.listHasEntries,
      guards.changesFit,
      guards.changesNotOwn,
      guards.raisesNobody,
      guards.capIsKept,
    ],
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
    guards: [guards.changesFit, guards.changesNotOwn, guards.mayBeDecidedAgain, guards.capIsKept],
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
};
