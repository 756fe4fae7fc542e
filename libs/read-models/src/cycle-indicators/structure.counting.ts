import type { ProjectedEvent } from '#libs/projections';
import type { OrganisationFacts, RegistrationFacts } from '#libs/workflows';
import { firstYearOnMap } from '../unit-map.js';
import { bookOf, type CycleRows, type Memo } from './cycle-book.js';

type Facts = OrganisationFacts & RegistrationFacts;
type Event<Type extends keyof Facts> = ProjectedEvent<Facts, Type>;

const MONTHS = 12;
const QUARTERS = 4;

/** What a cell owes every year: a regular meeting a month, a thematic one a quarter, a session. */
const owed = (sign: 1 | -1) => ({
  meetings_owed: sign * MONTHS,
  thematic_owed: sign * QUARTERS,
  sessions_owed: sign,
});

/** Periods a year by the cell's choice; the rule packs' default is a quarter. */
export const periodsOf = (cadence: string | undefined): number =>
  cadence === 'monthly' ? MONTHS : QUARTERS;

/** The cadence a cell has chosen for a year, or `undefined`. */
export function cadenceIn(rows: CycleRows, unitId: string, year: number): string | undefined {
  let chosen: { from_year: number; cadence: string } | undefined;
  for (const row of rows.cycle_cadence.values())
    if (
      row.unit_id === unitId &&
      row.from_year <= year &&
      (chosen?.from_year ?? 0) <= row.from_year
    )
      chosen = row;
  return chosen?.cadence;
}

const close = (
  event: Event<'OrgMerged' | 'OrgSplit' | 'OrgDissolved'>,
  rows: CycleRows,
  memo: Memo,
): void => {
  const { unitId, plansUntil: year } = event.data;
  const book = bookOf(rows, memo);
  const unit = rows.cycle_unit.get(unitId);
  book.close(event);
  if (unit?.plans_from != null)
    book.unit('stock', event, { unitId, year: Math.max(year, unit.plans_from) }, owed(-1));
};

/** The map the figures are summed on, and what is owed on it. */
export const structureCounting = {
  OrgFounded(event: Event<'OrgFounded'>, rows: CycleRows, memo: Memo): void {
    const { unitId, level, on } = event.data;
    const book = bookOf(rows, memo);
    book.found(event);
    const unit = rows.cycle_unit.get(unitId)!;
    const year = level === 'cell' ? firstYearOnMap(on) : null;
    rows.cycle_unit.change(unit, { plans_from: year });
    if (year !== null) book.unit('stock', event, { unitId, year }, owed(1));
  },
  OrgReparented: (event: Event<'OrgReparented'>, rows: CycleRows, memo: Memo): void =>
    bookOf(rows, memo).reparent(event),
  OrgMerged: close,
  OrgSplit: close,
  OrgDissolved: close,
  ReviewCadenceChosen(event: Event<'ReviewCadenceChosen'>, rows: CycleRows): void {
    const { unitId, fromYear, cadence } = event.data;
    rows.cycle_cadence.put({ unit_id: unitId, from_year: fromYear, cadence });
  },
  RegistrationEndorsed(event: Event<'RegistrationEndorsed'>, rows: CycleRows, memo: Memo): void {
    const { countedUnitId: unitId, unitId: cell, year } = event.data;
    const amounts = { reviews_due: periodsOf(cadenceIn(rows, cell, year)) };
    bookOf(rows, memo).people('flow', event, { unitId, year }, amounts);
  },
};
