import type { FactSpecs } from '#libs/kernel';
import type { RegistrationFacts, RegistrationForm } from './registration.events.js';
import type { RegistrationState, RegistrationStateName } from './registration.state.js';

const takeForm = (state: RegistrationState, form: unknown): void =>
  void (state.form = form as RegistrationForm | undefined);

/** What each stored fact does; replay runs only this. */
export const registrationFacts: FactSpecs<
  RegistrationState,
  RegistrationFacts,
  RegistrationStateName
> = {
  RegistrationDrafted: {
    apply: (state, _data, fact) => takeForm(state, fact.sealed?.['form']?.value),
  },
  RegistrationSubmitted: {
    to: 'submitted',
    apply(state, data, fact) {
      state.unitId = data.unitId;
      state.deeds = data.deeds;
      state.counts = data.counts;
      state.leader = data.leader;
      state.personalPlan = data.personalPlan;
      state.remarks = [];
      state.textRevision = fact.revision;
      takeForm(state, fact.sealed?.['form']?.value);
    },
  },
  RegistrationReturned: {
    to: 'returned',
    apply: (state, _data, fact) =>
      void (state.remarks =
        (fact.sealed?.['remarks']?.value as RegistrationState['remarks'] | undefined) ?? []),
  },
  RegistrationEndorsed: {
    to: 'endorsed',
    apply(state, data) {
      state.endorsed = true;
      state.leader = data.leader;
      state.countedUnitId = data.countedUnitId;
    },
  },
  RegistrationPublished: { apply: () => undefined },
  RegistrationEnteredIntoForce: { to: 'in_force', apply: () => undefined },
  RegistrationAdjusted: {
    apply(state, data, fact) {
      state.deeds = data.deeds;
      state.counts = data.counts;
      state.personalPlan = data.personalPlan;
      state.textRevision = fact.revision;
      takeForm(state, fact.sealed?.['form']?.value);
    },
  },
  RegistrationAssessed: {
    to: 'assessed',
    apply(state, data, fact) {
      const assessment = fact.sealed?.['assessment']?.value as
        { shortcomings: RegistrationState['shortcomingTexts'] } | undefined;
      state.results = data.results;
      state.shortcomings = data.shortcomings;
      state.shortcomingTexts = assessment?.shortcomings;
    },
  },
  ShortcomingsCarriedOver: {
    apply(state, { sessionId, round, shortcomings }) {
      const others = state.carried.filter((one) => one.sessionId !== sessionId);
      state.carried = [...others, { sessionId, round, shortcomings }];
    },
  },
  RegistrationClosed: { to: 'closed', apply: () => undefined },
};
