import { keyedTable } from '#libs/projections';

/**
 * One row per running clock, with the next step to be fired. When its last step is fired the row
 * stays, without a moment, until the clock stops: what is overdue can be counted.
 */
export const timer = keyedTable({
  columns: {
    stream: 'text',
    /** Name of the clock: `endorsement`, or `task:t1` for an item. */
    clock: 'text',
    workflow: 'text',
    /** Id of the instance. */
    instance: 'text',
    /** ISO date. */
    due: 'text',
    /** Revision at which the clock was started or re-dated. */
    revision: 'integer',
    /** Days from the due date of the next step; null with `fire_at`. */
    step: 'integer?',
    /** The moment of the next step, ISO 8601; null: stopped for now, or nothing left to fire. */
    fire_at: 'text?',
  },
  key: ['stream', 'clock'],
  indexes: [['fire_at', 'stream', 'clock']],
});
