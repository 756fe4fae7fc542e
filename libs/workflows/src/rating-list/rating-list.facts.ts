import type { FactSpecs } from '#libs/kernel';
import type { ListedRating, RatingListFacts } from './rating-list.events.js';
import { entryKey, type RatingListState, type RatingListStateName } from './rating-list.state.js';

const settle = (state: RatingListState, entries: readonly ListedRating[]): void => {
  for (const { subjectKind, subjectId, rating } of entries) {
    const key = entryKey(subjectKind, subjectId);
    state.entries[key] = { ...state.entries[key]!, decided: rating };
  }
};

/** What each stored fact does; replay runs only this. */
export const ratingListFacts: FactSpecs<RatingListState, RatingListFacts, RatingListStateName> = {
  RatingEntered: {
    apply(state, data) {
      const { subjectKind, subjectId, countedUnitId, rating, score, group, appraised } = data;
      const key = entryKey(subjectKind, subjectId);
      const decided = state.entries[key]?.decided;
      state.entries[key] = {
        ...{ subjectKind, subjectId, unitId: countedUnitId, rating },
        ...{ score, group, appraised, decided },
      };
    },
  },
  RatingWithdrawn: {
    apply(state, { subjectKind, subjectId }) {
      const withdrawn = entryKey(subjectKind, subjectId);
      state.entries = Object.fromEntries(
        Object.entries(state.entries).filter(([key]) => key !== withdrawn),
      );
    },
  },
  RatingsDecided: {
    to: 'decided',
    apply(state, { entries, on }) {
      state.decided = true;
      state.decidedOn = on;
      settle(state, entries);
    },
  },
  RatingsAmended: { apply: (state, { entries }) => settle(state, entries) },
};
