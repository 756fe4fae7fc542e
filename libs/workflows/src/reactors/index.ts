export { delegationsOfFormerMember } from './delegations-of-former-member.reactor.js';
export { heirOfClosedUnit } from './heir-of-closed-unit.reactor.js';
export { officeToMembership } from './office-to-membership.reactor.js';
