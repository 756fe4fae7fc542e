import { logTable } from '#libs/projections';

/**
 * Where the facts about a person are: one narrow row per fact, in log order. The facts themselves,
 * with both their times, are read from the log by stream and revision.
 */
export const memberHistory = logTable({
  columns: {
    member_id: 'text',
    position: 'text',
    /** `subject`: the fact is about the person; `officer`: a unit's record of an office. */
    role: 'text',
    stream: 'text',
    revision: 'integer',
  },
  indexes: [['member_id']],
});
