export {
  AnnounceContest,
  AwardContest,
  CloseContest,
  JudgeContest,
  OpenContest,
  ScoreEntry,
  SubmitEntry,
} from './contest.commands.js';
export {
  type ContestFacts,
  type ContestNomination,
  type ContestResult,
  type ContestView,
  ENTRANT_KINDS,
  type EntrantKind,
  type Prize,
  PRIZES,
} from './contest.events.js';
export type { ContestState } from './contest.state.js';
export { contest } from './contest.workflow.js';
