import { all, any, commandsOf, countAttendance, is, not, stateOf } from '#libs/kernel';
import type { MembershipView } from '../membership/membership.events.js';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { attendees, discussions, gathering } from './meeting.blocks.js';
import * as input from './meeting.commands.js';
import type { MeetingFacts, PresentByKind } from './meeting.events.js';
import * as guards from './meeting.guards.js';
import { recorder } from './meeting.people.js';
import * as room from './meeting.room-guards.js';
import {
  type MeetingState,
  type MeetingStateName,
  ofGathering,
  ofMeeting,
} from './meeting.state.js';

const LIVE = ['open', 'held', 'minutes_draft'] as const;
/** Of the two, the one of the kind that the input names. */
const member = stateOf<MembershipView>('membership', ({ input: { subjectKind, subjectId } }) =>
  subjectKind === 'member' && typeof subjectId === 'string' ? subjectId : undefined,
);
const subjectUnit = stateOf<OrgUnitView>('organisation', ({ input: { subjectKind, subjectId } }) =>
  subjectKind === 'unit' && typeof subjectId === 'string' ? subjectId : undefined,
);

const command = commandsOf<MeetingState, MeetingFacts, MeetingStateName>();

/** People present of each kind. */
const presentByKind = (
  { entries, temporary = [] }: input.RecordMeetingAttendance,
  members: ReadonlyMap<string, MembershipView>,
): PresentByKind => {
  const present = entries.filter(({ presence }) => presence === 'present');
  const of = (status: string) =>
    present.filter(({ memberId }) => members.get(memberId)?.status === status).length;
  return {
    official: of('official'),
    probationary: of('probationary'),
    temporary: temporary.length,
  };
};

/**
 * At the meeting: chair and minute-taker work at once, so whatever one of them adds commutes with
 * what the other adds. The list of attendance does not: a later one replaces the earlier.
 */
export const inTheRoom = {
  recordAttendance: command({
    input: input.RecordMeetingAttendance,
    from: gathering.commands.attend.from,
    by: gathering.commands.attend.by,
    needs: { attendees },
    guards: [...gathering.commands.attend.guards!, guards.onlyTheExempt, guards.othersAreElsewhere],
    emits: ['AttendanceRecorded'],
    decide: ({ state, input: given, needs }) => [
      {
        type: 'AttendanceRecorded',
        data: {
          ...ofGathering(state),
          ...countAttendance(given.entries, needs.attendees, state.quorum),
          on: given.on,
          byKind: presentByKind(given, needs.attendees),
          temporary: [...(given.temporary ?? [])],
          guests: [...(given.guests ?? [])],
        },
      },
    ],
  }),
  discuss: command({
    input: input.RecordDiscussion,
    from: LIVE,
    by: any(recorder, is('speakerId')),
    commutative: true,
    guards: [room.itemIsOnAgenda, room.entryIsNew, room.speakerIsPresent],
    emits: ['DiscussionRecorded'],
    decide: ({ state, input: { id, itemKey, speakerId, text } }) => [
      {
        type: 'DiscussionRecorded',
        data: { ...ofMeeting(state), id, itemKey, speakerId },
        sealed: { text: { of: speakerId, value: text } },
      },
    ],
  }),
  retractDiscussion: { ...discussions.commands.retract, commutative: true },
  concludeItem: command({
    input: input.ConcludeAgendaItem,
    from: LIVE,
    by: recorder,
    commutative: true,
    guards: [room.itemIsOnAgenda],
    emits: ['AgendaItemConcluded'],
    decide: ({ state, input: { itemKey, text }, actor }) => [
      {
        type: 'AgendaItemConcluded',
        data: { ...ofMeeting(state), itemKey, recorderId: actor.id },
        sealed: { text: { of: actor.id, value: text } },
      },
    ],
  }),
  reviewContent: command({
    input: input.ReviewRegisteredContent,
    from: LIVE,
    by: recorder,
    commutative: true,
    guards: [room.itemIsOnAgenda, room.reviewsSomebody],
    emits: ['RegisteredContentReviewed'],
    decide: ({ state, input: { itemKey, memberIds, on } }) => [
      {
        type: 'RegisteredContentReviewed',
        data: { ...ofMeeting(state), itemKey, members: memberIds ? [...memberIds] : null, on },
      },
    ],
  }),
  noteMerit: command({
    input: input.NoteMerit,
    from: LIVE,
    by: all(recorder, not(is('subjectId'))),
    commutative: true,
    needs: { member, subjectUnit },
    guards: [room.meritIsNew, room.meritIsOfUnit],
    emits: ['MeritNoted'],
    decide: ({ state, input: { id, subjectId, subjectKind, deedKey, text, on }, actor }) => [
      {
        type: 'MeritNoted',
        data: {
          ...ofMeeting(state),
          id,
          subjectId,
          subjectKind,
          ...(deedKey !== undefined && { deedKey }),
          on,
        },
        sealed: { text: { of: subjectKind === 'member' ? subjectId : actor.id, value: text } },
      },
    ],
  }),
};
