import { keyedTable } from '#libs/projections';

export const awardLine = keyedTable({
  columns: {
    award_id: 'text',
    subject_kind: 'text',
    subject_id: 'text',
    unit_id: 'text',
    decided_at: 'text',
    track: 'text',
    form: 'text',
    occasion: 'text',
    from_year: 'integer',
    to_year: 'integer',
    contest_id: 'text?',
    state: 'text',
    level: 'text?',
    decision_no: 'text?',
    decided_on: 'text?',
    /** Year of the decision; 0 before. */
    year: 'integer',
    merits: 'integer',
    ratings: 'integer',
    ground: 'text?',
    position: 'text',
  },
  key: ['award_id'],
  indexes: [['unit_id', 'year'], ['subject_id']],
});

export const modelLine = keyedTable({
  columns: {
    model_id: 'text',
    unit_id: 'text',
    kind: 'text',
    name: 'text',
    owner_id: 'text?',
    state: 'text',
    registered_on: 'text',
    recognised_on: 'text?',
    decision_no: 'text?',
    replications: 'integer',
    position: 'text',
  },
  key: ['model_id'],
  indexes: [['unit_id']],
});

export const contestLine = keyedTable({
  columns: {
    contest_id: 'text',
    unit_id: 'text',
    year: 'integer',
    title: 'text',
    theme: 'text',
    state: 'text',
    entries: 'integer',
    prizes: 'integer',
    decision_no: 'text?',
    on_date: 'text',
    position: 'text',
  },
  key: ['contest_id'],
  indexes: [['unit_id', 'year']],
});

export const pactLine = keyedTable({
  columns: {
    unit_id: 'text',
    year: 'integer',
    state: 'text',
    partners: 'integer',
    criteria: 'integer',
    /** Criteria that measure a programme or plan. */
    linked: 'integer',
    attainable: 'integer',
    total: 'real?',
    position: 'text',
  },
  key: ['unit_id', 'year'],
});
