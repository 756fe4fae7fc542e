import type { FactSpecs } from '#libs/kernel';
import type { OrganisationFacts } from './organisation.events.js';
import type { OrganisationState, OrganisationStateName } from './organisation.state.js';

const close = (state: OrganisationState, data: { on: string; heirId: string }): void => {
  state.closedOn = data.on;
  state.heirId = data.heirId;
};

/** What each stored fact does; replay runs only this. */
export const organisationFacts: FactSpecs<
  OrganisationState,
  OrganisationFacts,
  OrganisationStateName
> = {
  OrgFounded: {
    to: 'open',
    apply(state, data) {
      state.name = data.name;
      state.level = data.level;
      state.parentId = data.parentId;
      state.foundedOn = data.on;
      state.plansFrom = data.plansFrom;
    },
  },
  OrgRenamed: { apply: (state, data) => void (state.name = data.name) },
  OrgReparented: { apply: (state, data) => void (state.parentId = data.toParentId) },
  OrgMerged: { to: 'closed', apply: close },
  OrgSplit: { to: 'closed', apply: close },
  OrgDissolved: { to: 'closed', apply: close },
  OfficerAppointed: {
    apply: (state, data) =>
      void state.officers.push({ memberId: data.memberId, office: data.office, from: data.on }),
  },
  OfficerEnded: {
    apply(state, data) {
      state.officers = state.officers.map((officer) =>
        officer.memberId === data.memberId &&
        officer.office === data.office &&
        officer.to === undefined
          ? { ...officer, to: data.on }
          : officer,
      );
    },
  },
  ReviewCadenceChosen: {
    apply(state, { fromYear, cadence }) {
      const others = state.cadences.filter((choice) => choice.fromYear < fromYear);
      state.cadences = [...others, { fromYear, cadence }];
    },
  },
};
