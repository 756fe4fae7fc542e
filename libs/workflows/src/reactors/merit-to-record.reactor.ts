import { defineReactor } from '#libs/kernel';
import { recordId } from '../achievement-record/achievement-record.events.js';
import { eventRef, type SubjectKind } from '../classification/classification.events.js';
import type { MeetingFacts } from '../meeting/meeting.events.js';
import type { ReviewFacts } from '../review/review.events.js';

const merit = (
  [subjectKind, subjectId]: readonly [SubjectKind, string],
  source: 'meeting' | 'review',
  eventId: string,
  on: string,
) => [
  {
    workflow: 'achievement-record',
    id: recordId(subjectKind, subjectId),
    command: 'recordMerit',
    input: { source, eventId, on },
  },
];

/** Merits noted in meetings and monthly remarks are kept by event, for dossiers to cite. */
export const meritToRecord = defineReactor<MeetingFacts & ReviewFacts, Record<never, never>>()({
  name: 'merit-to-record',
  start: () => ({}),
  whenRefused: 'park',
  moot: ['MERIT_TWICE'],
  on: {
    MeritNoted: ({ data: { meetingId, subjectKind, subjectId, on }, revision }) =>
      merit([subjectKind, subjectId], 'meeting', eventRef(`meeting-${meetingId}`, revision), on),
    DeedRemarked: ({ data: { memberId, period, merit: noted, on }, revision }) =>
      noted === 'notable'
        ? merit(
            ['member', memberId],
            'review',
            eventRef(`review-${memberId}-${period}`, revision),
            on,
          )
        : [],
  },
});
