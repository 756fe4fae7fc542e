import type { CadenceChoice, Level, OfficerView, OrgUnitView } from './organisation.events.js';

export const ORGANISATION_STATES = {
  none: { start: true },
  open: {},
  closed: { final: true },
} as const;
export type OrganisationStateName = keyof typeof ORGANISATION_STATES;

export interface OrganisationState extends OrgUnitView {
  unitId: string;
  name: string;
  level: Level | undefined;
  parentId: string | null;
  foundedOn: string | undefined;
  closedOn: string | undefined;
  heirId: string | undefined;
  plansFrom: number | undefined;
  officers: OfficerView[];
  cadences: readonly CadenceChoice[];
}

/** The unit before it is founded. */
export const unitStart = (unitId: string): OrganisationState => ({
  unitId,
  name: '',
  level: undefined,
  parentId: null,
  foundedOn: undefined,
  closedOn: undefined,
  heirId: undefined,
  plansFrom: undefined,
  officers: [],
  cadences: [],
});
