import type { AnyWorkflow, Reactor } from '#libs/kernel';
import { accessLog } from './access-log/index.js';
import { contest } from './contest/index.js';
import { achievementRecord } from './achievement-record/index.js';
import { classification } from './classification/index.js';
import { commendation } from './commendation/index.js';
import { criticismSession } from './criticism-session/index.js';
import { delegation } from './delegation/index.js';
import { emulationPact } from './emulation-pact/index.js';
import { inspection } from './inspection/index.js';
import { meeting } from './meeting/index.js';
import { membership } from './membership/index.js';
import { model } from './model/index.js';
import { organisation } from './organisation/index.js';
import { programme } from './programme/index.js';
import {
  awardToRecord,
  contestToAwards,
  decidedListToRatings,
  delegationsOfFormerMember,
  heirOfClosedUnit,
  heirOfOpenItems,
  meritToRecord,
  officeToMembership,
  proposedRatingToList,
  sessionToRegistration,
  transferReceivedToMembership,
} from './reactors/index.js';
import { ratingList } from './rating-list/index.js';
import { registration } from './registration/index.js';
import { review } from './review/index.js';
import { steeringCommittee } from './steering-committee/index.js';
import { transfer } from './transfer/index.js';

export * from './access-log/index.js';
export * from './contest/index.js';
export * from './achievement-record/index.js';
export * from './classification/index.js';
export * from './commendation/index.js';
export * from './criticism-session/index.js';
export * from './deadlines/index.js';
export * from './delegation/index.js';
export * from './emulation-pact/index.js';
export * from './facts.js';
export * from './inspection/index.js';
export * from './meeting/index.js';
export * from './membership/index.js';
export * from './model/index.js';
export * from './organisation/index.js';
export * from './programme/index.js';
export * from './rating-list/index.js';
export * from './registration/index.js';
export * from './review/index.js';
export * from './rules/index.js';
export * from './steering-committee/index.js';
export * from './transfer/index.js';

/** Every workflow of the product. */
export const WORKFLOWS: readonly AnyWorkflow[] = [
  organisation,
  membership,
  programme,
  registration,
  review,
  transfer,
  contest,
  model,
  emulationPact,
  steeringCommittee,
  meeting,
  criticismSession,
  classification,
  ratingList,
  commendation,
  achievementRecord,
  inspection,
  accessLog,
  delegation,
];

/** Every reactor of the product. */
export const REACTORS: readonly Reactor[] = [
  proposedRatingToList,
  decidedListToRatings,
  meritToRecord,
  awardToRecord,
  contestToAwards,
  officeToMembership,
  heirOfClosedUnit,
  heirOfOpenItems,
  sessionToRegistration,
  delegationsOfFormerMember,
  transferReceivedToMembership,
];
