import { sql } from 'kysely';
import type { ReadModelDb } from '../database.js';
import { type Drawing, UnitMap } from '../unit-map.js';
import {
  FLOWS,
  type Indicator,
  INDICATORS,
  isStock,
  type Measure,
  MEASURES,
  STOCKS,
} from './level-indicators.table.js';

/** `then`: the tree as it stood for the figures of that year; or the tree of an ISO date. */
export type MapChoice = 'then' | { readonly date: string };

/** A quotient with both its parts; `value` is null when the denominator is 0. */
export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}
export type Figures = Readonly<Record<Indicator, Figure>>;

export interface BehindFigure {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly memberId: string | null;
  readonly unitId: string;
  readonly period: number;
  /** What it adds to the figure. */
  readonly contribution: number;
}

/** Ids in one `in (…)` at most: SQLite takes 32,766 values. */
const IDS_AT_ONCE = 10_000;
/** Rows looked at in one go where the log is searched for a subtree's; fewer if more are hits. */
const SEARCHED_AT_ONCE = 1_000;

type Sums = Record<Measure, number>;
type FigureTable = 'level_indicators' | 'own_indicators';

const nothing = (): Sums => Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Sums;

const figuresOf = (sums: Sums): Figures =>
  Object.fromEntries(
    Object.entries(INDICATORS).map(([indicator, part]): [string, Figure] => {
      const numerator = sums[part.numerator];
      const denominator = sums[part.denominator];
      const value = denominator === 0 ? null : numerator / denominator;
      return [indicator, { numerator, denominator, value }];
    }),
  ) as Figures;

/** Questions about figures. Years are calendar years. */
export class LevelIndicatorQueries {
  private cached: { readonly position: string; readonly map: UnitMap } | undefined;

  constructor(private readonly db: ReadModelDb) {}

  /** All indicators of a unit in a year. */
  async indicators(unitId: string, period: number, map: MapChoice): Promise<Figures> {
    return (await this.ofUnits([unitId], period, map)).get(unitId)!;
  }

  /** The same for each year from `from` to `to`. */
  async trend(
    unitId: string,
    from: number,
    to: number,
    map: MapChoice,
  ): Promise<readonly { readonly period: number; readonly indicators: Figures }[]> {
    const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    const trend = [];
    for (const period of years)
      trend.push({ period, indicators: await this.indicators(unitId, period, map) });
    return trend;
  }

  /**
   * The units directly below on that map, with their indicators, in order of founding. On the map
   * `then` a unit is left out from the year on in which its closing holds.
   */
  async children(
    unitId: string,
    period: number,
    map: MapChoice,
  ): Promise<readonly { readonly unitId: string; readonly indicators: Figures }[]> {
    const units = await this.unitMap();
    const children =
      map === 'then'
        ? units.openBelow(unitId, period)
        : (units.drawnAt(map.date).children.get(unitId) ?? []);
    const figures = await this.ofUnits(children, period, map);
    return children.map((id) => ({ unitId: id, indicators: figures.get(id)! }));
  }

