export { type Action, actions } from './actions.js';
export { awaits } from './awaits.js';
export { canonicalJson } from './canonical-json.js';
export {
  changedClock,
  type Clock,
  type ClockChange,
  clockName,
  clockParts,
  type Clocks,
  type Firing,
  mayFire,
} from './clock.js';
export { clockChanges } from './clock-changes.js';
export {
  type ClockStep,
  firstStep,
  stepAfter,
  stepKind,
  type StepKind,
  stepMoment,
  stepToFire,
} from './clock-steps.js';
export {
  DEADLINE_COMMANDS,
  DEADLINE_FACTS,
  type DeadlineFact,
  ExtendDeadline,
  FireDeadlineStep,
  stepCommand,
} from './deadline-facts.js';
export {
  addDays,
  dayOf,
  type DayKind,
  type Days,
  type DeadlineSpec,
  dueDate,
  type ItemDeadline,
  type ListedDeadline,
  type StateDeadline,
  type WorkingCalendar,
} from './deadline.js';
export {
  commandOf,
  decide,
  type Decision,
  isPersonal,
  obstacles,
  type Resolution,
} from './decide.js';
export { mermaid } from './diagram.js';
export {
  type ChangedButton,
  dryRun,
  type DryRun,
  isBehind,
  type LostDeadline,
  rolesOf,
  type Stranded,
} from './dry-run.js';
export type {
  AnyFact,
  DataOf,
  FactShape,
  NewFact,
  RecordedFact,
  SealedOf,
  SealedPart,
  SealedParts,
} from './fact.js';
export { advance, fold, type Instance, type SeenCommand, startOf } from './fold.js';
export { type Guard, guard, precondition } from './guard.js';
export { type MatrixRow, permissionMatrix } from './matrix.js';
export { permission } from './permission.js';
export {
  fieldOf,
  type Need,
  need,
  type Needs,
  type NeedSource,
  type Resolved,
  stateOf,
  statesOf,
} from './need.js';
export { type JsonSchema, openApiPaths, type SchemaOf } from './openapi.js';
export {
  type Actor,
  type Authority,
  type Capacity,
  everybodyOf,
  type Mandate,
  type MandateScope,
  type PolicyContext,
} from './authority.js';
export {
  above,
  all,
  any,
  asksForPerson,
  distinctFrom,
  holds,
  is,
  not,
  type Policy,
  policyText,
  system,
  unitFieldsOf,
  warranted,
} from './policy.js';
export { MigrateDefinition } from './migration-command.js';
export { evaluatePolicy, type PolicyVerdict } from './policy-verdict.js';
export { defineReactor, type Intent, type Reactor, type ReactorSpec } from './reactor.js';
export { type Reason, reason } from './reason.js';
export {
  type AnyCommand,
  type AnyWorkflow,
  type CommandContext,
  commandsOf,
  type CommandSpec,
  defineWorkflow,
  type FactSpec,
  type FactSpecs,
  type InputClass,
  type MigrationSpec,
  type StateContext,
  type StateSpec,
  type Workflow,
} from './workflow.js';
export {
  DEFINITION_MIGRATED,
  definitionAfter,
  definitionOf,
  migratedState,
  MIGRATE_DEFINITION,
  type MigrationFact,
  stateAfter,
} from './versions.js';
export * from './blocks/index.js';
