import { counterTable, keyedTable } from '#libs/projections';

/** One row per member and year. Times are the claimed business time, ISO; flags are 0 or 1. */
export const registration = keyedTable({
  columns: {
    member_id: 'text',
    year: 'integer',
    /** Where the member was when it was last handed in or acted on. */
    unit_id: 'text?',
    state: 'text',
    deeds: 'integer',
    specific_deeds: 'integer',
    late: 'integer',
    leader: 'integer',
    personal_plan: 'integer',
    submitted_at: 'text?',
    returned_at: 'text?',
    endorsed_at: 'text?',
    published_at: 'text?',
    /** The last fact about it. */
    position: 'text',
  },
  key: ['member_id', 'year'],
  indexes: [['unit_id', 'year']],
});

/** One row per member, as known today. */
export const member = keyedTable({
  columns: {
    member_id: 'text',
    /** Null once the person's data are erased. */
    name: 'text?',
    /** The name without diacritics and case, for searching. */
    folded_name: 'text?',
    unit_id: 'text',
    status: 'text',
    exempt: 'integer',
    leader: 'integer',
    /** Where the member counts as obliged; null: nowhere. */
    counted_unit_id: 'text?',
    ended_on: 'text?',
  },
  key: ['member_id'],
  indexes: [['unit_id']],
});

/** Who holds which office now, as the member's own record knows it. */
export const memberOffice = keyedTable({
  columns: {
    member_id: 'text',
    unit_id: 'text',
    office: 'text',
    from_date: 'text',
    to_date: 'text?',
  },
  key: ['member_id', 'unit_id', 'office'],
});

/** How many members a unit has now, itself alone. */
export const unitMembers = counterTable({
  columns: { unit_id: 'text', members: 'integer' },
  key: ['unit_id'],
});
