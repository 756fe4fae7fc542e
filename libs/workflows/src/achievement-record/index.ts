export {
  ClaimAchievement,
  RecordMerit,
  ReleaseAchievement,
} from './achievement-record.commands.js';
export type {
  AchievementRecordFacts,
  AchievementRecordView,
  RecordedMerit,
} from './achievement-record.events.js';
export { recordId } from './achievement-record.events.js';
export type { AchievementRecordState } from './achievement-record.state.js';
export { achievementRecord } from './achievement-record.workflow.js';
