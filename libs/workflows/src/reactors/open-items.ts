import { REMEDY_NAMES } from '../criticism-session/criticism-session.events.js';
import { FOLLOW_UP_NAMES } from '../inspection/inspection.events.js';
import { ISSUE_NAMES } from '../meeting/meeting.events.js';
import { TASK_NAMES } from '../steering-committee/steering-committee.events.js';

/** One kind of what somebody owes: in which records it stands, and how it changes hands. */
export interface Kind {
  readonly workflow: string;
  readonly names: { readonly assigned: string; readonly verified: string };
  readonly handOver: string;
  /** Id of the record, from the data of its facts. */
  idOf(data: never): string;
}

/** Remedies of sessions, issues of meetings, follow-ups of inspections, tasks of committees. */
export const KINDS: readonly Kind[] = [
  {
    workflow: 'criticism-session',
    names: REMEDY_NAMES,
    handOver: 'handOverRemedy',
    idOf: ({ unitId, year }: { unitId: string; year: number }) => `${unitId}-${year}`,
  },
  {
    workflow: 'meeting',
    names: ISSUE_NAMES,
    handOver: 'handOverIssue',
    idOf: ({ meetingId }: { meetingId: string }) => meetingId,
  },
  {
    workflow: 'inspection',
    names: FOLLOW_UP_NAMES,
    handOver: 'handOverFollowUp',
    idOf: ({ inspectionId }: { inspectionId: string }) => inspectionId,
  },
  {
    workflow: 'steering-committee',
    names: TASK_NAMES,
    handOver: 'handOverTask',
    idOf: ({ unitId, fromYear, toYear }: { unitId: string; fromYear: number; toYear: number }) =>
      `${unitId}-${fromYear}_${toYear}`,
  },
];
