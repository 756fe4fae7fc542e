export {
  AddSteeringMember,
  DissolveCommittee,
  EndSteeringMember,
  FormCommittee,
} from './steering-committee.commands.js';
export {
  STEERING_ROLES,
  type SteeringCommitteeFacts,
  type SteeringCommitteeView,
  type SteeringRole,
} from './steering-committee.events.js';
export type { SteeringState } from './steering-committee.state.js';
export { steeringCommittee } from './steering-committee.workflow.js';
