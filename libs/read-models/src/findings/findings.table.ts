import { keyedTable } from '#libs/projections';

/**
 * What a rule finds, with the events that prove it. `events` lists `stream@revision` separated by
 * blanks; `cleared_on` is the day on which the fault was mended, if it can be.
 */
export const findingLine = keyedTable({
  columns: {
    id: 'text',
    rule_id: 'text',
    unit_id: 'text',
    member_id: 'text?',
    year: 'integer',
    period: 'text?',
    events: 'text',
    raised_on: 'text',
    cleared_on: 'text?',
    /** `rule`: computed; `inspection`: raised by an inspection. */
    source: 'text',
    position: 'text',
  },
  key: ['id'],
  indexes: [['unit_id', 'year'], ['member_id']],
});

/** What a rule must remember of earlier events: a text, by key. */
export const findingNote = keyedTable({
  columns: { id: 'text', note: 'text' },
  key: ['id'],
});

/** Years in which a member owes a registration in a unit; open ended while `until_year` is null. */
export const obligedSpan = keyedTable({
  columns: {
    member_id: 'text',
    from_year: 'integer',
    unit_id: 'text',
    until_year: 'integer?',
    event: 'text',
  },
  key: ['member_id'],
  indexes: [['unit_id']],
});

/** Year plans that were issued; a unit that owes one and is not here has none. */
export const planLine = keyedTable({
  columns: { unit_id: 'text', year: 'integer', issued_on: 'text', event: 'text' },
  key: ['unit_id', 'year'],
});
