import { type Actor, everybodyIn, guard, precondition, type Reason, reason } from '#libs/kernel';
import type { ClassificationView } from '../classification/classification.events.js';
import type { RulePack } from '../rules/index.js';
import { entryKey, ratingOf, type RatingListState } from './rating-list.state.js';
import { type Change, judgeList, outcomesOf } from './rating-list.verdict.js';

interface Deciding {
  state: Readonly<RatingListState>;
  input: { changes?: readonly Change[]; exception?: { documentNo?: string } };
  needs: { rules: RulePack };
}

export const listHasEntries = precondition<{ state: Readonly<RatingListState> }>(
  'LIST_EMPTY',
  ({ state }) => (Object.keys(state.entries).length === 0 ? [reason('LIST_EMPTY')] : []),
);

/** Changes name entries of the list, each once, and raise nobody to the best. */
export const changesFit = guard<Deciding>(
  ['CHANGE_UNKNOWN', 'CHANGE_TWICE'],
  ({ state, input: { changes = [] } }) => {
    const keys = changes.map(({ subjectKind, subjectId }) => entryKey(subjectKind, subjectId));
    return keys.flatMap((key, index) => {
      const path = `changes[${index}].subjectId`;
      if (state.entries[key] === undefined) return [reason('CHANGE_UNKNOWN', undefined, path)];
      return keys.indexOf(key) === index ? [] : [reason('CHANGE_TWICE', undefined, path)];
    });
  },
);

/** Nobody changes their own rating when the body decides; another of its officers records it. */
export const changesNotOwn = guard<Deciding & { actor: Actor }>(
  'IS_SUBJECT',
  ({ input: { changes = [] }, actor }) =>
    changes.flatMap(({ subjectKind, subjectId }, index) =>
      subjectKind === 'member' && everybodyIn(actor).includes(subjectId)
        ? [reason('IS_SUBJECT', { field: 'subjectId' }, `changes[${index}].subjectId`)]
        : [],
    ),
);

/** Only who was judged worthy of it at the proposal can be rated best. */
export const raisesNobody = guard<Deciding>(
  'EXCELLENT_NOT_PROPOSED',
  ({ state, input: { changes = [] } }) =>
    changes.flatMap(({ subjectKind, subjectId, rating }, index) => {
      const entry = state.entries[entryKey(subjectKind, subjectId)];
      return rating === 'excellent' && entry !== undefined && entry.rating !== 'excellent'
        ? [reason('EXCELLENT_NOT_PROPOSED', undefined, `changes[${index}].rating`)]
        : [];
    }),
);

const exceptionReasons = (
  exception: { documentNo?: string } | undefined,
  exceptionalPercent: number | undefined,
): readonly Reason[] => {
  if (exception === undefined) return [];
  if (!exception.documentNo?.trim())
    return [reason('EXCEPTION_DOCUMENT_MISSING', undefined, 'exception.documentNo')];
  return exceptionalPercent === undefined
    ? [reason('EXCEPTION_UNKNOWN', undefined, 'exception')]
    : [];
};

/**
 * The hard check: more of the best than the pack allows, or an exception without its document. An
 * amendment that makes nobody the best is never held up by what was within the cap before.
 */
export const capIsKept = guard<Deciding>(
  ['EXCEPTION_DOCUMENT_MISSING', 'EXCEPTION_UNKNOWN', 'CAP_EXCEEDED'],
  ({ state, input: { changes = [], exception }, needs: { rules } }) => {
    const { cap: rule } = rules.classification;
    const wrong = exceptionReasons(exception, rule.exceptionalPercent);
    if (wrong.length > 0) return wrong;
    const outcomes = outcomesOf(state, changes);
    const raises = outcomes.some(
      ({ entry, rating }) => rating === 'excellent' && entry.decided !== 'excellent',
    );
    if (!raises) return [];
    const { cap, unitCaps } = judgeList(rule, outcomes, exception?.documentNo?.trim());
    return [cap, ...unitCaps]
      .filter(({ excellent, allowed }) => excellent > allowed)
      .map(({ excellent, allowed }) => reason('CAP_EXCEEDED', { excellent, allowed }));
  },
);

/** A decided rating is decided again only after a complaint that was upheld, or an annulment. */
export const mayBeDecidedAgain = guard<
  Deciding & { needs: { ratings: ReadonlyMap<string, ClassificationView> } }
>(['ALREADY_DECIDED', 'SAME_RATING'], ({ state, input: { changes = [] }, needs: { ratings } }) =>
  changes.flatMap((change, index) => {
    const entry = state.entries[entryKey(change.subjectKind, change.subjectId)];
    if (entry?.decided === undefined) return [];
    const path = `changes[${index}].subjectId`;
    const view = ratings.get(ratingOf(state, change));
    if (view?.annulled) return [];
    if (view?.complaint?.outcome !== 'upheld' || view.changed)
      return [reason('ALREADY_DECIDED', undefined, path)];
    return change.rating === view.rating
      ? [reason('SAME_RATING', undefined, `changes[${index}].rating`)]
      : [];
  }),
);

/** What is not on the list cannot be taken off it, nor what is decided. */
export const isOpenEntry = guard<{
  state: Readonly<RatingListState>;
  input: { subjectKind: 'member' | 'unit'; subjectId: string };
}>('CHANGE_UNKNOWN', ({ state, input: { subjectKind, subjectId } }) => {
  const entry = state.entries[entryKey(subjectKind, subjectId)];
  return entry !== undefined && entry.decided === undefined
    ? []
    : [reason('CHANGE_UNKNOWN', undefined, 'subjectId')];
});
