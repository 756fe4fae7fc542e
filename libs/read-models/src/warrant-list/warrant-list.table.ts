import { keyedTable, logTable } from '#libs/projections';

/** Who has ever been on an inspection's team: where to look for a person's warrants. */
export const warrantHolder = keyedTable({
  columns: { person_id: 'text', inspection_id: 'text' },
  key: ['person_id', 'inspection_id'],
});

/** Units that warrants not yet ended name: where to look for warrants that cover a unit. */
export const warrantUnit = keyedTable({
  columns: { inspection_id: 'text', unit_id: 'text', expires: 'text' },
  key: ['inspection_id', 'unit_id'],
});

/** Units of each inspection, to be found again when its warrant is extended or ends. */
export const warrantScope = keyedTable({
  columns: {
    inspection_id: 'text',
    /** JSON. */
    unit_ids: 'text',
    decision_no: 'text',
    by_unit_id: 'text',
  },
  key: ['inspection_id'],
});

/** Readings of records under a warrant. Instants are ISO 8601, days ISO dates. */
export const recordView = logTable({
  columns: {
    subject_id: 'text',
    at: 'text',
    viewer_id: 'text',
    endpoint: 'text',
    basis: 'text',
    inspection_id: 'text?',
    /** Day from which the subject sees it. */
    shown_from: 'text',
    position: 'text',
  },
  indexes: [['subject_id', 'shown_from']],
});
