export {
  AnnulRating,
  AppraiseRating,
  ChangeRating,
  CommentOnRating,
  FinaliseRating,
  MarkNotRated,
  NotifyRating,
  ProposeRating,
  RecordRatingDecision,
  SelfRate,
} from './classification.commands.js';
export {
  CHANGE_REASONS,
  type ChangeReason,
  type ClassificationFacts,
  type ClassificationView,
  eventRef,
  NOT_RATED_REASONS,
  type NotRatedReason,
  type Rating,
  type RatingBasis,
  ratingId,
  RATINGS,
  type SubjectKind,
} from './classification.events.js';
export type { ClassificationState } from './classification.state.js';
export { classification } from './classification.workflow.js';
