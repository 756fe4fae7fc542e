import { defineWorkflow } from '#libs/kernel';
import { UNIT_ID } from './organisation.commands.js';
import type { OrganisationFacts } from './organisation.events.js';
import { organisationFacts } from './organisation.facts.js';
import { unitsChange } from './organisation.units.js';
import { officersChange } from './organisation.officers.js';
import { cadenceChosen } from './organisation.cadence.js';
import { ORGANISATION_STATES, type OrganisationState, unitStart } from './organisation.state.js';

/** Units as a dated tree, and who holds which post in them (domain brief, 3H). */
export const organisation = defineWorkflow<OrganisationState, OrganisationFacts>()({
  name: 'organisation',
  version: 1,
  stream: 'orgUnit',
  idPattern: UNIT_ID,
  start: unitStart,
  states: ORGANISATION_STATES,
  facts: organisationFacts,
  commands: () => ({ ...unitsChange, ...officersChange, ...cadenceChosen }),
});
