export {
  AppointSubstitute,
  CloseDelegations,
  EndSubstitute,
  GrantDelegation,
  RevokeDelegation,
} from './delegation.commands.js';
export {
  ABSENCES,
  type Absence,
  type DelegationFacts,
  type DelegationScope,
  type DelegationView,
  type GrantView,
  type PassedOn,
} from './delegation.events.js';
export { delegation } from './delegation.workflow.js';
