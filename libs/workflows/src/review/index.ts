export {
  AcknowledgeRemark,
  DisputeRemark,
  MissReview,
  OpenReview,
  RemarkDeeds,
  ReportProgress,
  ResolveDispute,
} from './review.commands.js';
export {
  DEED_MARKS,
  type DeedMark,
  type Merit,
  MERITS,
  type RemarkText,
  type ReviewFacts,
  type ReviewView,
  type SelfReportText,
} from './review.events.js';
export { periodBefore, periodOf } from './review.period.js';
export type { ReviewState } from './review.state.js';
export { review } from './review.workflow.js';
