import { defineWorkflow } from '#libs/kernel';
import { MEMBER_ID } from './membership.commands.js';
import type { MembershipFacts } from './membership.events.js';
import { membershipFacts } from './membership.facts.js';
import { standingChanges } from './membership.standing.js';
import { movesDecided } from './membership.moves.js';
import { officesNoted } from './membership.offices.js';
import { MEMBERSHIP_STATES, type MembershipState, membershipStart } from './membership.state.js';

/** Who belongs to which unit, since when, in what standing (domain brief, 3B guards and 3H). */
export const membership = defineWorkflow<MembershipState, MembershipFacts>()({
  name: 'membership',
  version: 1,
  stream: 'membership',
  idPattern: MEMBER_ID,
  start: membershipStart,
  states: MEMBERSHIP_STATES,
  facts: membershipFacts,
  commands: () => ({ ...standingChanges, ...movesDecided, ...officesNoted }),
});
