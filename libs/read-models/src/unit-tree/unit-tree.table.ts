import { keyedTable, residentTable } from '#libs/projections';

/** One row per unit, as it is today. Dates are ISO dates; `to_date` null while it is open. */
export const unit = residentTable({
  columns: {
    id: 'text',
    level: 'text',
    name: 'text',
    /** The name without diacritics and case, for searching. */
    folded_name: 'text',
    parent_id: 'text?',
    from_date: 'text',
    to_date: 'text?',
    heir_id: 'text?',
  },
  key: ['id'],
  indexes: [['parent_id']],
});

/** From `from_date` on the unit stood under this parent, until the next row of the unit. */
export const unitEdge = keyedTable({
  columns: { unit_id: 'text', from_date: 'text', parent_id: 'text?' },
  key: ['unit_id', 'from_date'],
});

/** From `from_date` on the unit bore this name, until the next row of the unit. */
export const unitName = keyedTable({
  columns: { unit_id: 'text', from_date: 'text', name: 'text' },
  key: ['unit_id', 'from_date'],
});

/** Who held which office when; `to_date` null while held. */
export const unitOfficer = keyedTable({
  columns: {
    unit_id: 'text',
    /** Member and office as one: `m-4/secretary`. */
    holding: 'text',
    from_date: 'text',
    member_id: 'text',
    office: 'text',
    to_date: 'text?',
  },
  key: ['unit_id', 'holding', 'from_date'],
  indexes: [['member_id']],
});

/** The terms that are running, so that an end finds its beginning. */
export const unitOfficerNow = keyedTable({
  columns: { unit_id: 'text', holding: 'text', from_date: 'text' },
  key: ['unit_id', 'holding'],
});

/** One row: the position of the last change of the tree, so that a cached tree knows its age. */
export const unitTreeState = residentTable({
  columns: { id: 'integer', position: 'text' },
  key: ['id'],
});
