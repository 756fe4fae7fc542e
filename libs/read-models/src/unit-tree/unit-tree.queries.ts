import type { ReadModelDb } from '../database.js';
import { UnitMap } from '../unit-map.js';

/** A unit as it is today; `to` and `heirId` are null while it is open. Dates are ISO dates. */
export interface Unit {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly heirId: string | null;
}

export interface UnitOfficer {
  readonly memberId: string;
  readonly name: string | null;
  readonly office: string;
  readonly from: string;
  readonly to: string | null;
}

export interface UnitDetails extends Unit {
  /** From the top down to the unit itself. */
  readonly path: readonly Pick<Unit, 'id' | 'name' | 'level'>[];
  /** Open on the day asked for. */
  readonly children: readonly Unit[];
  readonly officers: readonly UnitOfficer[];
  readonly memberCount: number;
  /** Years with any figure. */
  readonly years: readonly number[];
}

/** The whole tree in memory. Do not keep it: ask again, it is cached until the tree changes. */
export interface UnitTree {
  readonly units: ReadonlyMap<string, Unit>;
  readonly map: UnitMap;
}

export const isOpen = (unit: Unit, date: string): boolean =>
  unit.from <= date && (unit.to === null || date < unit.to);

/** Questions about units. */
export class UnitTreeQueries {
  private cached: { readonly position: string; readonly tree: UnitTree } | undefined;

  constructor(private readonly db: ReadModelDb) {}

  async tree(): Promise<UnitTree> {
    const state = await this.db.selectFrom('unit_tree_state').select('position').executeTakeFirst();
    const position = state?.position ?? '';
    if (this.cached?.position !== position) this.cached = { position, tree: await this.load() };
    return this.cached.tree;
  }

  /** All units, in order of founding; with `on` only those open that day. */
  async all(on?: string): Promise<readonly Unit[]> {
    const units = [...(await this.tree()).units.values()];
    return on === undefined ? units : units.filter((unit) => isOpen(unit, on));
  }

  /** One unit with its surroundings on the day `today`; undefined: there is none. */
  async one(id: string, today: string): Promise<UnitDetails | undefined> {
    const { units, map } = await this.tree();
    const unit = units.get(id);
    if (unit === undefined) return undefined;
    const [officers, members, years] = await Promise.all([
      this.officers(id),
      this.db
        .selectFrom('unit_members')
        .select(({ fn }) => fn.sum<number | null>('members').as('count'))
        .where('unit_id', 'in', map.drawnAt(today).below.get(id) ?? [id])
        .executeTakeFirstOrThrow(),
      this.db
        .selectFrom('level_indicators')
        .select('period')
        .where('unit_id', '=', id)
        .orderBy('period')
        .execute(),
    ]);
    const path = pathOf(units, unit);
    const children = [...units.values()].filter(
      (other) => other.parentId === id && isOpen(other, today),
    );
    return {
      ...unit,
      path: path.map(({ id: unitId, name, level }) => ({ id: unitId, name, level })),
      children,
      officers,
      memberCount: members.count ?? 0,
      years: years.map(({ period }) => period),
    };
  }

  /** The unit and all below it on the map of a date; closed units are with their heirs. */
  async subtree(id: string, date: string): Promise<readonly string[]> {
    return (await this.tree()).map.drawnAt(date).below.get(id) ?? [];
  }

  /** The names a unit has borne, oldest first. */
  async names(id: string): Promise<readonly { readonly from: string; readonly name: string }[]> {
    return this.db
      .selectFrom('unit_name')
      .select(['from_date as from', 'name'])
      .where('unit_id', '=', id)
      .orderBy('from_date')
      .execute();
  }

  private officers(id: string): Promise<readonly UnitOfficer[]> {
    return this.db
      .selectFrom('unit_officer')
      .leftJoin('member', 'member.member_id', 'unit_officer.member_id')
      .select([
        'unit_officer.member_id as memberId',
        'member.name as name',
        'office',
        'from_date as from',
        'to_date as to',
      ])
      .where('unit_officer.unit_id', '=', id)
      .orderBy('from_date')
      .orderBy('unit_officer.member_id')
      .orderBy('office')
      .execute();
  }

  private async load(): Promise<UnitTree> {
    const rows = await this.db
      .selectFrom('unit')
      .selectAll()
      .orderBy('from_date')
      .orderBy('id')
      .execute();
    const edges = await this.db
      .selectFrom('unit_edge')
      .selectAll()
      .orderBy('unit_id')
      .orderBy('from_date')
      .execute();
    const units = rows.map((row): Unit => ({
      id: row.id,
      parentId: row.parent_id,
      level: row.level,
      name: row.name,
      from: row.from_date,
      to: row.to_date,
      heirId: row.heir_id,
    }));
    return { units: new Map(units.map((unit) => [unit.id, unit])), map: new UnitMap(rows, edges) };
  }
}

const pathOf = (units: ReadonlyMap<string, Unit>, unit: Unit): Unit[] => {
  const path = [unit];
  for (let up = unit.parentId; up !== null;) {
    const parent = units.get(up);
    if (parent === undefined || path.includes(parent)) break;
    path.unshift(parent);
    up = parent.parentId;
  }
  return path;
};
