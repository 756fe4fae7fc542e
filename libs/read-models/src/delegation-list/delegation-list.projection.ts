import { defineProjection, type RowOf, type RowsOf } from '#libs/projections';
import type { DelegationFacts } from '#libs/workflows';
import { delegationGiver, delegationGrant } from './delegation-list.table.js';

const tables = { delegation_grant: delegationGrant, delegation_giver: delegationGiver } as const;

interface Ended {
  readonly data: { readonly memberId: string; readonly id: string; readonly on: string };
}

const readGrant = (
  { data }: Pick<Ended, 'data'>,
  need: { delegation_grant(giverId: string, id: string): void },
): void => need.delegation_grant(data.memberId, data.id);

const end = ({ data }: Ended, rows: RowsOf<typeof tables>): void => {
  const row = rows.delegation_grant.get(data.memberId, data.id);
  if (row !== undefined) rows.delegation_grant.change(row, { ended_on: data.on });
};

type Row = RowOf<typeof delegationGrant>;

const DEFAULTS: Pick<Row, 'workflows' | 'of_giver_id' | 'of_id' | 'reason' | 'ended_on'> = {
  workflows: null,
  of_giver_id: null,
  of_id: null,
  reason: null,
  ended_on: null,
};

/** Who has given whom which right, and who replaces whom. */
export const delegationList = defineProjection<DelegationFacts>()({
  name: 'delegation_list',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  reads: { DelegationRevoked: readGrant, SubstituteEnded: readGrant },
  on: {
    DelegationGranted({ data }, rows) {
      rows.delegation_grant.put({
        ...DEFAULTS,
        giver_id: data.memberId,
        id: data.id,
        kind: 'delegation',
        to_id: data.toId,
        unit_id: data.unitId,
        office: data.office ?? null,
        workflows: data.workflows === undefined ? null : JSON.stringify(data.workflows),
        from_date: data.from,
        until_date: data.until,
        may_pass_on: Number(data.mayPassOn),
        of_giver_id: data.of?.fromId ?? null,
        of_id: data.of?.id ?? null,
      });
    },
    DelegationRevoked: end,
    SubstituteAppointed({ data }, rows) {
      rows.delegation_grant.put({
        ...DEFAULTS,
        giver_id: data.memberId,
        id: data.id,
        kind: 'substitution',
        to_id: data.toId,
        unit_id: data.unitId,
        office: data.office,
        from_date: data.from,
        until_date: data.until,
        may_pass_on: 0,
        reason: data.reason,
      });
    },
    SubstituteEnded: end,
    DelegationsClosed({ data }, rows) {
      rows.delegation_giver.put({ giver_id: data.memberId, closed_on: data.on });
    },
  },
});
