import { defineReactor } from '#libs/kernel';
import type { OrganisationFacts } from '../organisation/organisation.events.js';

/** A unit's appointment is noted in the member's record, which decides who owes a personal plan. */
export const officeToMembership = defineReactor<OrganisationFacts, Record<never, never>>()({
  name: 'office-to-membership',
  start: () => ({}),
  whenRefused: 'ignore',
  on: {
    OfficerAppointed: ({ data: { memberId, unitId, office, on } }) => [
      {
        workflow: 'membership',
        id: memberId,
        command: 'recordOffice',
        input: { unitId, office, on },
      },
    ],
    OfficerEnded: ({ data: { memberId, unitId, office, on } }) => [
      {
        workflow: 'membership',
        id: memberId,
        command: 'lapseOffice',
        input: { unitId, office, on },
      },
    ],
  },
});
