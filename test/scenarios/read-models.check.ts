import { projectionRunner } from '#libs/projections';
import {
  CellMonthQueries,
  FindingQueries,
  HonoursQueries,
  LevelIndicatorQueries,
  type Figures as ViewFigures,
  type MapChoice,
  openReadModels,
  OversightQueries,
  READ_MODELS,
  REGISTRATION_INDICATORS,
  type ReadModels,
  UnitTreeQueries,
  YearSheetQueries,
} from '#libs/read-models';
import type { EventStore } from '#libs/event-store';
import type { CycleRecount } from './cycle-recount.js';
import type { Figures } from './recount.js';

/** The read models over a log, built to its end and then left alone. */
export interface BuiltViews {
  readonly indicators: LevelIndicatorQueries;
  readonly months: CellMonthQueries;
  readonly sheets: YearSheetQueries;
  readonly honours: HonoursQueries;
  readonly oversight: OversightQueries;
  readonly findings: FindingQueries;
  readonly units: UnitTreeQueries;
  close(): Promise<void>;
}

export async function buildViews(store: EventStore): Promise<BuiltViews> {
  const views: ReadModels = openReadModels({ file: ':memory:' });
  const runner = projectionRunner({
    store,
    rows: views.rows,
    projections: READ_MODELS,
    offline: true,
  });
  await runner.start();
  await runner.caughtUp();
  await runner.stop();
  return viewsOver(views);
}

/** The queries that checks ask, over views that are there. */
export function viewsOver(views: ReadModels): BuiltViews {
  const { db } = views;
  return {
    indicators: new LevelIndicatorQueries(db),
    months: new CellMonthQueries(db),
    sheets: new YearSheetQueries(db),
    honours: new HonoursQueries(db),
    oversight: new OversightQueries(db),
    findings: new FindingQueries(db),
    units: new UnitTreeQueries(db),
    close: () => views.close(),
  };
}

const NAMES = Object.keys(REGISTRATION_INDICATORS) as (keyof typeof REGISTRATION_INDICATORS)[];

const partsOf = (figures: ViewFigures): Record<string, readonly [number, number]> =>
  Object.fromEntries(
    NAMES.map((name) => [name, [figures[name].numerator, figures[name].denominator]]),
  );

const recountedParts = (figures: Figures): Record<string, readonly [number, number]> =>
  Object.fromEntries(
    NAMES.map((name) => {
      const { numerator, denominator } = REGISTRATION_INDICATORS[name];
      return [name, [figures[numerator], figures[denominator]]];
    }),
  );

/** Units whose figures of a year differ between the views and the recount, with both. */
export async function differences(
  { indicators }: BuiltViews,
  year: number,
  map: MapChoice,
  recounted: ReadonlyMap<string, Figures>,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const [unitId, figures] of recounted) {
    const shown = partsOf(await indicators.indicators(unitId, year, map));
    const counted = recountedParts(figures);
    if (JSON.stringify(shown) !== JSON.stringify(counted))
      found.push({ unitId, year, map, shown, counted });
  }
  return found;
}

/** The same for the indicators of the cycle, on the map of the year. */
export async function cycleDifferences(
  { indicators }: BuiltViews,
  recount: CycleRecount,
  unitIds: readonly string[],
  year: number,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const unitId of unitIds) {
    const figures = await indicators.indicators(unitId, year, 'then');
    const counted = recount.figures(unitId, year);
    for (const [name, parts] of Object.entries(counted)) {
      const { numerator, denominator } = figures[name as keyof typeof figures];
      if (numerator !== parts[0] || denominator !== parts[1])
        found.push({ unitId, year, name, shown: [numerator, denominator], counted: parts });
    }
  }
  return found;
}
