export {
  AdjustRegistration,
  AssessRegistration,
  BringRegistrationIntoForce,
  CHANNELS,
  CloseRegistration,
  EndorseRegistration,
  EVIDENCE_KINDS,
  PublishRegistration,
  ReturnRegistration,
  SaveRegistrationDraft,
  SubmitRegistration,
} from './registration.commands.js';
export {
  AREAS,
  DEED_RESULTS,
  type DeedCounts,
  type DeedFacts,
  type DeedResult,
  type RegistrationFacts,
  type RegistrationForm,
  type RegistrationView,
} from './registration.events.js';
export type { RegistrationState } from './registration.state.js';
export { registration } from './registration.workflow.js';
