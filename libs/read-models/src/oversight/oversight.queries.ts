import type { ReadModelDb } from '../database.js';

/** Questions about transfers and inspections. `unitIds` name the subtree. */
export class OversightQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** Transfers out of or into units, of a year; of one member when named. */
  async transfers(of: {
    readonly unitIds?: readonly string[];
    readonly memberId?: string;
    readonly year?: number;
    readonly limit: number;
  }) {
    let query = this.db
      .selectFrom('transfer_line')
      .leftJoin('member', 'member.member_id', 'transfer_line.member_id')
      .select([
        'transfer_id as transferId',
        'transfer_line.member_id as memberId',
        'member.name as memberName',
        'from_unit_id as fromUnitId',
        'to_unit_id as toUnitId',
        'year',
        'kind',
        'state',
        'requested_on as requestedOn',
        'letter_on as letterOn',
        'present_by as presentBy',
        'received_on as receivedOn',
        'late',
        'overdue',
        'explained',
      ]);
    if (of.unitIds !== undefined) {
      const ids = [...of.unitIds, ''];
      query = query.where((eb) =>
        eb.or([eb('from_unit_id', 'in', ids), eb('to_unit_id', 'in', ids)]),
      );
    }
    if (of.memberId !== undefined) query = query.where('transfer_line.member_id', '=', of.memberId);
    if (of.year !== undefined) query = query.where('year', '=', of.year);
    const rows = await query
      .orderBy('requested_on', 'desc')
      .orderBy('transfer_id')
      .limit(of.limit)
      .execute();
    return rows.map((row) => ({ ...row, late: row.late === 1 }));
  }

  /** Inspections by commissions of units, of a year. */
  async inspections(of: {
    readonly unitIds: readonly string[];
    readonly year?: number;
    readonly limit: number;
  }) {
    let query = this.db
      .selectFrom('inspection_line')
      .leftJoin('unit', 'unit.id', 'inspection_line.unit_id')
      .select([
        'inspection_id as inspectionId',
        'unit_id as unitId',
        'unit.name as unitName',
        'year',
        'kind',
        'state',
        'decision_no as decisionNo',
        'inspection_line.from_date as from',
        'expires',
        'units',
        'members',
        'findings',
        'concluded_on as concludedOn',
      ])
      .where('unit_id', 'in', [...of.unitIds, '']);
    if (of.year !== undefined) query = query.where('year', '=', of.year);
    return query.orderBy('year', 'desc').orderBy('inspection_id').limit(of.limit).execute();
  }
}
