export {
  AmendPlan,
  ClosePlan,
  ConsultPlan,
  DraftPlan,
  IssuePlan,
  ReportTask,
} from './programme.commands.js';
export type {
  PlanContent,
  PlanTask,
  PlanView,
  ProgrammeFacts,
  TaskStatus,
} from './programme.events.js';
export type { ProgrammeState } from './programme.state.js';
export { programme } from './programme.workflow.js';
