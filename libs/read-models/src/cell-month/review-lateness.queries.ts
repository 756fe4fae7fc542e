import type { ReadModelDb } from '../database.js';

/**
 * The median of how many days after the days of grace remarks of a year were recorded; those in
 * time count as 0. Null: nobody was remarked on. `remarked` are the states of a review that was.
 */
export async function medianLateDays(
  db: ReadModelDb,
  unitIds: readonly string[],
  year: number,
  remarked: readonly string[],
): Promise<number | null> {
  const lines = db
    .selectFrom('review_line')
    .where('unit_id', 'in', [...unitIds, ''])
    .where('year', '=', year)
    .where('state', 'in', remarked);
  const { count } = await lines
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count === 0) return null;
  const middle = await lines
    .select('late_days')
    .orderBy('late_days')
    .limit(count % 2 === 0 ? 2 : 1)
    .offset(Math.ceil(count / 2) - 1)
    .execute();
  return middle.reduce((sum, { late_days }) => sum + late_days, 0) / middle.length;
}
