export {
  AppraiseAward,
  CompleteDossier,
  DecideAward,
  Nominate,
  PresentAward,
  ProposeRevocation,
  PublishAward,
  RefuseRevocation,
  RejectAward,
  RevokeAward,
} from './commendation.commands.js';
export { citedRatings, ratingReasons, ruleFor } from './commendation.eligibility.js';
export {
  type AwardForm,
  type CitedMerit,
  type CitedRating,
  type CommendationFacts,
  type CommendationView,
  FORMS,
  type Ground,
  GROUNDS,
  type Occasion,
  OCCASIONS,
  type Track,
  TRACKS,
} from './commendation.events.js';
export type { CommendationState } from './commendation.state.js';
export { commendation } from './commendation.workflow.js';
