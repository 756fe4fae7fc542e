export {
  AppointOfficer,
  ChooseCadence,
  DissolveUnit,
  EndOfficer,
  FoundUnit,
  MergeUnit,
  RenameUnit,
  ReparentUnit,
  SplitUnit,
} from './organisation.commands.js';
export {
  type Cadence,
  type CadenceChoice,
  cadenceIn,
  CADENCES,
  type Level,
  LEVELS,
  type Office,
  type OfficerView,
  OFFICES,
  type OrganisationFacts,
  type OrgUnitView,
} from './organisation.events.js';
export type { OrganisationState } from './organisation.state.js';
export { organisation } from './organisation.workflow.js';
