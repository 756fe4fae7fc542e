export {
  AdmitMember,
  ChangeStatus,
  CorrectPerson,
  EndExemption,
  EndMembership,
  GrantExemption,
  LapseOffice,
  MoveMember,
  RecordOffice,
} from './membership.commands.js';
export {
  countedUnit,
  isLeaderIn,
  MEMBER_STATUSES,
  type MembershipFacts,
  type MembershipView,
  type MemberStatus,
  type Person,
} from './membership.events.js';
export type { MembershipState } from './membership.state.js';
export { membership } from './membership.workflow.js';
