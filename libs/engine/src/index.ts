export type { CommandRequest, Outcome } from './command-request.js';
export { Engine, type EngineOptions, type NextActions } from './engine.js';
export { memoryCheckpoints } from './memory-checkpoints.js';
export type { ReactorCheckpoint, ReactorCheckpoints, ReactorStatus } from './reactor-checkpoint.js';
export { ReactorRunner, type ReactorRunnerOptions } from './reactor-runner.js';
export { streamOf, type WorkflowRegistry, workflowRegistry } from './registry.js';
export type { AuthorityPort, LoadState, MandateAsked, NeedResolver } from './resolve.js';
