import { defineProjection, type ProjectedEvent, type RowsOf } from '#libs/projections';
import type {
  DeedCounts,
  MembershipFacts,
  OrganisationFacts,
  ProgrammeFacts,
  RegistrationFacts,
} from '#libs/workflows';
import { type Place, UnitMap } from '../unit-map.js';
import { type AddFigures, addFlow, addStock, shiftFigures } from '../figure-shift.js';
import {
  FLOWS,
  type Measure,
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
type AnyEvent = ProjectedEvent<Facts>;
type Amounts = Partial<Record<Measure, number>>;
type Closing = ProjectedEvent<Facts, 'OrgMerged' | 'OrgSplit' | 'OrgDissolved'>;

/** The map in memory, drawn from the resident rows when first needed. */
interface Memo {
  map: UnitMap | undefined;
}

/** What goes with the people of a unit when they get another place. */
const PEOPLE = {
  flows: FLOWS.filter((flow) => !OF_THE_UNIT.includes(flow)),
  stocks: STOCKS.filter((stock) => !OF_THE_UNIT.includes(stock)),
};
const ALL = { flows: FLOWS, stocks: STOCKS };

const mapOf = (rows: Rows, memo: Memo): UnitMap =>
  (memo.map ??= new UnitMap([...rows.figure_unit.values()], [...rows.figure_edge.values()]));

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

interface At {
  readonly unitId: string;
  readonly year: number;
}

/** Lists the event behind the figure and brings it to the figures of all its levels. */
const count = (
  kind: 'flow' | 'stock',
  event: AnyEvent,
  rows: Rows,
  { unitId, year, places, own }: At & { places: readonly Place[]; own: readonly Place[] },
  amounts: Amounts,
): void => {
  const data = event.data as { memberId?: string };
  rows.indicator_event.append({
    ...NOTHING,
    ...amounts,
    position: event.position,
    unit_id: unitId,
    period: year,
    member_id: data.memberId ?? null,
    stream: event.stream,
    revision: event.revision,
    type: event.type,
  });
  const bring = kind === 'flow' ? addFlow : addStock;
  bring(places, year, amounts, (part, id, period) => {
    rows.level_indicators.add(part, id, period);
    rows.touch(id);
  });
  bring(own, year, amounts, (part, id, period) => rows.own_indicators.add(part, id, period));
};

/** Counts what people of a unit did or are: a closed unit's people count in its heir. */
const countPeople = (
  kind: 'flow' | 'stock',
  event: AnyEvent,
  rows: Rows,
  memo: Memo,
  at: At,
  amounts: Amounts,
): void => {
  const map = mapOf(rows, memo);
  const places = map.placesOf(at.unitId);
  count(kind, event, rows, { ...at, places, own: map.ownPlacesOf(at.unitId) }, amounts);
};

/** Counts what the unit itself did or owes. */
const countUnit = (
  kind: 'flow' | 'stock',
  event: AnyEvent,
  rows: Rows,
  memo: Memo,
  at: At,
  amounts: Amounts,
): void => {
  const places = mapOf(rows, memo).standingOf(at.unitId);
  count(kind, event, rows, { ...at, places, own: [{ from: 0, path: [at.unitId] }] }, amounts);
};

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

const addTo =
  (table: Rows['level_indicators'] | Rows['own_indicators']): AddFigures =>
  (amounts, unitId, year) =>
    table.add(amounts, unitId, year);

/** A unit closes: its people's figures go to the heir from then on, and it owes no more plans. */
const closed = (event: Closing, rows: Rows, memo: Memo): void => {
  const { unitId, on, heirId, owesPlans, plansUntil } = event.data;
  const unit = rows.figure_unit.get(unitId);
  if (unit === undefined) return;
  const map = mapOf(rows, memo);
  const own = rows.own_indicators.within(unitId);
  const before = map.placesOf(unitId);
  const ownBefore = map.ownPlacesOf(unitId);
  map.close(unitId, on, heirId);
  shiftFigures(own, before, map.placesOf(unitId), PEOPLE, addTo(rows.level_indicators));
  shiftFigures(own, ownBefore, map.ownPlacesOf(unitId), PEOPLE, addTo(rows.own_indicators));
  rows.figure_unit.change(unit, { to_date: on, heir_id: heirId, plans_until: plansUntil });
  rows.figure_map_state.put({ id: 1, position: event.position });
  if (owesPlans)
    countUnit('stock', event, rows, memo, { unitId, year: plansUntil }, { plans_owed: -1 });
  for (const { period, plans_on_time } of own)
    if (period >= plansUntil && plans_on_time !== 0)
      countUnit(
        'flow',
        event,
        rows,
        memo,
        { unitId, year: period },
        { plans_on_time: -plans_on_time },
      );
  rows.touch(heirId);
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
  memo: (): Memo => ({ map: undefined }),
  ranges: {
    OrgReparented: ({ data }) => [{ table: 'level_indicators', first: data.unitId }],
    OrgMerged: ({ data }) => [{ table: 'own_indicators', first: data.unitId }],
    OrgSplit: ({ data }) => [{ table: 'own_indicators', first: data.unitId }],
    OrgDissolved: ({ data }) => [{ table: 'own_indicators', first: data.unitId }],
  },
  on: {
    OrgFounded(event, rows, memo) {
      const { unitId, parentId, on, plansFrom } = event.data;
      const map = mapOf(rows, memo);
      rows.figure_unit.put({
        id: unitId,
        from_date: on,
        to_date: null,
        heir_id: null,
        plans_from: plansFrom ?? null,
        plans_until: null,
      });
      rows.figure_edge.put({ unit_id: unitId, from_date: on, parent_id: parentId });
      rows.figure_map_state.put({ id: 1, position: event.position });
      map.found(unitId, on);
      map.edge(unitId, on, parentId);
      if (plansFrom !== undefined)
        countUnit('stock', event, rows, memo, { unitId, year: plansFrom }, { plans_owed: 1 });
    },
    OrgReparented({ data, position }, rows, memo) {
      const { unitId, on, toParentId } = data;
      const map = mapOf(rows, memo);
      const before = map.standingOf(unitId);
      map.edge(unitId, on, toParentId);
      rows.figure_edge.put({ unit_id: unitId, from_date: on, parent_id: toParentId });
      rows.figure_map_state.put({ id: 1, position });
      shiftFigures(
        rows.level_indicators.within(unitId),
        before,
        map.standingOf(unitId),
        ALL,
        addTo(rows.level_indicators),
      );
      rows.touch(unitId);
    },
    OrgMerged: closed,
    OrgSplit: closed,
    OrgDissolved: closed,

    MemberAdmittedToUnit(event, rows, memo) {
      const { unitId, countsFrom: year } = event.data;
      countPeople('stock', event, rows, memo, { unitId, year }, obligedOf(false, 1));
    },
    ExemptionGranted(event, rows, memo) {
      const { countedUnitId: unitId, exemptFrom: year, leader } = event.data;
      countPeople('stock', event, rows, memo, { unitId, year }, obligedOf(leader, -1));
    },
    ExemptionEnded(event, rows, memo) {
      const { countedUnitId: unitId, countsFrom: year, leader } = event.data;
      countPeople('stock', event, rows, memo, { unitId, year }, obligedOf(leader, 1));
    },
    MemberMoved(event, rows, memo) {
      const { countedUnitId, toUnitId, countsFrom: year, obliged, leader } = event.data;
      if (!obliged) return;
      const leaving = { unitId: countedUnitId, year };
      countPeople('stock', event, rows, memo, leaving, obligedOf(leader, -1));
      countPeople('stock', event, rows, memo, { unitId: toUnitId, year }, obligedOf(leader, 1));
    },
    MembershipEnded(event, rows, memo) {
      const { countedUnitId: unitId, endsFrom: year, obliged, leader } = event.data;
      if (!obliged) return;
      countPeople('stock', event, rows, memo, { unitId, year }, obligedOf(leader, -1));
    },
    OfficeRecorded(event, rows, memo) {
      const { countedUnitId: unitId, leaderFrom: year, exempt } = event.data;
      if (year !== undefined && exempt !== true)
        countPeople('stock', event, rows, memo, { unitId, year }, { leaders: 1 });
    },
    OfficeLapsed(event, rows, memo) {
      // The exemption took the leader out already; its end brings back who leads by then.
      const { countedUnitId: unitId, leaderUntil: year, exempt } = event.data;
      if (year !== undefined && exempt !== true)
        countPeople('stock', event, rows, memo, { unitId, year }, { leaders: -1 });
    },

    RegistrationEndorsed(event, rows, memo) {
      const { countedUnitId: unitId, year, counts, leader, personalPlan } = event.data;
      const amounts = { registrations: 1, ...registered(counts, leader && personalPlan, 1) };
      countPeople('flow', event, rows, memo, { unitId, year }, amounts);
    },
    RegistrationAdjusted(event, rows, memo) {
      const { countedUnitId: unitId, year, counts, previousCounts, leader } = event.data;
      const { personalPlan, previousPersonalPlan } = event.data;
      const amounts = sumOf(
        registered(counts, leader && personalPlan, 1),
        registered(previousCounts, leader && previousPersonalPlan, -1),
      );
      countPeople('flow', event, rows, memo, { unitId, year }, amounts);
    },

    PlanIssued(event, rows, memo) {
      const { unitId, kind, fromYear, toYear, on, due } = event.data;
      if (kind !== 'year' || on > due) return;
      const unit = rows.figure_unit.get(unitId);
      for (let year = fromYear; year <= toYear; year += 1)
        if (unit?.plans_from != null && owes(unit, year))
          countUnit('flow', event, rows, memo, { unitId, year }, { plans_on_time: 1 });
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
