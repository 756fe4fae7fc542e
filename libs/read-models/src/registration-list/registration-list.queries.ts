import type { ReadModelDb } from '../database.js';
import { nameContains } from '../name-contains.js';

/** Pages are numbered from 1. */
export interface Paging {
  readonly page: number;
  readonly size: number;
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** Number of the next page; null: this was the last. */
  readonly next: number | null;
}

/** A registration in a list. Times are ISO times; `memberName` is null once erased. */
export interface RegistrationItem {
  readonly memberId: string;
  readonly memberName: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly year: number;
  readonly state: string;
  readonly deeds: number;
  readonly late: boolean;
  readonly leader: boolean;
  readonly submittedAt: string | null;
  readonly endorsedAt: string | null;
  readonly position: string;
}

export interface MemberItem {
  readonly memberId: string;
  readonly name: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly status: string;
  readonly exempt: boolean;
  readonly leader: boolean;
}

export interface MemberDetails extends MemberItem {
  readonly countedUnitId: string | null;
  readonly endedOn: string | null;
  readonly offices: readonly {
    readonly unitId: string;
    readonly unitName: string | null;
    readonly office: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  /** Years with a registration, oldest first. */
  readonly years: readonly number[];
}

const paged = <Item>(
  items: readonly Item[],
  total: number,
  { page, size }: Paging,
): Paged<Item> => ({
  items,
  total,
  next: page * size < total ? page + 1 : null,
});

/** Questions about registrations and members. `unitIds` name the subtree; see UnitTreeQueries. */
export class RegistrationListQueries {
  constructor(private readonly db: ReadModelDb) {}

  async registrations(
    filter: {
      readonly unitIds: readonly string[];
      readonly year: number;
      readonly state?: string | undefined;
      /** Only those of holders of leading posts. */
      readonly leadersOnly?: boolean | undefined;
    },
    paging: Paging,
  ): Promise<Paged<RegistrationItem>> {
    let rows = this.db
      .selectFrom('registration')
      .where('registration.unit_id', 'in', [...filter.unitIds, ''])
      .where('year', '=', filter.year);
    if (filter.state !== undefined) rows = rows.where('state', '=', filter.state);
    if (filter.leadersOnly === true) rows = rows.where('registration.leader', '=', 1);
    const { total } = await rows
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const items = await rows
      .leftJoin('member', 'member.member_id', 'registration.member_id')
      .leftJoin('unit', 'unit.id', 'registration.unit_id')
      .select([
        'registration.member_id as memberId',
        'member.name as memberName',
        'registration.unit_id as unitId',
        'unit.name as unitName',
        'year',
        'state',
        'deeds',
        'late',
        'registration.leader as leader',
        'submitted_at as submittedAt',
        'endorsed_at as endorsedAt',
        'registration.position as position',
      ])
      .orderBy('registration.unit_id')
      .orderBy('registration.member_id')
      .limit(paging.size)
      .offset((paging.page - 1) * paging.size)
      .execute();
    return paged(
      items.map((item) => ({ ...item, late: item.late === 1, leader: item.leader === 1 })),
      total,
      paging,
    );
  }

  /** Members of units who have not left; `search` looks at names, diacritics aside. */
  async members(
    filter: { readonly unitIds: readonly string[]; readonly search?: string | undefined },
    paging: Paging,
  ): Promise<Paged<MemberItem>> {
    let rows = this.db
      .selectFrom('member')
      .where('unit_id', 'in', [...filter.unitIds, ''])
      .where('ended_on', 'is', null);
    if (filter.search) rows = rows.where(nameContains('member.folded_name', filter.search));
    const { total } = await rows
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const items = await rows
      .leftJoin('unit', 'unit.id', 'member.unit_id')
      .select(MEMBER_COLUMNS)
      .orderBy('unit_id')
      .orderBy('member_id')
      .limit(paging.size)
      .offset((paging.page - 1) * paging.size)
      .execute();
    return paged(items.map(memberItem), total, paging);
  }

  async member(memberId: string): Promise<MemberDetails | undefined> {
    const row = await this.db
      .selectFrom('member')
      .leftJoin('unit', 'unit.id', 'member.unit_id')
      .select([...MEMBER_COLUMNS, 'counted_unit_id as countedUnitId', 'ended_on as endedOn'])
      .where('member_id', '=', memberId)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const offices = await this.db
      .selectFrom('member_office')
      .leftJoin('unit', 'unit.id', 'member_office.unit_id')
      .select([
        'member_office.unit_id as unitId',
        'unit.name as unitName',
        'office',
        'member_office.from_date as from',
        'member_office.to_date as to',
      ])
      .where('member_id', '=', memberId)
      .orderBy('member_office.from_date')
      .orderBy('member_office.unit_id')
      .orderBy('office')
      .execute();
    const years = await this.db
      .selectFrom('registration')
      .select('year')
      .where('member_id', '=', memberId)
      .orderBy('year')
      .execute();
    const { countedUnitId, endedOn } = row;
    return {
      ...memberItem(row),
      countedUnitId,
      endedOn,
      offices,
      years: years.map(({ year }) => year),
    };
  }

  /** Names of members, for lists that hold only ids; erased ones are null. */
  async names(memberIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.db
      .selectFrom('member')
      .select(['member_id', 'name'])
      .where('member_id', 'in', [...memberIds, ''])
      .execute();
    return new Map(rows.map(({ member_id, name }) => [member_id, name]));
  }
}

const MEMBER_COLUMNS = [
  'member_id as memberId',
  'member.name as name',
  'unit_id as unitId',
  'unit.name as unitName',
  'status',
  'exempt',
  'leader',
] as const;

const memberItem = (row: {
  readonly memberId: string;
  readonly name: string | null;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly status: string;
  readonly exempt: number;
  readonly leader: number;
}): MemberItem => ({
  memberId: row.memberId,
  name: row.name,
  unitId: row.unitId,
  unitName: row.unitName,
  status: row.status,
  exempt: row.exempt === 1,
  leader: row.leader === 1,
});
