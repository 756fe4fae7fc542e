export * as meetingInputs from './meeting.commands.js';
export {
  AGENDA_KINDS,
  type AgendaItem,
  CANCEL_REASONS,
  MEETING_KINDS,
  type MeetingFacts,
  type MeetingKind,
  type MeetingView,
  type OfMeeting,
  QUALITY_LEVELS,
} from './meeting.events.js';
export type { MeetingState } from './meeting.state.js';
export { meeting } from './meeting.workflow.js';
export {
  CancelMeeting,
  CloseMeeting,
  NoteMerit,
  OpenMeeting,
  RecordMeetingAttendance,
  ReportMeeting,
  ReviewRegisteredContent,
  ScheduleMeeting,
  ScoreMeeting,
} from './meeting.commands.js';
