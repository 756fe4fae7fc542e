/** Stored formats by workflow, for whoever reads the log: projections, exports, checks. */
export type {
  ClassificationFacts,
  ClassificationView,
  Rating,
} from './classification/classification.events.js';
export type { CommendationFacts } from './commendation/commendation.events.js';
export type { ContestFacts } from './contest/contest.events.js';
export type {
  CriticismSessionFacts,
  CriticismSessionView,
} from './criticism-session/criticism-session.events.js';
export type { EmulationPactFacts } from './emulation-pact/emulation-pact.events.js';
export type { InspectionFacts } from './inspection/inspection.events.js';
export type { MeetingFacts } from './meeting/meeting.events.js';
export type { ModelFacts } from './model/model.events.js';
export type { RatingListFacts } from './rating-list/rating-list.events.js';
export type { ReviewFacts, ReviewView } from './review/review.events.js';
export type { SteeringCommitteeFacts } from './steering-committee/steering-committee.events.js';
export type { TransferFacts } from './transfer/transfer.events.js';
