import type { FactSpecs } from '#libs/kernel';
import { ballot, complaint } from './classification.blocks.js';
import type { ClassificationFacts } from './classification.events.js';
import type { ClassificationState, ClassificationStateName } from './classification.state.js';

const taken = (
  state: ClassificationState,
  { unitId, listId }: { unitId: string; listId: string },
) => {
  state.unitId = unitId;
  state.listId = listId;
};

/** What each stored fact does; replay runs only this. */
export const classificationFacts: FactSpecs<
  ClassificationState,
  ClassificationFacts,
  ClassificationStateName
> = {
  ...complaint.facts,
  BallotOpened: ballot.facts.BallotOpened,
  BallotTallied: { ...ballot.facts.BallotTallied, to: 'balloted' },
  SelfRated: {
    to: 'self_rated',
    apply(state, data) {
      taken(state, data);
      state.selfRating = data.rating;
      state.notRated = undefined;
    },
  },
  ParticipantCommented: {
    to: 'commented',
    apply: (state, { id }) => void state.commentIds.push(id),
  },
  RatingProposed: {
    to: 'proposed',
    apply(state, data) {
      state.proposed = data.rating;
      state.score = data.score;
      state.disciplined = data.disciplined;
      state.unremedied = data.basis.unremedied;
      state.commitment = data.basis.commitment;
    },
  },
  RatingAppraised: {
    to: 'appraised',
    apply(state, data) {
      state.proposed = data.rating;
      state.score = data.score ?? state.score;
    },
  },
  RatingDecided: {
    to: 'decided',
    apply(state, data) {
      state.rating = data.rating;
      state.decidedOn = data.on;
      state.decidedBy = data.decidedBy;
      state.annulled = false;
    },
  },
  RatingNotified: {
    to: 'notified',
    apply(state, data) {
      state.notifiedOn = data.on;
      state.complaintUntil = data.complaintUntil;
    },
  },
  RatingChanged: {
    apply(state, data) {
      state.rating = data.to;
      state.changed = true;
    },
  },
  RatingFinalised: {
    to: 'final',
    apply: (state, _data, { revision }) => void (state.finalRevision = revision),
  },
  NotRated: {
    to: 'not_rated',
    apply(state, data) {
      taken(state, data);
      state.notRated = data.reason;
    },
  },
  RatingAnnulled: {
    to: 'annulled',
    apply(state, data) {
      state.annulled = true;
      state.annulledRating = data.rating;
      state.rating = undefined;
      state.finalRevision = undefined;
      state.notifiedOn = undefined;
      state.complaintUntil = undefined;
      // A new decision may be complained of anew.
      state.complaint = undefined;
      state.changed = false;
    },
  },
};
