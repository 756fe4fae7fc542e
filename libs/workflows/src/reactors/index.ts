export { heirOfClosedUnit } from './heir-of-closed-unit.reactor.js';
export { officeToMembership } from './office-to-membership.reactor.js';
