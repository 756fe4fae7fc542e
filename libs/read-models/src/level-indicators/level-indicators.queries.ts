import type { ReadModelDb } from '../database.js';
import { addSums, type Figures, figuresOf, noSums } from '../figure-indicators.js';
import { figureSums } from '../figure-sums.js';
import { type Drawing, UnitMap } from '../unit-map.js';
import { behindFigure, type BehindPage, type BehindQuery } from './behind-figure.js';

/** `then`: the tree as it stood for the figures of that year; or the tree of an ISO date. */
export type MapChoice = 'then' | { readonly date: string };

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

  /** The events whose contributions add up to one side of a figure; see `behindFigure`. */
  async behind(query: BehindQuery): Promise<BehindPage> {
    return behindFigure(this.db, await this.unitMap(), query);
  }

  private async ofUnits(
    unitIds: readonly string[],
    period: number,
    map: MapChoice,
  ): Promise<ReadonlyMap<string, Figures>> {
    if (map === 'then') {
      const sums = await figureSums(this.db, 'total', unitIds, period);
      return new Map(unitIds.map((id) => [id, figuresOf(sums.get(id) ?? noSums())]));
    }
    const units = await this.unitMap();
    const then = units.drawnIn(period);
    const drawn = units.drawnAt(map.date);
    const parts = new Map(unitIds.map((id) => [id, partsOf(id, then, drawn)]));
    const all = [...parts.values()];
    const totals = await figureSums(
      this.db,
      'total',
      all.flatMap(({ total }) => total),
      period,
    );
    const owns = await figureSums(
      this.db,
      'own',
      all.flatMap(({ own }) => own),
      period,
    );
    const figures = new Map<string, Figures>();
    for (const [id, { total, own }] of parts) {
      const sum = noSums();
      for (const part of [...total.map((x) => totals.get(x)), ...own.map((x) => owns.get(x))])
        if (part !== undefined) addSums(sum, part);
      figures.set(id, figuresOf(sum));
    }
    return figures;
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
      const edges = await this.db
        .selectFrom('figure_edge')
        .selectAll()
        .orderBy('unit_id')
        .orderBy('from_date')
        .execute();
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
