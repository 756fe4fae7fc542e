export {
  type CommandRequest,
  Engine,
  type EngineOptions,
  type NextActions,
  type Outcome,
} from './engine.js';
export { streamOf, workflowRegistry, type WorkflowRegistry } from './registry.js';
export { type AuthorityPort, type LoadState, type NeedResolver } from './resolve.js';
