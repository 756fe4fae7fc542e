import { keyedTable } from '#libs/projections';

/** One member's review of one month or quarter. */
export const reviewLine = keyedTable({
  columns: {
    member_id: 'text',
    period: 'text',
    unit_id: 'text',
    year: 'integer',
    period_end: 'text',
    /** due, self_reported, remarked, acknowledged, disputed, resolved, missed */
    state: 'text',
    due: 'text?',
    late: 'integer',
    late_days: 'integer',
    merit: 'text?',
    has_direction: 'integer',
    repeated: 'integer',
    stream: 'text',
    position: 'text',
  },
  key: ['member_id', 'period'],
  indexes: [['unit_id', 'year']],
});

export const meetingLine = keyedTable({
  columns: {
    meeting_id: 'text',
    unit_id: 'text',
    year: 'integer',
    month: 'integer',
    kind: 'text',
    study_round: 'text?',
    theme: 'text?',
    on_date: 'text',
    starts_at: 'text',
    state: 'text',
    expected: 'integer',
    present: 'integer',
    minutes: 'integer?',
    short: 'integer',
    points: 'integer?',
    level: 'text?',
    issues: 'integer',
    /** Whether the registered content was gone through. */
    content_reviewed: 'integer',
    position: 'text',
  },
  key: ['meeting_id'],
  indexes: [['unit_id', 'year']],
});

/** Whatever somebody owes by a day: remedies, issues of meetings, follow-ups, tasks. */
export const obligationLine = keyedTable({
  columns: {
    id: 'text',
    item_id: 'text',
    /** remedy, issue, follow_up, steering_task */
    kind: 'text',
    stream: 'text',
    unit_id: 'text',
    year: 'integer',
    owner_id: 'text',
    due: 'text',
    /** open, reported, done */
    status: 'text',
    late: 'integer',
    basis: 'text?',
    position: 'text',
  },
  key: ['id'],
  indexes: [['unit_id', 'status'], ['owner_id']],
});
