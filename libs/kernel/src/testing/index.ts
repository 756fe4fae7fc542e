export { authorityOf, NO_AUTHORITY, type Offices } from './authority.fixtures.js';
export {
  type CommandOptions,
  given,
  type Given,
  type InputOf,
  type Plain,
  resolutionOf,
  situation,
  Then,
} from './given.js';
export { type OldFact, recordedFact, recordedFacts } from './recorded.fixtures.js';
export { errand, errandFact, type ErrandFacts, type ErrandState } from './errand.fixtures.js';
export { remedies } from './remedy.fixtures.js';
export { petition, petitionV1 } from './petition.fixtures.js';
