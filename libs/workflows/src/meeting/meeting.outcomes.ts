import { commandsOf, quorateIn, stateOf } from '#libs/kernel';
import { AssignObligationInput } from '../blocks/block.commands.js';
import type { MembershipView } from '../membership/membership.events.js';
import { issues, resolutions } from './meeting.blocks.js';
import { OpenResolution } from './meeting.commands.js';
import type { MeetingFacts } from './meeting.events.js';
import * as room from './meeting.room-guards.js';
import type { MeetingState, MeetingStateName } from './meeting.state.js';

const owner = stateOf<MembershipView>('membership', 'ownerId');

const command = commandsOf<MeetingState, MeetingFacts, MeetingStateName>();

/** What the meeting lays on its members, and what it resolves. */
export const outcomes = {
  assignIssue: {
    ...issues.commands.assign,
    input: AssignObligationInput,
    needs: { owner },
    guards: [...issues.commands.assign.guards!, room.ownerIsMember],
    commutative: true,
  },
  reportIssue: { ...issues.commands.report, commutative: true },
  verifyIssue: { ...issues.commands.verify, commutative: true },
  handOverIssue: { ...issues.commands.handOver, commutative: true },
  openVote: command({
    input: OpenResolution,
    from: resolutions.commands.open.from,
    by: resolutions.commands.open.by,
    personal: true,
    guards: [...resolutions.commands.open.guards!, quorateIn('record'), room.itemIsOnAgenda],
    emits: ['ResolutionVoteOpened'],
    decide(context) {
      const [opened] = resolutions.commands.open.decide(context);
      const data = opened!.data as MeetingFacts['ResolutionVoteOpened']['data'];
      const { itemKey } = context.input;
      return [{ type: 'ResolutionVoteOpened', data: { ...data, itemKey } }];
    },
  }),
  tallyVote: { ...resolutions.commands.tally, commutative: true },
};
