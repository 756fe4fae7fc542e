import type { ReadModelDb } from './database.js';
import { isStanding, noSums, type Sums } from './figure-indicators.js';
import { FLOWS, STOCKS } from './level-indicators/level-indicators.table.js';

/** Ids in one `in (…)` at most: SQLite takes 32,766 values. */
const IDS_AT_ONCE = 10_000;

/** `total`: summed over the unit and all below it; `own`: of the unit alone. */
export type Reach = 'total' | 'own';

const TABLES = {
  total: { registration: 'level_indicators', cycle: 'cycle_figures' },
  own: { registration: 'own_indicators', cycle: 'cycle_own' },
} as const;

/** Flows of the year and stocks standing in it, per unit; units without figures are left out. */
export async function figureSums(
  db: ReadModelDb,
  reach: Reach,
  unitIds: readonly string[],
  period: number,
): Promise<ReadonlyMap<string, Sums>> {
  const sums = new Map<string, Sums>();
  const sumOf = (unitId: string): Sums => {
    let sum = sums.get(unitId);
    if (sum === undefined) sums.set(unitId, (sum = noSums()));
    return sum;
  };
  const { registration, cycle } = TABLES[reach];
  for (let from = 0; from < unitIds.length; from += IDS_AT_ONCE) {
    const ids = unitIds.slice(from, from + IDS_AT_ONCE);
    const rows = await db
      .selectFrom(registration)
      .selectAll()
      .where('unit_id', 'in', ids)
      .where('period', '<=', period)
      .execute();
    for (const row of rows) {
      const sum = sumOf(row.unit_id);
      for (const stock of STOCKS) sum[stock] += row[stock];
      if (row.period === period) for (const flow of FLOWS) sum[flow] += row[flow];
    }
    const tall = await db
      .selectFrom(cycle)
      .select(['unit_id', 'period', 'measure', 'amount'])
      .where('unit_id', 'in', ids)
      .where('period', '<=', period)
      .execute();
    for (const row of tall)
      if (row.period === period || isStanding(row.measure))
        sumOf(row.unit_id)[row.measure as keyof Sums] += row.amount;
  }
  return sums;
}
