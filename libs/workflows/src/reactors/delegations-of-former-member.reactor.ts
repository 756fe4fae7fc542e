import { defineReactor } from '#libs/kernel';
import type { MembershipFacts } from '../membership/membership.events.js';

/** Whoever leaves gives nothing any more: nobody goes on acting in their name. */
export const delegationsOfFormerMember = defineReactor<MembershipFacts, object>()({
  name: 'delegations-of-former-member',
  start: () => ({}),
  // Most people have given nothing, and then there is nothing to close.
  whenRefused: 'ignore',
  on: {
    MembershipEnded: ({ data: { memberId, on } }) => [
      { workflow: 'delegation', id: memberId, command: 'close', input: { on } },
    ],
  },
});
