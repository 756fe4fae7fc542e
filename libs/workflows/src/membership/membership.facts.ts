import type { FactSpecs } from '#libs/kernel';
import type { MembershipFacts, Person } from './membership.events.js';
import { countFrom, type MembershipState, type MembershipStateName } from './membership.state.js';

/** What each stored fact does; replay runs only this. */
export const membershipFacts: FactSpecs<MembershipState, MembershipFacts, MembershipStateName> = {
  MemberAdmittedToUnit: {
    to: 'active',
    apply(state, data, fact) {
      state.unitId = data.unitId;
      state.status = data.status;
      state.active = true;
      state.admittedOn = data.on;
      state.person = fact.sealed?.['person']?.value as Person | undefined;
      countFrom(state, data.countsFrom, data.unitId);
    },
  },
  PersonCorrected: {
    apply: (state, _data, fact) =>
      void (state.person = fact.sealed?.['person']?.value as Person | undefined),
  },
  StatusChanged: { apply: (state, data) => void (state.status = data.status) },
  ExemptionGranted: {
    apply(state, data) {
      state.exempt = true;
      countFrom(state, data.exemptFrom, null);
    },
  },
  ExemptionEnded: {
    apply(state, data) {
      state.exempt = false;
      countFrom(state, data.countsFrom, data.countedUnitId);
    },
  },
  MemberMoved: {
    apply(state, data) {
      state.unitId = data.toUnitId;
      if (data.obliged) countFrom(state, data.countsFrom, data.toUnitId);
    },
  },
  MembershipEnded: {
    to: 'ended',
    apply(state, data) {
      state.active = false;
      countFrom(state, data.endsFrom, null);
      endLeading(state, data.endsFrom);
    },
  },
  OfficeRecorded: {
    apply(state, data) {
      state.offices.push({ unitId: data.unitId, office: data.office, leading: data.leading });
      if (data.leaderFrom !== undefined) state.leaderSpans.push({ from: data.leaderFrom });
    },
  },
  OfficeLapsed: {
    apply(state, data) {
      state.offices = state.offices.filter(
        ({ unitId, office }) => unitId !== data.unitId || office !== data.office,
      );
      if (data.leaderUntil !== undefined) endLeading(state, data.leaderUntil);
    },
  },
};

/** Whoever leads, leads no more from this year on. */
function endLeading(state: MembershipState, until: number): void {
  state.leaderSpans = state.leaderSpans.map((span) =>
    span.until === undefined ? { ...span, until } : span,
  );
}
