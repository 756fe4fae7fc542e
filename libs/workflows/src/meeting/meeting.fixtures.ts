import type { OldFact, Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { RecordMeetingAttendance, ScheduleMeeting } from './meeting.commands.js';
import type { MeetingFacts } from './meeting.events.js';
import { meeting } from './meeting.workflow.js';

export const of = { meetingId: 'kp4-20260303', unitId: 'kp4', year: 2026, month: 3 };
const gathering = { ...of, kind: 'regular' as const };
export const on = '2026-03-03';

/** The regular meeting of March, with one point on study and one on work. */
export const call = (fields: Partial<Plain<ScheduleMeeting>> = {}): Plain<ScheduleMeeting> => ({
  kind: 'regular',
  on,
  startsAt: '07:30',
  place: 'Nhà văn hóa Khu phố 4',
  agenda: [
    { key: 'study', kind: 'study_follow', title: 'Kiểm điểm việc làm theo tháng 2' },
    { key: 'work', kind: 'work', title: 'Nhiệm vụ tháng 3', programmeId: 'kp4-2026' },
  ],
  ...fields,
});

/** Five of the cell: three there, one excused, one exempt; Mai is on probation. */
export const list = (
  fields: Partial<Plain<RecordMeetingAttendance>> = {},
): Plain<RecordMeetingAttendance> => ({
  on,
  entries: [
    { memberId: 'ha', presence: 'present' },
    { memberId: 'khai', presence: 'present' },
    { memberId: 'mai', presence: 'present' },
    { memberId: 'lan', presence: 'excused' },
    { memberId: 'nghi', presence: 'exempt' },
  ],
  ...fields,
});

export const attendees = new Map(
  [
    memberView({ memberId: 'ha' }),
    memberView({ memberId: 'khai' }),
    memberView({ memberId: 'lan' }),
    memberView({ memberId: 'mai', status: 'probationary' }),
    memberView({ memberId: 'nghi', exempt: true }),
    memberView({ memberId: 'sau', unitId: 'kp5' }),
    memberView({ memberId: 'tam', unitId: 'kp5' }),
    memberView({ memberId: 'xa', active: false, unitId: undefined }),
  ].map((view) => [view.memberId, view]),
);

export const scheduled = (
  fields: Partial<MeetingFacts['MeetingScheduled']['data']> = {},
): OldFact => ({
  type: 'MeetingScheduled',
  data: { ...gathering, ...call(), quorum: [1, 2], ...fields },
});
const materials: OldFact = {
  type: 'MaterialsPublished',
  data: {
    ...of,
    on: '2026-03-01',
    count: 1,
    daysBefore: 2,
    late: false,
    items: [{ key: 'm1', title: 'Chuyên đề quý I' }],
  },
};
const postponed: OldFact = {
  type: 'MeetingPostponed',
  data: { ...of, kind: 'regular', from: on, to: '2026-03-05', startsAt: '19:00' },
};
const opened: OldFact = {
  type: 'MeetingOpened',
  data: { ...of, at: '2026-03-03T00:30:00Z', chairId: 'ha', recorderId: 'khai' },
};

const entries = [
  { memberId: 'ha', presence: 'present', votes: true },
  { memberId: 'khai', presence: 'present', votes: true },
  { memberId: 'mai', presence: 'present', votes: false },
  { memberId: 'lan', presence: 'excused', votes: true },
  { memberId: 'nghi', presence: 'exempt', votes: true },
];
export const counts = {
  listed: 5,
  expected: 4,
  present: 3,
  excused: 1,
  unexcused: 0,
  electorate: 3,
  voting: 2,
};
export const attended: OldFact = {
  type: 'AttendanceRecorded',
  data: {
    ...gathering,
    entries,
    counts,
    quorate: true,
    on,
    byKind: { official: 2, probationary: 1, temporary: 1 },
    temporary: ['sau'],
    guests: ['tam'],
  },
};
export const tooFew: OldFact = {
  ...attended,
  data: { ...attended.data, quorate: false },
} as OldFact;
export const said: OldFact = {
  type: 'DiscussionRecorded',
  data: { ...of, id: 's1', itemKey: 'work', speakerId: 'khai' },
  sealed: { text: { of: 'khai', value: 'Đồng ý với báo cáo' } },
};
export const takenBack: OldFact = {
  type: 'DiscussionRetracted',
  data: { ...of, of: 's1', on },
  sealed: { reason: { of: 'khai', value: 'Nói nhầm' } },
};
export const merit: OldFact = {
  type: 'MeritNoted',
  data: { ...of, id: 'm1', subjectId: 'khai', subjectKind: 'member', on },
  sealed: { text: { of: 'khai', value: 'Giúp hộ khó khăn' } },
};
export const issue: OldFact = {
  type: 'IssueAssigned',
  data: { ...of, id: 'i1', ownerId: 'khai', due: '2026-04-10', on },
  sealed: { text: { of: 'khai', value: 'Vận động hiến đất mở hẻm' } },
};
export const issueDone: OldFact = {
  type: 'IssueVerified',
  data: { ...of, id: 'i1', ownerId: 'khai', due: '2026-04-10', on, done: true, late: false },
};
export const voteOpened: OldFact = {
  type: 'ResolutionVoteOpened',
  data: {
    ...of,
    voteId: 'nq1',
    itemKey: 'work',
    options: ['for', 'against'],
    electorate: ['ha', 'khai', 'lan'],
    rule: {
      quorumPercent: 50,
      threshold: 'more_than_half',
      of: 'electorate',
      tie: 'failed',
      secret: false,
    },
    on,
  },
};
export const voted: OldFact = {
  type: 'ResolutionVoted',
  data: {
    ...of,
    voteId: 'nq1',
    electorate: 3,
    tally: { issued: 2, returned: 2, valid: 2, votes: [{ option: 'for', count: 2 }] },
    outcome: 'passed',
    winner: 'for',
    tellers: ['mai'],
    on,
  },
};
const held: OldFact = {
  type: 'MeetingHeld',
  data: { ...gathering, on, minutes: 95, short: false },
};
const drafted: OldFact = {
  type: 'MinutesDrafted',
  data: { ...gathering, on, recorderId: 'khai' },
  sealed: { minutes: { of: 'khai', value: 'Biên bản' } },
};
const read: OldFact = { type: 'MinutesRead', data: { ...gathering, on } };
const adopted: OldFact = {
  type: 'MinutesAdopted',
  data: { ...gathering, on, votes: { for: 2, against: 0, abstained: 0 } },
};
const scored: OldFact = {
  type: 'MeetingScored',
  data: { ...of, kind: 'regular', points: 92, level: 'good', on },
};
const reported: OldFact = { type: 'MeetingReported', data: { ...of, to: 'anbinh', on } };

const UNTIL_OPEN = [scheduled(), opened];
export const UNTIL_HELD = [...UNTIL_OPEN, attended, held];
const UNTIL_ADOPTED = [...UNTIL_HELD, drafted, read, adopted];

/** Facts that lead to each state. */
export const HISTORIES = {
  none: [],
  scheduled: [scheduled()],
  materials_published: [scheduled(), materials],
  postponed: [scheduled(), postponed],
  cancelled: [
    scheduled(),
    { type: 'MeetingCancelled', data: { ...of, kind: 'regular', reason: 'emergency', on } },
  ],
  open: UNTIL_OPEN,
  held: UNTIL_HELD,
  minutes_draft: [...UNTIL_HELD, drafted],
  minutes_read: [...UNTIL_HELD, drafted, read],
  adopted: UNTIL_ADOPTED,
  scored: [...UNTIL_ADOPTED, scored],
  reported: [...UNTIL_ADOPTED, scored, reported],
  filed: [...UNTIL_ADOPTED, scored, reported, { type: 'MeetingFiled', data: { ...of, on } }],
} satisfies Record<string, OldFact[]>;

/** Under way, with the list read out. */
export const LIVE: OldFact[] = [...HISTORIES.open, attended];

/** The meeting of March 2026, asked by the secretary in the evening of its day. */
export const given = situation(meeting, {
  id: 'kp4-20260303',
  actor: 'ha',
  now: '2026-03-03T12:00:00.000Z',
  authority,
  needs: {
    rules: rulesIn(2026),
    unit: unitView(),
    attendees,
    owner: memberView(),
    member: memberView(),
    subjectUnit: undefined,
  },
});
