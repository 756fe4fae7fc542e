export * from './criticism-session.events.js';
export { criticismSession } from './criticism-session.workflow.js';
export type { CriticismSessionState } from './criticism-session.state.js';
export type {
  FileSelfReview,
  OpenSession,
  PlanSession,
  StartTracking,
} from './criticism-session.commands.js';
export type {
  ConcludeItem,
  DeferItem,
  OfSubjectInput,
  RecordCriticism,
  RecordResponse,
  WaiveResponse,
} from './criticism-item.commands.js';
