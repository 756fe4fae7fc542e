import { defineProjection, type ProjectedEvent, type RowOf } from '#libs/projections';
import type {
  CriticismSessionFacts,
  InspectionFacts,
  MeetingFacts,
  ReviewFacts,
  SteeringCommitteeFacts,
} from '#libs/workflows';
import { lines, readsOf } from '../line-table.js';
import { meetingLine, obligationLine, reviewLine } from './cell-month.table.js';

const tables = {
  review_line: reviewLine,
  meeting_line: meetingLine,
  obligation_line: obligationLine,
} as const;

type Facts = ReviewFacts &
  MeetingFacts &
  CriticismSessionFacts &
  InspectionFacts &
  SteeringCommitteeFacts;
type Data<Type extends keyof Facts> = ProjectedEvent<Facts, Type>['data'];

interface OfReview {
  memberId: string;
  period: string;
  unitId: string;
  year: number;
  periodEnd: string;
}
interface OfMeeting {
  meetingId: string;
  unitId: string;
  year: number;
  month: number;
}

const reviews = lines<OfReview, RowOf<typeof reviewLine>>(
  'review_line',
  ({ memberId, period }) => [memberId, period],
  ({ memberId, period, unitId, year, periodEnd }) => ({
    member_id: memberId,
    period,
    unit_id: unitId,
    year,
    period_end: periodEnd,
    state: 'due',
    due: null,
    late: 0,
    late_days: 0,
    merit: null,
    has_direction: 0,
    repeated: 0,
    stream: `review-${memberId}-${period}`,
    position: '',
  }),
);

const meetings = lines<OfMeeting, RowOf<typeof meetingLine>>(
  'meeting_line',
  ({ meetingId }) => [meetingId],
  ({ meetingId, unitId, year, month }) => ({
    meeting_id: meetingId,
    unit_id: unitId,
    year,
    month,
    kind: 'regular',
    study_round: null,
    theme: null,
    on_date: '',
    starts_at: '',
    state: 'scheduled',
    expected: 0,
    present: 0,
    minutes: null,
    short: 0,
    points: null,
    level: null,
    issues: 0,
    content_reviewed: 0,
    position: '',
  }),
);
type Meeting = RowOf<typeof meetingLine>;
const meetingIs = (state: string) => meetings.set(() => ({ state }));

type Owed = { id: string; unitId: string; ownerId: string; due: string; year?: number };
type Assigned = Owed & { basis?: string };
type Line = RowOf<typeof obligationLine>;

/** Obligations of one kind: the four facts of the building block, whatever the workflow. */
const obligations = (kind: string, streamOf: (data: never) => string) => {
  const idOf = (data: Owed): string => `${streamOf(data as never)}#${data.id}`;
  const own = lines<Owed, Line>(
    'obligation_line',
    (data) => [idOf(data)],
    (data) => ({
      id: idOf(data),
      item_id: data.id,
      kind,
      stream: streamOf(data as never),
      unit_id: data.unitId,
      year: data.year ?? Number(data.due.slice(0, 4)),
      owner_id: data.ownerId,
      due: data.due,
      status: 'open',
      late: 0,
      basis: null,
      position: '',
    }),
  );
  return {
    read: own.read,
    assigned: own.set<Assigned>(({ basis }) => ({ basis: basis ?? null })),
    reported: own.set(() => ({ status: 'reported' })),
    verified: own.set<Owed & { done: boolean; late: boolean }>(({ done, late }) => ({
      status: done ? 'done' : 'open',
      late: Number(late),
    })),
    handedOver: own.set<Owed & { heirId: string }>(({ heirId }) => ({ owner_id: heirId })),
  };
};

const remedies = obligations(
  'remedy',
  ({ unitId, year }: { unitId: string; year: number }) => `session-${unitId}-${year}`,
);
const issues = obligations(
  'issue',
  ({ meetingId }: { meetingId: string }) => `meeting-${meetingId}`,
);
const followUps = obligations(
  'follow_up',
  ({ inspectionId }: { inspectionId: string }) => `inspection-${inspectionId}`,
);
const tasks = obligations(
  'steering_task',
  ({ unitId, fromYear, toYear }: { unitId: string; fromYear: number; toYear: number }) =>
    `steering-${unitId}-${fromYear}_${toYear}`,
);

