import { keyedTable } from '#libs/projections';

/** Sorts after every date: nothing has to be done by then. */
export const NO_DUE = '9999-12-31';

/** One row per instance that waits for somebody. */
export const inboxItem = keyedTable({
  columns: {
    workflow: 'text',
    id: 'text',
    state: 'text',
    member_id: 'text?',
    unit_id: 'text?',
    /** The earliest date by which something must be done; `NO_DUE`: none. */
    due: 'text',
    /** The running clocks by name, with their dates, as JSON. */
    clocks: 'text?',
  },
  key: ['workflow', 'id'],
  indexes: [
    ['member_id', 'due'],
    ['unit_id', 'due'],
    ['due', 'workflow', 'id'],
  ],
});

/** Whom and which units else an instance names in fields that its policies look at. */
export const inboxParty = keyedTable({
  columns: { workflow: 'text', id: 'text', field: 'text', value: 'text' },
  key: ['workflow', 'id', 'field'],
  indexes: [['value', 'field']],
});
