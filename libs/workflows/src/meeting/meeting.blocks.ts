import { any, not, obligation, retractable, session, statesOf, system, vote } from '#libs/kernel';
import {
  OBLIGATION_INPUTS,
  RetractEntryInput,
  SESSION_INPUTS,
  VOTE_INPUTS,
} from '../blocks/index.js';
import type { MembershipView } from '../membership/membership.events.js';
import { ISSUE_NAMES, SESSION_NAMES, VOTE_NAMES } from './meeting.events.js';
import { chair, officers, recorder } from './meeting.people.js';
import {
  type MeetingState,
  type MeetingStateName,
  ofGathering,
  ofMeeting,
} from './meeting.state.js';

const idsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];

/** Folded membership of everybody on the list, temporary members and guests too. */
export const attendees = statesOf<MembershipView>('membership', 'attendees', ({ input }) => {
  const entries = Array.isArray(input['entries']) ? (input['entries'] as object[]) : [];
  return [
    ...idsIn(entries.map((entry) => (entry as { memberId?: unknown }).memberId)),
    ...idsIn(input['temporary']),
    ...idsIn(input['guests']),
  ];
});

/** In which issues are dealt with: from the meeting itself until the record is closed. */
export const FOLLOWED_UP = [
  'open',
  'held',
  'minutes_draft',
  'minutes_read',
  'adopted',
  'scored',
  'reported',
] as const satisfies readonly MeetingStateName[];
const LIVE = ['open', 'held', 'minutes_draft'] as const satisfies readonly MeetingStateName[];

export const gathering = session<MeetingState, MeetingStateName>()({
  names: SESSION_NAMES,
  record: 'record',
  identity: ofGathering,
  inputs: SESSION_INPUTS,
  attendIn: LIVE,
  draftIn: ['held', 'minutes_draft'],
  readIn: ['held', 'minutes_draft'],
  adoptIn: ['minutes_draft', 'minutes_read'],
  by: recorder,
  adoptBy: chair,
  attendees,
  quorum: ({ quorum }) => quorum,
  unit: ({ unitId }) => unitId,
  to: { drafted: 'minutes_draft', read: 'minutes_read', adopted: 'adopted' },
});

/** A resolution needs more than half of all who have a vote, present or not (Charter, art. 9). */
export const resolutions = vote<MeetingState, MeetingStateName>()({
  names: VOTE_NAMES,
  list: 'votes',
  identity: ofMeeting,
  inputs: VOTE_INPUTS,
  openIn: ['open'],
  tallyIn: ['open', 'held'],
  openBy: chair,
  tallyBy: recorder,
  electorate: ({ state }) =>
    (state.record.attendance?.entries ?? [])
      .filter(({ votes, presence }) => votes && presence !== 'exempt' && presence !== 'away')
      .map(({ memberId }) => memberId),
  rule: () => ({
    quorumPercent: 50,
    threshold: 'more_than_half',
    of: 'electorate',
    tie: 'failed',
    secret: false,
  }),
});

export const issues = obligation<MeetingState, MeetingStateName>()({
  names: ISSUE_NAMES,
  list: 'issues',
  identity: ofMeeting,
  inputs: OBLIGATION_INPUTS,
  assignIn: LIVE,
  dealIn: FOLLOWED_UP,
  assignBy: recorder,
  reportBy: not(system),
  verifyBy: officers,
  handOverBy: any(system, officers),
});

/** Whoever said a thing may take it back. */
export const discussions = retractable<MeetingState, MeetingStateName>()({
  name: 'DiscussionRetracted',
  list: 'discussion',
  identity: ofMeeting,
  input: RetractEntryInput,
  from: LIVE,
  by: not(system),
});
