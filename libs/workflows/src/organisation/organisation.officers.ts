import { above, any, commandsOf, stateOf, system } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import * as input from './organisation.commands.js';
import type { OrganisationFacts } from './organisation.events.js';
import * as guards from './organisation.guards.js';
import type { OrganisationState, OrganisationStateName } from './organisation.state.js';

const member = stateOf<MembershipView>('membership', 'memberId');
const fromAbove = any(system, above('committee', 'unitId'), above('secretary', 'unitId'));

const command = commandsOf<OrganisationState, OrganisationFacts, OrganisationStateName>();

/** Who takes up and leaves a post, by decision from above. */
export const officersChange = {
  appointOfficer: command({
    input: input.AppointOfficer,
    from: ['open'],
    by: fromAbove,
    needs: { member },
    guards: [
      guards.notBeforeFounding,
      guards.officerIsMember,
      guards.notYetInOffice,
      guards.oneSecretary,
    ],
    emits: ['OfficerAppointed'],
    decide: ({ state, input: { memberId, office, on, decisionNo } }) => [
      {
        type: 'OfficerAppointed',
        data: { unitId: state.unitId, memberId, office, on, decisionNo },
      },
    ],
  }),
  endOfficer: command({
    input: input.EndOfficer,
    from: ['open', 'closed'],
    by: fromAbove,
    guards: [guards.holdsThatOffice],
    emits: ['OfficerEnded'],
    decide: ({ state, input: { memberId, office, on, decisionNo } }) => [
      { type: 'OfficerEnded', data: { unitId: state.unitId, memberId, office, on, decisionNo } },
    ],
  }),
};
