import type { FactSpecs } from '#libs/kernel';
import { council } from './commendation.council.js';
import type { CommendationFacts } from './commendation.events.js';
import type { CommendationState, CommendationStateName } from './commendation.state.js';

/** What each stored fact does; replay runs only this. */
export const commendationFacts: FactSpecs<
  CommendationState,
  CommendationFacts,
  CommendationStateName
> = {
  ...council.facts,
  Nominated: {
    to: 'nominated',
    apply(state, data) {
      state.subjectKind = data.subjectKind;
      state.subjectId = data.subjectId;
      state.memberId = data.memberId;
      state.honouredUnitId = data.subjectKind === 'unit' ? data.subjectId : undefined;
      state.unitId = data.unitId;
      state.decidedAt = data.decidedAt;
      state.track = data.track;
      state.form = data.form;
      state.occasion = data.occasion;
      state.fromYear = data.period.fromYear;
      state.toYear = data.period.toYear;
      state.contestId = data.contestId;
      state.claim = data.claim;
      state.procedure = data.procedure;
      state.pendingDiscipline = data.pendingDiscipline;
    },
  },
  DossierCompleted: {
    to: 'dossier_complete',
    apply: (state, { ratings }) => void (state.ratings = ratings),
  },
  AwardAppraised: {
    to: 'appraised',
    apply(state, data) {
      state.verdict = data.verdict;
      state.pendingDiscipline = data.pendingDiscipline;
    },
  },
  AwardDecided: {
    to: 'decided',
    apply(state, data) {
      state.level = data.level;
      state.decidedOn = data.on;
      state.ratings = data.ratings;
    },
  },
  AwardRejected: { to: 'rejected', apply: () => undefined },
  AwardPublished: {
    to: 'published',
    apply: (state, { on }) => void (state.publishedOn = on),
  },
  AwardPresented: {
    to: 'presented',
    apply: (state, { on }) => void (state.presentedOn = on),
  },
  RevocationProposed: {
    to: 'revocation_proposed',
    apply: (state, { ground }) => void (state.ground = ground),
  },
  AwardRevoked: { to: 'revoked', apply: (state) => void (state.revoked = true) },
  AwardHandedOver: { apply: (state, { heirId }) => void (state.decidedAt = heirId) },
  RevocationRefused: { to: 'upheld', apply: (state) => void (state.ground = undefined) },
};