  /**
   * The events whose contributions add up to one side of a figure (map `then`), at most `limit`,
   * after a cursor; in order of year and log.
   */
  async behind(query: {
    readonly unitId: string;
    readonly period: number;
    readonly indicator: Indicator;
    readonly side: 'numerator' | 'denominator';
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<{ readonly items: readonly BehindFigure[]; readonly next: string | null }> {
    const { unitId, period, indicator, side, limit } = query;
    const measure = INDICATORS[indicator][side];
    const units = await this.unitMap();
    const wanted = new Set(unitsBehind(units, unitId, period, measure));
    // Unit by unit costs as much as the subtree holds, along the log as much as lies between two of
    // its rows: they meet where the subtree is the square root of the whole.
    const isFew = wanted.size ** 2 <= units.size;
    const likely = limit + Math.ceil((limit * units.size) / Math.max(wanted.size, 1));
    const pageSize = isFew ? limit + 1 : Math.min(likely, SEARCHED_AT_ONCE);
    const items: BehindFigure[] = [];
    let cursor = cursorOf(query.after);
    for (;;) {
      const only = isFew ? wanted : undefined;
      const rows = await this.contributions(measure, period, only, cursor, pageSize);
      for (const row of rows) {
        if (!wanted.has(row.unitId)) continue;
        if (items.length === limit) return { items, next: cursorText(items.at(-1)!) };
        items.push(row);
      }
      if (rows.length < pageSize) return { items, next: null };
      cursor = rows.at(-1)!;
    }
  }

  private async contributions(
    measure: Measure,
    period: number,
    units: ReadonlySet<string> | undefined,
    after: { readonly period: number; readonly position: string; readonly unitId: string },
    limit: number,
  ): Promise<readonly BehindFigure[]> {
    let query = this.db
      .selectFrom('indicator_event')
      .select([
        'position',
        'stream',
        'revision',
        'type',
        'member_id as memberId',
        'unit_id as unitId',
        'period',
        `${measure} as contribution`,
      ])
      .where(measure, '!=', 0)
      .where('period', isStock(measure) ? '<=' : '=', period)
      .where('period', '>=', after.period)
      .where((eb) =>
        eb(
          eb.refTuple('period', 'position', 'unit_id'),
          '>',
          eb.tuple(after.period, after.position, after.unitId),
        ),
      )
      // The sign keeps SQLite from walking the whole year in order to spare a sort of a few rows.
      .orderBy(units === undefined ? 'period' : sql`+period`)
      .orderBy('position')
      .orderBy('unit_id')
      .limit(limit);
    if (units !== undefined) query = query.where('unit_id', 'in', [...units, '']);
    return query.execute();
  }

  private async ofUnits(
    unitIds: readonly string[],
    period: number,
    map: MapChoice,
  ): Promise<ReadonlyMap<string, Figures>> {
    if (map === 'then') {
      const sums = await this.sums('level_indicators', unitIds, period);
      return new Map(unitIds.map((id) => [id, figuresOf(sums.get(id) ?? nothing())]));
    }
    const units = await this.unitMap();
    const then = units.drawnIn(period);
    const drawn = units.drawnAt(map.date);
    const parts = new Map(unitIds.map((id) => [id, partsOf(id, then, drawn)]));
    const all = [...parts.values()];
    const totals = await this.sums(
      'level_indicators',
      all.flatMap(({ total }) => total),
      period,
    );
    const owns = await this.sums(
      'own_indicators',
      all.flatMap(({ own }) => own),
      period,
    );
    const figures = new Map<string, Figures>();
    for (const [id, { total, own }] of parts) {
      const sum = nothing();
      for (const part of [...total.map((x) => totals.get(x)), ...own.map((x) => owns.get(x))])
        if (part !== undefined) for (const measure of MEASURES) sum[measure] += part[measure];
      figures.set(id, figuresOf(sum));
    }
    return figures;
  }

  /** Flows of the year and stocks standing in it, per unit. */
  private async sums(
    table: FigureTable,
    unitIds: readonly string[],
    period: number,
  ): Promise<ReadonlyMap<string, Sums>> {
    const sums = new Map<string, Sums>();
    for (let from = 0; from < unitIds.length; from += IDS_AT_ONCE) {
      const rows = await this.db
        .selectFrom(table)
        .selectAll()
        .where('unit_id', 'in', unitIds.slice(from, from + IDS_AT_ONCE))
        .where('period', '<=', period)
        .execute();
      for (const row of rows) {
        const sum = sums.get(row.unit_id) ?? nothing();
        for (const stock of STOCKS) sum[stock] += row[stock];
        if (row.period === period) for (const flow of FLOWS) sum[flow] += row[flow];
        sums.set(row.unit_id, sum);
      }
    }
    return sums;
  }

  private async unitMap(): Promise<UnitMap> {
    const state = await this.db
      .selectFrom('figure_map_state')
      .select('position')
      .executeTakeFirst();
    const position = state?.position ?? '';
    if (this.cached?.position !== position) {
      const units = await this.db
        .selectFrom('figure_unit')
        .selectAll()
        .orderBy('from_date')
        .orderBy('id')
        .execute();
      const edges = await this.db.selectFrom('figure_edge').selectAll().execute();
      this.cached = { position, map: new UnitMap(units, edges) };
    }
    return this.cached.map;
  }
}

/** What a unit's figures on another map are the sum of. */
interface Parts {
  readonly total: readonly string[];
  readonly own: readonly string[];
}

const sameUnits = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/**
 * Where the same units stand below on both maps, the sums of the one are those of the other; only
 * where they differ must the own figures be summed. A change of the map touches few branches, so
 * this stays cheap for a province.
 */
function partsOf(unitId: string, then: Drawing, drawn: Drawing): Parts {
  const total: string[] = [];
  const own: string[] = [];
  const open = [unitId];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    if (sameUnits(then.below.get(id), drawn.below.get(id))) total.push(id);
    else {
      own.push(...(drawn.own.get(id) ?? []));
      open.push(...(drawn.children.get(id) ?? []));
    }
  return { total, own };
}

/** Whose facts count in this unit's figure of a year: heirs answer for people, not for plans. */
function unitsBehind(map: UnitMap, unitId: string, year: number, measure: Measure): string[] {
  const ofPeople = measure !== 'plans_on_time' && measure !== 'plans_owed';
  const below = new Set(map.drawnIn(year).below.get(unitId) ?? [unitId]);
  return [...map.ids()].filter((id) => below.has(ofPeople ? map.landingIn(id, year) : id));
}

const cursorText = ({ period, position, unitId }: BehindFigure): string =>
  `${period}~${position}~${unitId}`;

const cursorOf = (
  text: string | undefined,
): { readonly period: number; readonly position: string; readonly unitId: string } => {
  const [period = '0', position = '', unitId = ''] = text?.split('~') ?? [];
  return { period: Number(period) || 0, position, unitId };
};
