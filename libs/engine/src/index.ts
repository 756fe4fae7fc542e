export type { CommandRequest, CommandTold, Outcome } from './command-request.js';
export { Engine, type EngineOptions, type NextActions } from './engine.js';
export { eventId } from './new-events.js';
export { memoryCheckpoints } from './memory-checkpoints.js';
export type { Rest } from './back-off.js';
export {
  type ReactorCheckpoint,
  type ReactorCheckpoints,
  type ReactorStatus,
  CheckpointRefused,
  CheckpointsUnavailable,
} from './reactor-checkpoint.js';
export { LogTail, type LogTailOptions } from './log-tail.js';
export { ReactorRunner, type ReactorRunnerOptions } from './reactor-runner.js';
export { streamOf, type WorkflowRegistry, workflowRegistry } from './registry.js';
export type { AuthorityPort, LoadState, MandateAsked, NeedResolver } from './resolve.js';
export type { ParkedTimer } from './timer-parking.js';
export { TimerRunner, type TimerRunnerOptions, type TimerStatus } from './timer-runner.js';
export type { TimerStep, TimerTable } from './timer-table.port.js';
export {
  instanceIds,
  migrateInstances,
  type MigrationOptions,
  type MigrationReport,
  planMigration,
} from './migration.js';
