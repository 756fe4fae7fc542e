import { keyedTable } from '#libs/projections';

/** One row per delegation or substitution. Dates are ISO dates. */
export const delegationGrant = keyedTable({
  columns: {
    giver_id: 'text',
    id: 'text',
    kind: 'text',
    to_id: 'text',
    unit_id: 'text',
    office: 'text?',
    /** Names of workflows as JSON; null: all. */
    workflows: 'text?',
    from_date: 'text',
    until_date: 'text',
    may_pass_on: 'integer',
    /** The delegation received that is passed on. */
    of_giver_id: 'text?',
    of_id: 'text?',
    /** Why somebody is replaced. */
    reason: 'text?',
    /** First day on which it is no longer valid, once revoked. */
    ended_on: 'text?',
  },
  key: ['giver_id', 'id'],
  indexes: [['to_id']],
});

/** Givers all of whose delegations have ended. */
export const delegationGiver = keyedTable({
  columns: { giver_id: 'text', closed_on: 'text' },
  key: ['giver_id'],
});
