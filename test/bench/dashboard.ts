import type { ReadModels } from '#libs/read-models';
import { sql } from 'kysely';

export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
}

/** Those who registered in a year, of those obliged to: the first figure of every dashboard. */
export async function regRate(views: ReadModels, unitId: string, year: number): Promise<Figure> {
  const row = await views.db
    .selectFrom('level_indicators')
    .select([
      sql<number>`coalesce(sum(registrations) filter (where period = ${year}), 0)`.as('numerator'),
      sql<number>`coalesce(sum(obliged), 0)`.as('denominator'),
    ])
    .where('unit_id', '=', unitId)
    .where('period', '<=', year)
    .executeTakeFirstOrThrow();
  return row;
}

/** The same figure of every unit directly below, best first. */
export async function ranking(
  views: ReadModels,
  unitId: string,
  year: number,
): Promise<readonly Figure[]> {
  return views.db
    .selectFrom('unit')
    .innerJoin('level_indicators', 'level_indicators.unit_id', 'unit.id')
    .select([
      sql<number>`coalesce(sum(registrations) filter (where period = ${year}), 0)`.as('numerator'),
      sql<number>`coalesce(sum(obliged), 0)`.as('denominator'),
    ])
    .where('unit.parent_id', '=', unitId)
    .where('period', '<=', year)
    .groupBy('unit.id')
    .orderBy(sql`1.0 * sum(registrations) / max(1, sum(obliged)) desc`)
    .execute();
}

/** All figures of all years of a unit. */
export const trend = async (views: ReadModels, unitId: string): Promise<readonly object[]> =>
  views.db
    .selectFrom('level_indicators')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('period')
    .execute();
