import { defineProjection, type ProjectedEvent, type RowsOf } from '#libs/projections';
import type {
  DeedCounts,
  MembershipFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';
import { FigureBook } from '../figure-book.js';
import type { Amounts } from '../figure-shift.js';
import {
  FLOWS,
  STOCKS,
  OF_THE_UNIT,
  figureEdge,
  figureMapState,
  figureUnit,
  indicatorEvent,
  levelIndicators,
  ownIndicators,
} from './level-indicators.table.js';

const tables = {
  level_indicators: levelIndicators,
  own_indicators: ownIndicators,
  indicator_event: indicatorEvent,
  figure_unit: figureUnit,
  figure_edge: figureEdge,
  figure_map_state: figureMapState,
} as const;

type Facts = OrganisationFacts & MembershipFacts & RegistrationFacts & ProgrammeFacts;
type Rows = RowsOf<typeof tables>;
type Closing = ProjectedEvent<Facts, 'OrgMerged' | 'OrgSplit' | 'OrgDissolved'>;

/** The book of figures in memory, opened when first needed. */
interface Memo {
  book: FigureBook | undefined;
}

/** What goes with the people of a unit when they get another place. */
const PEOPLE = {
  flows: FLOWS.filter((flow) => !OF_THE_UNIT.includes(flow)),
  stocks: STOCKS.filter((stock) => !OF_THE_UNIT.includes(stock)),
};

const NOTHING = {
  registrations: 0,
  deeds: 0,
  specific_deeds: 0,
  within_limits: 0,
  leader_plans: 0,
  plans_on_time: 0,
  obliged: 0,
  leaders: 0,
  plans_owed: 0,
};

/** The book over the rows of this projection. */
const bookOf = (rows: Rows, memo: Memo): FigureBook =>
  (memo.book ??= new FigureBook(
    {
      units: rows.figure_unit,
      edges: rows.figure_edge,
      state: rows.figure_map_state,
      addTotal: (amounts, unitId, year) => rows.level_indicators.add(amounts, unitId, year),
      addOwn: (amounts, unitId, year) => rows.own_indicators.add(amounts, unitId, year),
      totalsOf: (unitId) => rows.level_indicators.within(unitId),
      ownOf: (unitId) => rows.own_indicators.within(unitId),
      list: (event, { unitId, year }, amounts) =>
        rows.indicator_event.append({
          ...NOTHING,
          ...amounts,
          position: event.position,
          unit_id: unitId,
          period: year,
          member_id: (event.data as { memberId?: string }).memberId ?? null,
          stream: event.stream,
          revision: event.revision,
          type: event.type,
        }),
      touch: (unitId) => rows.touch(unitId),
    },
    { people: PEOPLE, all: { flows: FLOWS, stocks: STOCKS } },
  ));

const registered = (
  counts: DeedCounts,
  leaderPlan: boolean,
  sign: 1 | -1,
): Amounts & { deeds: number } => ({
  deeds: sign * counts.deeds,
  specific_deeds: sign * counts.specific,
  within_limits: sign * Number(counts.withinLimits),
  leader_plans: sign * Number(leaderPlan),
});

const sumOf = (a: Amounts, b: Amounts): Amounts => {
  const sum: Record<string, number> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
};

const obligedOf = (leader: boolean, sign: 1 | -1): Amounts =>
  leader ? { obliged: sign, leaders: sign } : { obliged: sign };

/** A unit closes: its people's figures go to the heir from then on, and it owes no more plans. */
const closed = (event: Closing, rows: Rows, memo: Memo): void => {
  const { unitId, owesPlans, plansUntil: year } = event.data;
  const book = bookOf(rows, memo);
  const own = rows.own_indicators.within(unitId);
  book.close(event);
  if (owesPlans) book.unit('stock', event, { unitId, year }, { plans_owed: -1 });
  for (const { period, plans_on_time } of own)
    if (period >= year && plans_on_time !== 0)
      book.unit('flow', event, { unitId, year: period }, { plans_on_time: -plans_on_time });
};

/**
 * The figures of every unit, level and year. Flows are stored per year; stocks as changes whose
 * running sum up to a year is the figure. Each fact is added to its unit and all above it on the
 * map of its year; see docs/adr/0004 for what a change of the map does.
 */
export const levelIndicatorsView = defineProjection<Facts>()({
  name: 'level_indicators',
  version: 1,
  tables,
  parts: { envelope: [], sealed: [] },
  memo: (): Memo => ({ book: undefined }),
  ranges: {
    OrgReparented: ({ data }) => [{ table: 'level_indicators', first: data.unitId }],
    OrgMerged: ({ data }) => [{ table: 'own_indicators', first: data.unitId }],
    OrgSplit: ({ data }) => [{ table: 'own_indicators', first: data.unitId }],
    OrgDissolved: ({ data }) => [{ table: 'own_indicators', first: data.unitId }],
  },
  on: {
    OrgFounded(event, rows, memo) {
      const { unitId, plansFrom: year } = event.data;
      const book = bookOf(rows, memo);
      book.found(event);
      if (year !== undefined) book.unit('stock', event, { unitId, year }, { plans_owed: 1 });
    },
    OrgReparented: (event, rows, memo) => bookOf(rows, memo).reparent(event),
    OrgMerged: closed,
    OrgSplit: closed,
    OrgDissolved: closed,

    MemberAdmittedToUnit(event, rows, memo) {
      const { unitId, countsFrom: year } = event.data;
      bookOf(rows, memo).people('stock', event, { unitId, year }, obligedOf(false, 1));
    },
    ExemptionGranted(event, rows, memo) {
      const { countedUnitId: unitId, exemptFrom: year, leader } = event.data;
      bookOf(rows, memo).people('stock', event, { unitId, year }, obligedOf(leader, -1));
    },
    ExemptionEnded(event, rows, memo) {
      const { countedUnitId: unitId, countsFrom: year, leader } = event.data;
      bookOf(rows, memo).people('stock', event, { unitId, year }, obligedOf(leader, 1));
    },
    MemberMoved(event, rows, memo) {
      const { countedUnitId, toUnitId, countsFrom: year, obliged, leader } = event.data;
      if (!obliged) return;
      const leaving = { unitId: countedUnitId, year };
      bookOf(rows, memo).people('stock', event, leaving, obligedOf(leader, -1));
      bookOf(rows, memo).people('stock', event, { unitId: toUnitId, year }, obligedOf(leader, 1));
    },
    MembershipEnded(event, rows, memo) {
      const { countedUnitId: unitId, endsFrom: year, obliged, leader } = event.data;
      if (!obliged) return;
      bookOf(rows, memo).people('stock', event, { unitId, year }, obligedOf(leader, -1));
    },
    OfficeRecorded(event, rows, memo) {
      const { countedUnitId: unitId, leaderFrom: year, exempt } = event.data;
      if (year !== undefined && exempt !== true)
        bookOf(rows, memo).people('stock', event, { unitId, year }, { leaders: 1 });
    },
    OfficeLapsed(event, rows, memo) {
      // The exemption took the leader out already; its end brings back who leads by then.
      const { countedUnitId: unitId, leaderUntil: year, exempt } = event.data;
      if (year !== undefined && exempt !== true)
        bookOf(rows, memo).people('stock', event, { unitId, year }, { leaders: -1 });
    },

    RegistrationEndorsed(event, rows, memo) {
      const { countedUnitId: unitId, year, counts, leader, personalPlan } = event.data;
      const amounts = { registrations: 1, ...registered(counts, leader && personalPlan, 1) };
      bookOf(rows, memo).people('flow', event, { unitId, year }, amounts);
    },
    RegistrationAdjusted(event, rows, memo) {
      const { countedUnitId: unitId, year, counts, previousCounts, leader } = event.data;
      const { personalPlan, previousPersonalPlan } = event.data;
      const amounts = sumOf(
        registered(counts, leader && personalPlan, 1),
        registered(previousCounts, leader && previousPersonalPlan, -1),
      );
      bookOf(rows, memo).people('flow', event, { unitId, year }, amounts);
    },

    PlanIssued(event, rows, memo) {
      const { unitId, kind, fromYear, toYear, on, due } = event.data;
      if (kind !== 'year' || on > due) return;
      const unit = rows.figure_unit.get(unitId);
      for (let year = fromYear; year <= toYear; year += 1)
        if (unit?.plans_from != null && owes(unit, year))
          bookOf(rows, memo).unit('flow', event, { unitId, year }, { plans_on_time: 1 });
    },
  },
});

const owes = (
  unit: { readonly plans_from: number | null; readonly plans_until: number | null },
  year: number,
): boolean =>
  unit.plans_from !== null &&
  unit.plans_from <= year &&
  (unit.plans_until === null || year < unit.plans_until);
