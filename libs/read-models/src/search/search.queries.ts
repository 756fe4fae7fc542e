import type { ReadModelDb } from '../database.js';
import { nameContains } from '../name-contains.js';

export interface Found {
  readonly kind: 'unit' | 'member';
  readonly id: string;
  readonly name: string;
  /** Level of a unit; name of a member's unit. */
  readonly detail: string | null;
}

/** Finds units and members by a part of their names; diacritics and case do not matter. */
export class SearchQueries {
  constructor(private readonly db: ReadModelDb) {}

  /** At most `limit` of each kind. `unitIds` limits to these units and their members. */
  async find(
    text: string,
    { limit, unitIds }: { readonly limit: number; readonly unitIds?: readonly string[] },
  ): Promise<readonly Found[]> {
    if (text.trim() === '') return [];
    let units = this.db
      .selectFrom('unit')
      .select(['id', 'name', 'level as detail'])
      .where(nameContains('folded_name', text));
    let members = this.db
      .selectFrom('member')
      .leftJoin('unit', 'unit.id', 'member.unit_id')
      .select(['member_id as id', 'member.name as name', 'unit.name as detail'])
      .where(nameContains('member.folded_name', text));
    if (unitIds !== undefined) {
      units = units.where('id', 'in', [...unitIds, '']);
      members = members.where('unit_id', 'in', [...unitIds, '']);
    }
    const foundUnits = await units.orderBy('folded_name').orderBy('id').limit(limit).execute();
    const foundMembers = await members
      .orderBy('member.folded_name')
      .orderBy('member_id')
      .limit(limit)
      .execute();
    return [
      ...foundUnits.map((unit): Found => ({ kind: 'unit', ...unit })),
      ...foundMembers.map((found): Found => ({ kind: 'member', ...found, name: found.name ?? '' })),
    ];
  }
}
