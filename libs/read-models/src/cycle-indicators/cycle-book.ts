import type { RowsOf } from '#libs/projections';
import { FigureBook } from '../figure-book.js';
import type { Amounts, FigureRow } from '../figure-shift.js';
import {
  figureEdge,
  figureMapState,
  figureUnit,
} from '../level-indicators/level-indicators.table.js';
import {
  CYCLE_PEOPLE,
  CYCLE_STOCKS,
  CYCLE_UNITS,
  cycleCadence,
  cycleCounted,
  cycleEvent,
  cycleFigures,
  type CycleMeasure,
  cycleOwn,
  cycleStudy,
} from './cycle-indicators.table.js';

export const tables = {
  cycle_figures: cycleFigures,
  cycle_own: cycleOwn,
  cycle_event: cycleEvent,
  cycle_cadence: cycleCadence,
  cycle_counted: cycleCounted,
  cycle_study: cycleStudy,
  cycle_unit: figureUnit,
  cycle_edge: figureEdge,
  cycle_map_state: figureMapState,
} as const;

export type CycleRows = RowsOf<typeof tables>;
export type CycleAmounts = Partial<Record<CycleMeasure, number>>;

/** The book of figures in memory, opened when first needed. */
export interface Memo {
  book: FigureBook | undefined;
}

interface Tall {
  readonly period: number;
  readonly measure: string;
  readonly amount: number;
}

/** Rows of one measure each, gathered into one row a year. */
const gathered = (rows: readonly Tall[]): readonly FigureRow[] => {
  const byPeriod = new Map<number, Record<string, number>>();
  for (const { period, measure, amount } of rows) {
    if (!byPeriod.has(period)) byPeriod.set(period, {});
    byPeriod.get(period)![measure] = amount;
  }
  return [...byPeriod]
    .map(([period, amounts]) => ({ ...amounts, period }))
    .sort((a, b) => a.period - b.period);
};

const changes = (amounts: Amounts): [string, number][] =>
  Object.entries(amounts).filter(([, amount]) => amount !== 0);

/** The book over the rows of this projection. */
export const bookOf = (rows: CycleRows, memo: Memo): FigureBook =>
  (memo.book ??= new FigureBook(
    {
      units: rows.cycle_unit,
      edges: rows.cycle_edge,
      state: rows.cycle_map_state,
      addTotal(amounts, unitId, year) {
        for (const [measure, amount] of changes(amounts))
          rows.cycle_figures.add({ amount }, unitId, year, measure);
      },
      addOwn(amounts, unitId, year) {
        for (const [measure, amount] of changes(amounts))
          rows.cycle_own.add({ amount }, unitId, year, measure);
      },
      totalsOf: (unitId) => gathered(rows.cycle_figures.within(unitId)),
      ownOf: (unitId) => gathered(rows.cycle_own.within(unitId)),
      list(event, { unitId, year }, amounts) {
        const { memberId, subjectId } = event.data as { memberId?: string; subjectId?: string };
        for (const [measure, amount] of changes(amounts))
          rows.cycle_event.append({
            measure,
            unit_id: unitId,
            period: year,
            position: event.position,
            amount,
            member_id: memberId ?? subjectId ?? null,
            stream: event.stream,
            revision: event.revision,
            type: event.type,
          });
      },
      touch: (unitId) => rows.touch(unitId),
    },
    {
      people: { flows: CYCLE_PEOPLE, stocks: [] },
      all: { flows: [...CYCLE_PEOPLE, ...CYCLE_UNITS], stocks: CYCLE_STOCKS },
    },
  ));
