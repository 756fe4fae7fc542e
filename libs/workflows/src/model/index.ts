export {
  PilotModel,
  RecogniseModel,
  RegisterModel,
  ReplicateModel,
  RetireModel,
} from './model.commands.js';
export {
  MODEL_KINDS,
  type ModelFacts,
  type ModelKind,
  type ModelView,
  RETIRE_REASONS,
  type RetireReason,
} from './model.events.js';
export type { ModelState } from './model.state.js';
export { model } from './model.workflow.js';
