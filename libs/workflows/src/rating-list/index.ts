export { AmendRatings, DecideRatings, EnterRating } from './rating-list.commands.js';
export type {
  AmendCause,
  CapDenominator,
  CapVerdict,
  GroupCapVerdict,
  ListEntry,
  RatingListFacts,
  RatingListView,
} from './rating-list.events.js';
export type { RatingListState } from './rating-list.state.js';
export { ratingList } from './rating-list.workflow.js';
