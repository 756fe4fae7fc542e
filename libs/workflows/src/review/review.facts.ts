import type { FactSpecs } from '#libs/kernel';
import type { RemarkText, ReviewFacts, SelfReportText } from './review.events.js';
import { disputes } from './review.disputes.js';
import type { ReviewState, ReviewStateName } from './review.state.js';

/** Whichever fact comes first says where and by when. */
const begin = (
  state: ReviewState,
  data: { unitId: string; countedUnitId: string; due: string },
): void => {
  state.unitId = data.unitId;
  state.countedUnitId = data.countedUnitId;
  state.due = data.due;
};

/** What each stored fact does; replay runs only this. */
export const reviewFacts: FactSpecs<ReviewState, ReviewFacts, ReviewStateName> = {
  ReviewOpened: { apply: begin },
  SelfProgressReported: {
    to: 'self_reported',
    apply(state, data, fact) {
      begin(state, data);
      state.progress = data.deeds;
      state.report = fact.sealed?.['text']?.value as SelfReportText | undefined;
    },
  },
  DeedRemarked: {
    to: 'remarked',
    apply(state, data, fact) {
      begin(state, data);
      state.remarked = true;
      state.late = data.late;
      state.marks = data.deeds;
      state.merit = data.merit;
      state.remark = fact.sealed?.['remark']?.value as RemarkText | undefined;
      state.nextDirection = state.remark?.nextDirection;
    },
  },
  RemarkAcknowledged: { to: 'acknowledged', apply: () => undefined },
  RemarkDisputed: disputes.facts.RemarkDisputed,
  DisputeResolved: {
    to: 'resolved',
    apply(state, data, fact) {
      disputes.facts.DisputeResolved.apply(state, data, fact);
      const corrected = data.deeds ?? [];
      state.marks = state.marks.map((old) => corrected.find(({ key }) => key === old.key) ?? old);
    },
  },
  ReviewMissed: {
    to: 'missed',
    apply(state, data) {
      begin(state, data);
      state.missed = true;
    },
  },
};
