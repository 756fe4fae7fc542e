import { dayOf } from '#libs/kernel';
import type { ProjectedEvent } from '#libs/projections';
import { type MeetingFacts, type ReviewFacts, RULE_PACKS } from '#libs/workflows';
import {
  clear,
  findingId,
  type FindingRows,
  type Need,
  note,
  noteOf,
  proofOf,
  raise,
} from './finding-rows.js';

type Facts = MeetingFacts & ReviewFacts;
type Event<Type extends keyof Facts> = ProjectedEvent<Facts, Type>;
type Remarked = Event<'DeedRemarked'>;

/** Attendance in percent that a meeting must exceed, by its rule pack; 0: none was set. */
const percentOf = (rulePackId: string | undefined): number =>
  RULE_PACKS.find(({ id }) => id === rulePackId)?.meeting.attendancePercent ?? 0;
/** Late remarks on one member recorded on one day that look like a year filled in at once. */
const BACKFILL_PERIODS = 3;

const reviewedId = (meetingId: string): string => `reviewed:${meetingId}`;
const listId = (meetingId: string): string => `list:${meetingId}`;
const missedId = ({ memberId, period }: { memberId: string; period: string }): string =>
  findingId('NO_MONTHLY_REVIEW', memberId, period);
const backfillId = ({ data, recordedAt }: Remarked): string =>
  `${data.memberId}:${data.year}:${dayOf(recordedAt)}`;

/** Many periods of one member recorded late on one day. */
function backfilled(event: Remarked, rows: FindingRows): void {
  const { memberId, unitId, year, late } = event.data;
  if (!late) return;
  const id = `backfill:${backfillId(event)}`;
  const proofs = [...new Set([...noteOf(rows, id).split(' ').filter(Boolean), proofOf(event)])];
  note(rows, id, proofs.join(' '));
  if (proofs.length < BACKFILL_PERIODS) return;
  const on = dayOf(event.recordedAt);
  const finding = findingId('BATCH_BACKFILL', backfillId(event));
  raise(rows, finding, 'BATCH_BACKFILL', event, { unitId, memberId, year, on, proofs });
}

/** Rules on meetings and periodic reviews. */
export const cellRules = {
  RegisteredContentReviewed: (event: Event<'RegisteredContentReviewed'>, rows: FindingRows): void =>
    note(rows, reviewedId(event.data.meetingId), proofOf(event)),
  AttendanceRecorded(event: Event<'AttendanceRecorded'>, rows: FindingRows): void {
    const { meetingId, counts } = event.data;
    const { present, expected } = counts;
    note(rows, listId(meetingId), `${present} ${expected} ${proofOf(event)}`);
  },
  MeetingHeld(event: Event<'MeetingHeld'>, rows: FindingRows): void {
    const { meetingId, unitId, year, month, kind, on, short } = event.data;
    const period = `${year}-${String(month).padStart(2, '0')}`;
    const about = { unitId, year, period, on };
    if (short) raise(rows, findingId('MEETING_SHORT', meetingId), 'MEETING_SHORT', event, about);
    if (kind !== 'regular' && kind !== 'combined') return;
    if (noteOf(rows, reviewedId(meetingId)) === '') {
      const id = findingId('NOT_IN_MONTHLY_MEETING', meetingId);
      raise(rows, id, 'NOT_IN_MONTHLY_MEETING', event, about);
    }
    const [present, expected, proof = ''] = noteOf(rows, listId(meetingId)).split(' ');
    const percent = percentOf(event.rulePack);
    if (percent > 0 && 100 * Number(present) <= percent * Number(expected)) {
      const id = findingId('ATTENDANCE_LOW', meetingId);
      raise(rows, id, 'ATTENDANCE_LOW', event, { ...about, proofs: [proof] });
    }
  },
  ReviewMissed(event: Event<'ReviewMissed'>, rows: FindingRows): void {
    const { memberId, unitId, year, period, on } = event.data;
    const about = { unitId, memberId, year, period, on };
    raise(rows, missedId(event.data), 'NO_MONTHLY_REVIEW', event, about);
  },
  DeedRemarked(event: Remarked, rows: FindingRows): void {
    const { memberId, unitId, year, period, on, repeated } = event.data;
    clear(rows, missedId(event.data), event, dayOf(event.recordedAt));
    backfilled(event, rows);
    if (repeated === true) {
      const id = findingId('COPY_PASTE', memberId, period);
      raise(rows, id, 'COPY_PASTE', event, { unitId, memberId, year, period, on });
    }
  },
};

export const cellRuleReads = {
  MeetingHeld({ data }: Event<'MeetingHeld'>, need: Need): void {
    need.finding_note(reviewedId(data.meetingId));
    need.finding_note(listId(data.meetingId));
  },
  DeedRemarked(event: Remarked, need: Need): void {
    need.finding_line(missedId(event.data));
    if (event.data.late) need.finding_note(`backfill:${backfillId(event)}`);
  },
};
