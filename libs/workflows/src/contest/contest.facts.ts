import type { FactSpecs } from '#libs/kernel';
import type { ContestFacts } from './contest.events.js';
import type { ContestState, ContestStateName } from './contest.state.js';

/** What each stored fact does; replay runs only this. */
export const contestFacts: FactSpecs<ContestState, ContestFacts, ContestStateName> = {
  ContestAnnounced: {
    to: 'announced',
    apply(state, data) {
      state.unitId = data.unitId;
      state.year = data.year;
      state.title = data.title;
      state.announcedOn = data.on;
      state.until = data.until;
      state.judges = data.judges;
    },
  },
  ContestOpened: { to: 'open', apply: () => undefined },
  EntrySubmitted: {
    apply: (state, { entryId, subjectKind, subjectId, subjectUnitId }) =>
      void state.entries.push({ entryId, subjectKind, subjectId, subjectUnitId, scores: [] }),
  },
  ContestClosed: { to: 'closed', apply: (state, { on }) => void (state.closedOn = on) },
  EntryScored: {
    apply: (state, { entryId, judgeId, points }) =>
      void state.entries
        .find((entry) => entry.entryId === entryId)!
        .scores.push({ judgeId, points }),
  },
  ContestJudged: { to: 'judged', apply: (state, { results }) => void (state.results = results) },
  ContestAwarded: { to: 'awarded', apply: () => undefined },
};
