import { keyedTable } from '#libs/projections';

/** How one subject's rating of a year stands. Tallies are not here: few may read them. */
export const ratingLine = keyedTable({
  columns: {
    subject_id: 'text',
    year: 'integer',
    subject_kind: 'text',
    unit_id: 'text',
    list_id: 'text',
    state: 'text',
    self_rating: 'text?',
    proposed: 'text?',
    appraised: 'text?',
    decided: 'text?',
    score: 'real?',
    /** Periodic reviews that the proposal cites, and how many were due. */
    reviews: 'integer?',
    reviews_due: 'integer?',
    unremedied: 'integer?',
    decision_no: 'text?',
    decided_on: 'text?',
    changed: 'integer',
    reason: 'text?',
    position: 'text',
  },
  key: ['subject_id', 'year'],
  indexes: [['list_id'], ['unit_id', 'year']],
});

/** The list of a deciding body, with the cap as last judged. */
export const capLine = keyedTable({
  columns: {
    unit_id: 'text',
    year: 'integer',
    decision_no: 'text?',
    decided_on: 'text?',
    percent: 'real?',
    denominator: 'text?',
    base: 'integer?',
    allowed: 'integer?',
    excellent: 'integer?',
    exception_no: 'text?',
    position: 'text',
  },
  key: ['unit_id', 'year'],
});

export const sessionLine = keyedTable({
  columns: {
    unit_id: 'text',
    year: 'integer',
    round: 'integer',
    state: 'text',
    on_date: 'text',
    subjects: 'integer',
    present: 'integer',
    electorate: 'integer',
    criticisms: 'integer',
    replied: 'integer?',
    days: 'integer?',
    short: 'integer',
    shortcomings: 'integer',
    remedies: 'integer',
    position: 'text',
  },
  key: ['unit_id', 'year'],
});
