import { keyedTable } from '#libs/projections';

export const transferLine = keyedTable({
  columns: {
    transfer_id: 'text',
    member_id: 'text',
    from_unit_id: 'text',
    to_unit_id: 'text',
    year: 'integer',
    kind: 'text',
    state: 'text',
    requested_on: 'text',
    letter_on: 'text?',
    present_by: 'text?',
    received_on: 'text?',
    late: 'integer',
    /** Limits that passed, and how many of them were explained. */
    overdue: 'integer',
    explained: 'integer',
    position: 'text',
  },
  key: ['transfer_id'],
  indexes: [
    ['from_unit_id', 'year'],
    ['to_unit_id', 'year'],
  ],
});

export const inspectionLine = keyedTable({
  columns: {
    inspection_id: 'text',
    unit_id: 'text',
    year: 'integer',
    kind: 'text',
    state: 'text',
    decision_no: 'text?',
    from_date: 'text?',
    expires: 'text?',
    units: 'integer',
    members: 'integer',
    findings: 'integer',
    concluded_on: 'text?',
    position: 'text',
  },
  key: ['inspection_id'],
  indexes: [['unit_id', 'year']],
});
