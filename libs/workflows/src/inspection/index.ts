export * as inspectionInputs from './inspection.commands.js';
export {
  FINDING_RULES,
  type FindingRule,
  INSPECTION_KINDS,
  type InspectionFacts,
  type InspectionKind,
  type InspectionView,
  type OfInspection,
  SUBJECT_KINDS,
  TEAM_ROLES,
  type TeamMember,
  type WarrantScope,
} from './inspection.events.js';
export type { InspectionState } from './inspection.state.js';
export { inspection } from './inspection.workflow.js';
export type {
  AnnounceInspection,
  DecideInspection,
  FileInspectionSelfReport,
  HearSubject,
  IssueConclusionNotice,
  PlanInspection,
  RaiseFinding,
  WriteInspectionText,
} from './inspection.commands.js';
