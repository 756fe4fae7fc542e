import type { Plain } from '#libs/kernel/testing';
import { situation } from '#libs/kernel/testing';
import { authority, memberView, rulesIn, unitView } from '../testing/index.js';
import type { RecordMeetingAttendance, ScheduleMeeting } from './meeting.commands.js';
import { meeting } from './meeting.workflow.js';

export const of = { meetingId: 'kp4-20260303', unitId: 'kp4', year: 2026, month: 3 };
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
