import type { FactSpecs } from '#libs/kernel';
import type { ItemFacts } from './criticism-item.events.js';
import type { OfSession } from './criticism-session.events.js';
import { itemOf } from './criticism-session.queries.js';
import type {
  CriticismSessionState,
  CriticismSessionStateName,
} from './criticism-session.state.js';

/** What is heard of one subject. */
export const itemFacts: FactSpecs<
  CriticismSessionState,
  ItemFacts<OfSession>,
  CriticismSessionStateName
> = {
  ItemOpened: {
    apply: (state, { subjectId }) => void (itemOf(state, subjectId)!.status = 'open'),
  },
  ItemDeferred: {
    apply: (state, { subjectId }) => void (itemOf(state, subjectId)!.status = 'deferred'),
  },
  CriticismRecorded: {
    apply: (state, { id, subjectId, speakerId, round }) =>
      void state.criticisms.push({ id, subjectId, authorId: speakerId, round }),
  },
  ResponseOffered: {
    apply: (state, { subjectId }) => void (itemOf(state, subjectId)!.offered = true),
  },
  ResponseRecorded: {
    apply: (state, { subjectId }) => void (itemOf(state, subjectId)!.reply = 'recorded'),
  },
  ResponseWaived: {
    apply: (state, { subjectId }) => void (itemOf(state, subjectId)!.reply = 'waived'),
  },
  OpinionReserved: {
    apply: (state, { id, authorId }) => void state.opinions.push({ id, authorId, forwardedTo: [] }),
  },
  OpinionForwarded: {
    apply: (state, data) =>
      void state.opinions.find(({ id }) => id === data.id)!.forwardedTo.push(data.toUnitId),
  },
  ItemConcluded: {
    apply: (state, { subjectId }) => void (itemOf(state, subjectId)!.status = 'concluded'),
  },
  ShortcomingRecorded: {
    apply(state, { id, subjectId, area, severity }) {
      state.shortcomings.push({ id, subjectId, area, severity });
      state.shortcomingIds.push(id);
    },
  },
};
