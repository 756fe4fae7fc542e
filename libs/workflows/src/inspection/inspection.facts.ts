import type { FactSpecs } from '#libs/kernel';
import { followUps, retractions } from './inspection.blocks.js';
import type { InspectionFacts } from './inspection.events.js';
import { type InspectionState, type InspectionStateName, subjectKey } from './inspection.state.js';

/** What each stored fact does; replay runs only this. */
export const inspectionFacts: FactSpecs<InspectionState, InspectionFacts, InspectionStateName> = {
  ...followUps.facts,
  ...retractions.facts,
  FollowUpAssigned: { ...followUps.facts.FollowUpAssigned, to: 'follow_up' },
  InspectionPlanned: {
    to: 'planned',
    apply(state, { unitId, kind, year }) {
      state.unitId = unitId;
      state.kind = kind;
      state.year = year;
    },
  },
  WarrantIssued: {
    to: 'decided',
    apply(state, { warrantId, scope, team, leadId, deputyId, from, expires }) {
      state.warrantId = warrantId;
      state.scope = scope;
      state.team = team;
      state.leadId = leadId;
      state.deputyId = deputyId;
      state.validFrom = from;
      state.expires = expires;
    },
  },
  WarrantExtended: { apply: (state, { expires }) => void (state.expires = expires) },
  WarrantRevoked: { to: 'revoked', apply: (state, { on }) => void (state.endedOn = on) },
  InspectionAnnounced: { to: 'announced', apply: () => undefined },
  InspectionSelfReportFiled: { to: 'self_reported', apply: () => undefined },
  VerificationStarted: { to: 'verifying', apply: () => undefined },
  FindingRaised: {
    apply(state, { id, ruleId, subjectKind, subjectId }, { actor }) {
      state.findings.push({ id, authorId: actor, ruleId, subjectKind, subjectId });
      const key = subjectKey(subjectKind, subjectId);
      state.heard = state.heard.filter((one) => one !== key);
    },
  },
  InspectionReportDrafted: { to: 'draft_report', apply: () => undefined },
  SubjectHeard: {
    to: 'subject_heard',
    apply: (state, { subjectKind, subjectId }) =>
      void state.heard.push(subjectKey(subjectKind, subjectId)),
  },
  InspectionConcluded: { to: 'concluded', apply: () => undefined },
  ConclusionNoticeIssued: { to: 'notice_issued', apply: () => undefined },
  InspectionClosed: { to: 'closed', apply: (state, { on }) => void (state.endedOn = on) },
};
