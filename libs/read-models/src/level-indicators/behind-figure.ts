import type { CycleMeasure } from '../cycle-indicators/cycle-indicators.table.js';
import type { ReadModelDb } from '../database.js';
import {
  type AnyMeasure,
  type Indicator,
  INDICATORS,
  isOfRegistration,
  isStanding,
  isUnitsOwn,
} from '../figure-indicators.js';
import { queryDialect } from '../query-dialect.js';
import type { UnitMap } from '../unit-map.js';
import type { Measure } from './level-indicators.table.js';

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

export interface BehindQuery {
  readonly unitId: string;
  readonly period: number;
  readonly indicator: Indicator;
  readonly side: 'numerator' | 'denominator';
  readonly after?: string | undefined;
  readonly limit: number;
}
export interface BehindPage {
  readonly items: readonly BehindFigure[];
  readonly next: string | null;
}

/** Rows looked at in one go where the log is searched for a subtree's; fewer if more are hits. */
const SEARCHED_AT_ONCE = 1_000;

interface Cursor {
  readonly period: number;
  readonly position: string;
  readonly unitId: string;
}

/**
 * The events whose contributions add up to one side of a figure (map `then`), at most `limit`,
 * after a cursor; in order of year and log.
 */
export async function behindFigure(
  db: ReadModelDb,
  units: UnitMap,
  query: BehindQuery,
): Promise<BehindPage> {
  const { unitId, period, indicator, side, limit } = query;
  const measure: AnyMeasure = INDICATORS[indicator][side];
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
    const rows = await contributions(db, measure, period, only, cursor, pageSize);
    for (const row of rows) {
      if (!wanted.has(row.unitId)) continue;
      if (items.length === limit) return { items, next: cursorText(items.at(-1)!) };
      items.push(row);
    }
    if (rows.length < pageSize) return { items, next: null };
    cursor = rows.at(-1)!;
  }
}

function contributions(
  db: ReadModelDb,
  measure: AnyMeasure,
  period: number,
  units: ReadonlySet<string> | undefined,
  after: Cursor,
  limit: number,
): Promise<readonly BehindFigure[]> {
  // Both have the columns asked for below; the union of their builders cannot be called.
  const from = (
    isOfRegistration(measure) ? registrationEvents(db, measure) : cycleEvents(db, measure)
  ) as ReturnType<typeof registrationEvents>;
  let query = from
    .where('period', isStanding(measure) ? '<=' : '=', period)
    .where('period', '>=', after.period)
    .where((eb) =>
      eb(
        eb.refTuple('period', 'position', 'unit_id'),
        '>',
        eb.tuple(after.period, after.position, after.unitId),
      ),
    )
    // A few units' rows are sorted faster than the whole year is walked in order.
    .orderBy(units === undefined ? 'period' : queryDialect(db).offIndex('period'))
    .orderBy('position')
    .orderBy('unit_id')
    .limit(limit);
  if (units !== undefined) query = query.where('unit_id', 'in', [...units, '']);
  return query.execute();
}

const COLUMNS = [
  'position',
  'stream',
  'revision',
  'type',
  'member_id as memberId',
  'unit_id as unitId',
  'period',
] as const;

const registrationEvents = (db: ReadModelDb, measure: Measure) =>
  db
    .selectFrom('indicator_event')
    .select([...COLUMNS, `${measure} as contribution`])
    .where(measure, '!=', 0);

const cycleEvents = (db: ReadModelDb, measure: CycleMeasure) =>
  db
    .selectFrom('cycle_event')
    .select([...COLUMNS, 'amount as contribution'])
    .where('measure', '=', measure);

/** Whose facts count in this unit's figure of a year: heirs answer for people, not for plans. */
function unitsBehind(map: UnitMap, unitId: string, year: number, measure: AnyMeasure): string[] {
  const ofPeople = !isUnitsOwn(measure);
  const below = new Set(map.drawnIn(year).below.get(unitId) ?? [unitId]);
  return [...map.ids()].filter((id) => below.has(ofPeople ? map.landingIn(id, year) : id));
}

const cursorText = ({ period, position, unitId }: BehindFigure): string =>
  `${period}~${position}~${unitId}`;

const cursorOf = (text: string | undefined): Cursor => {
  const [period = '0', position = '', unitId = ''] = text?.split('~') ?? [];
  return { period: Number(period) || 0, position, unitId };
};
