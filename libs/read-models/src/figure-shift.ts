import { type Place, placeIn } from './unit-map.js';

/** Measures and what is added to each. */
export type Amounts = Readonly<Record<string, number>>;

/** A row of figures: flows of the period, and changes of stocks from the period on. */
export type FigureRow = Readonly<Record<string, unknown>> & { readonly period: number };

/** Which measures move: those of one year only, and those that hold from a year on. */
export interface Moving {
  readonly flows: readonly string[];
  readonly stocks: readonly string[];
}

/** Adds to a unit's figures of a year. */
export type AddFigures = (amounts: Amounts, unitId: string, year: number) => void;

const minus = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, -value]));

const pathAfter = (places: readonly Place[], year: number): readonly string[] =>
  placeIn(places, year).path;

/** Adds something of one year to every unit of that year's path. */
export function addFlow(
  places: readonly Place[],
  year: number,
  amounts: Amounts,
  add: AddFigures,
): void {
  for (const unitId of pathAfter(places, year)) add(amounts, unitId, year);
}

/** Adds something that holds from a year on, following every later change of place. */
export function addStock(
  places: readonly Place[],
  year: number,
  amounts: Amounts,
  add: AddFigures,
): void {
  let path = pathAfter(places, year);
  for (const unitId of path) add(amounts, unitId, year);
  for (const place of places) {
    if (place.from <= year) continue;
    for (const unitId of path)
      if (!place.path.includes(unitId)) add(minus(amounts), unitId, place.from);
    for (const unitId of place.path) if (!path.includes(unitId)) add(amounts, unitId, place.from);
    path = place.path;
  }
}

/**
 * Moves figures that were summed along `before` so that they are summed along `after`. `rows` are
 * the figures of what moves, in order of period. Units on both paths of a year are left alone, so
 * the totals above never change.
 */
export function shiftFigures(
  rows: readonly FigureRow[],
  before: readonly Place[],
  after: readonly Place[],
  { flows, stocks }: Moving,
  add: AddFigures,
): void {
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  const starts = [...before, ...after].map(({ from }) => from);
  const years = [...new Set([...byPeriod.keys(), ...starts])].sort((a, b) => a - b);
  const standing: Record<string, number> = {};
  /** What a unit's running sums have been changed by so far. */
  const applied = new Map<string, Amounts>();
  for (const year of years) {
    const row = byPeriod.get(year);
    for (const stock of stocks)
      standing[stock] = (standing[stock] ?? 0) + ((row?.[stock] as number | undefined) ?? 0);
    const from = pathAfter(before, year);
    const to = pathAfter(after, year);
    for (const unitId of new Set([...from, ...to, ...applied.keys()])) {
      const sign = Number(to.includes(unitId)) - Number(from.includes(unitId));
      const changes: Record<string, number> = {};
      const wanted: Record<string, number> = {};
      for (const stock of stocks) {
        wanted[stock] = sign * standing[stock]!;
        changes[stock] = wanted[stock] - (applied.get(unitId)?.[stock] ?? 0);
      }
      for (const flow of flows) changes[flow] = sign * ((row?.[flow] as number | undefined) ?? 0);
      if (sign !== 0 || applied.has(unitId)) applied.set(unitId, wanted);
      const effective = Object.entries(changes).filter(([, value]) => value !== 0);
      if (effective.length > 0) add(Object.fromEntries(effective), unitId, year);
    }
  }
}
