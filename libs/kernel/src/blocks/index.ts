export { appeal } from './appeal.js';
export {
  type Appeal,
  APPEAL_OUTCOMES,
  type AppealFacts,
  type AppealOutcome,
  type DecideAppeal,
  type FileAppeal,
} from './appeal.js';
export { everybodyIn } from './block-context.js';
export { countAttendance } from './attendance.js';
export { session } from './session.block.js';
export {
  type AdoptMinutes,
  type Attendance,
  type AttendanceCounts,
  type AttendanceEntry,
  type Attendee,
  type DraftMinutes,
  type OnDay,
  type Presence,
  PRESENCES,
  type RecordAttendance,
  type SessionFacts,
  type SessionRecord,
} from './session.js';
export { quorateIn } from './session.guards.js';
export { obligation } from './obligation.block.js';
export type {
  AssignObligation,
  HandOverObligation,
  Obligation,
  ObligationFacts,
  ReportObligation,
  VerifyObligation,
} from './obligation.js';
export {
  retractable,
  type Retractable,
  type RetractableFacts,
  type RetractEntry,
} from './retractable.js';
export { vote } from './vote.block.js';
export {
  judgeVote,
  type OpenVote,
  type RecordTally,
  type Tally,
  type Threshold,
  type Vote,
  type VoteFacts,
  type VoteOutcome,
  type VoteRule,
} from './vote.js';
