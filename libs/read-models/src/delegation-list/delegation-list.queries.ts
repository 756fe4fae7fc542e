import type { ReadModelDb } from '../database.js';

/** A delegation or substitution. Dates are ISO dates; names are null once erased. */
export interface Delegation {
  readonly giverId: string;
  readonly giverName: string | null;
  readonly id: string;
  readonly kind: string;
  readonly toId: string;
  readonly toName: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly office: string | null;
  /** Null: all. */
  readonly workflows: readonly string[] | null;
  readonly from: string;
  readonly until: string;
  readonly mayPassOn: boolean;
  readonly of: { readonly fromId: string; readonly id: string } | null;
  readonly reason: string | null;
  /** First day on which it is no longer valid, once revoked or ended. */
  readonly endedOn: string | null;
}

/** Whether it is valid on a day. */
export const runsOn = ({ from, until, endedOn }: Delegation, day: string): boolean =>
  from <= day && day <= until && (endedOn === null || day < endedOn);

/** Questions about rights given and received. */
export class DelegationListQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** What a person has given, newest first. */
  given(memberId: string): Promise<readonly Delegation[]> {
    return this.#find('delegation_grant.giver_id', memberId);
  }

  /** What a person has received, newest first. */
  received(memberId: string): Promise<readonly Delegation[]> {
    return this.#find('delegation_grant.to_id', memberId);
  }

  /** One delegation, or undefined. */
  async one(giverId: string, id: string): Promise<Delegation | undefined> {
    return (await this.given(giverId)).find((grant) => grant.id === id);
  }

  async #find(
    column: 'delegation_grant.giver_id' | 'delegation_grant.to_id',
    memberId: string,
  ): Promise<readonly Delegation[]> {
    const rows = await this.db
      .selectFrom('delegation_grant')
      .leftJoin('delegation_giver', 'delegation_giver.giver_id', 'delegation_grant.giver_id')
      .leftJoin('member as giver', 'giver.member_id', 'delegation_grant.giver_id')
      .leftJoin('member as receiver', 'receiver.member_id', 'delegation_grant.to_id')
      .leftJoin('unit', 'unit.id', 'delegation_grant.unit_id')
      .selectAll('delegation_grant')
      .select([
        'closed_on as closedOn',
        'giver.name as giverName',
        'receiver.name as toName',
        'unit.name as unitName',
      ])
      .where(column, '=', memberId)
      .orderBy('delegation_grant.from_date', 'desc')
      .orderBy('delegation_grant.giver_id')
      .orderBy('delegation_grant.id')
      .execute();
    return rows.map((row): Delegation => ({
      giverId: row.giver_id,
      giverName: row.giverName,
      id: row.id,
      kind: row.kind,
      toId: row.to_id,
      toName: row.toName,
      unitId: row.unit_id,
      unitName: row.unitName,
      office: row.office,
      workflows: row.workflows === null ? null : (JSON.parse(row.workflows) as string[]),
      from: row.from_date,
      until: row.until_date,
      mayPassOn: row.may_pass_on === 1,
      of:
        row.of_giver_id === null || row.of_id === null
          ? null
          : { fromId: row.of_giver_id, id: row.of_id },
      reason: row.reason,
      endedOn: [row.ended_on, row.closedOn].filter((day) => day !== null).sort()[0] ?? null,
    }));
  }
}
