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
export { type CommendationState, yearsOf } from './commendation.state.js';
export {
  awardRule,
  type Check,
  type CheckName,
  CHECKS,
  conditionsOf,
  type DossierNeeds,
} from './commendation.verdict.js';
export { commendation } from './commendation.workflow.js';