/** What a cell looks at in a month: reviews of its members, its meetings, what is owed. */
export const cellMonthView = defineProjection<Facts>()({
  name: 'cell_month',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: {
    ...readsOf(
      [
        'ReviewOpened',
        'SelfProgressReported',
        'DeedRemarked',
        'RemarkAcknowledged',
        'RemarkDisputed',
        'DisputeResolved',
        'ReviewMissed',
      ],
      reviews.read,
    ),
    ...readsOf(
      [
        'MeetingScheduled',
        'MaterialsPublished',
        'MeetingOpened',
        'AttendanceRecorded',
        'RegisteredContentReviewed',
        'MeetingHeld',
        'MinutesDrafted',
        'MinutesRead',
        'MinutesAdopted',
        'MeetingScored',
        'MeetingReported',
        'MeetingCancelled',
        'MeetingPostponed',
      ],
      meetings.read,
    ),
    ...readsOf(
      ['RemedyAssigned', 'RemedyReported', 'RemedyVerified', 'RemedyHandedOver'],
      remedies.read,
    ),
    IssueAssigned(event, need) {
      issues.read(event, need);
      meetings.read(event, need);
    },
    ...readsOf(['IssueReported', 'IssueVerified', 'IssueHandedOver'], issues.read),
    ...readsOf(
      ['FollowUpAssigned', 'FollowUpReported', 'FollowUpVerified', 'FollowUpHandedOver'],
      followUps.read,
    ),
    ...readsOf(
      [
        'SteeringTaskAssigned',
        'SteeringTaskReported',
        'SteeringTaskVerified',
        'SteeringTaskHandedOver',
      ],
      tasks.read,
    ),
  },
  on: {
    ReviewOpened: reviews.set<Data<'ReviewOpened'>>(({ due }) => ({ due })),
    SelfProgressReported: reviews.set<Data<'SelfProgressReported'>>(({ due }, _event, line) => ({
      due,
      state: line?.state === 'missed' ? 'missed' : 'self_reported',
    })),
    DeedRemarked: reviews.set<Data<'DeedRemarked'>>((data) => ({
      state: 'remarked',
      due: data.due,
      late: Number(data.late),
      late_days: data.lateDays,
      merit: data.merit,
      has_direction: Number(data.hasDirection),
      repeated: Number(data.repeated ?? false),
    })),
    RemarkAcknowledged: reviews.set(() => ({ state: 'acknowledged' })),
    RemarkDisputed: reviews.set(() => ({ state: 'disputed' })),
    DisputeResolved: reviews.set(() => ({ state: 'resolved' })),
    ReviewMissed: reviews.set<Data<'ReviewMissed'>>(({ due }) => ({ state: 'missed', due })),

    MeetingScheduled: meetings.set<Data<'MeetingScheduled'>>((data) => ({
      kind: data.kind,
      study_round: data.studyRound ?? null,
      theme: data.theme ?? null,
      on_date: data.on,
      starts_at: data.startsAt,
      state: 'scheduled',
    })),
    MaterialsPublished: meetingIs('materials_published'),
    MeetingOpened: meetingIs('open'),
    AttendanceRecorded: meetings.set<Data<'AttendanceRecorded'>>(({ counts }) => ({
      expected: counts.expected,
      present: counts.present,
    })),
    RegisteredContentReviewed: meetings.set<Data<'RegisteredContentReviewed'>>(() => ({
      content_reviewed: 1,
    })),
    IssueAssigned(event, rows) {
      issues.assigned(event, rows);
      const line = rows.meeting_line.get(event.data.meetingId);
      if (line !== undefined) rows.meeting_line.change(line, { issues: line.issues + 1 });
    },
    MeetingHeld: meetings.set<Data<'MeetingHeld'>>(({ minutes, short, on }) => ({
      state: 'held',
      on_date: on,
      minutes,
      short: Number(short),
    })),
    MinutesDrafted: meetingIs('minutes_draft'),
    MinutesRead: meetingIs('minutes_read'),
    MinutesAdopted: meetingIs('adopted'),
    MeetingScored: meetings.set<Data<'MeetingScored'>>(({ points, level }) => ({
      state: 'scored',
      points,
      level,
    })),
    MeetingReported: meetingIs('reported'),
    MeetingCancelled: meetingIs('cancelled'),
    MeetingPostponed: meetings.set<Data<'MeetingPostponed'>>(
      ({ to, startsAt }): Partial<Meeting> => ({
        state: 'scheduled',
        on_date: to,
        starts_at: startsAt,
      }),
    ),

    RemedyAssigned: remedies.assigned,
    RemedyReported: remedies.reported,
    RemedyVerified: remedies.verified,
    RemedyHandedOver: remedies.handedOver,
    IssueReported: issues.reported,
    IssueVerified: issues.verified,
    IssueHandedOver: issues.handedOver,
    FollowUpAssigned: followUps.assigned,
    FollowUpReported: followUps.reported,
    FollowUpVerified: followUps.verified,
    FollowUpHandedOver: followUps.handedOver,
    SteeringTaskAssigned: tasks.assigned,
    SteeringTaskReported: tasks.reported,
    SteeringTaskVerified: tasks.verified,
    SteeringTaskHandedOver: tasks.handedOver,
  },
});
