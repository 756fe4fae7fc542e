import { counterTable, logTable, residentTable } from '#libs/projections';

/** What is counted of one year only. */
export const FLOWS = [
  'registrations',
  'deeds',
  'specific_deeds',
  'within_limits',
  'leader_plans',
  'plans_on_time',
] as const;

/** What holds from a year on: rows store the change, and the running sum is the figure. */
export const STOCKS = ['obliged', 'leaders', 'plans_owed'] as const;

/** Plans are of the unit itself, not of its people: an heir does not take them over. */
export const OF_THE_UNIT: readonly Measure[] = ['plans_on_time', 'plans_owed'];

export const MEASURES = [...FLOWS, ...STOCKS] as const;
export type Flow = (typeof FLOWS)[number];
export type Stock = (typeof STOCKS)[number];
export type Measure = Flow | Stock;

/** Indicators of registration and plans (domain brief, section 4). */
export const REGISTRATION_INDICATORS = {
  REG_RATE: { numerator: 'registrations', denominator: 'obliged' },
  DEED_AVG: { numerator: 'deeds', denominator: 'registrations' },
  DEED_OK: { numerator: 'within_limits', denominator: 'registrations' },
  LEADER_PLAN_RATE: { numerator: 'leader_plans', denominator: 'leaders' },
  PLAN_ONTIME: { numerator: 'plans_on_time', denominator: 'plans_owed' },
  PLAN_SPECIFIC: { numerator: 'specific_deeds', denominator: 'deeds' },
} as const satisfies Record<string, { numerator: Measure; denominator: Measure }>;

export const isStock = (measure: Measure): measure is Stock =>
  (STOCKS as readonly string[]).includes(measure);

const measures = {
  registrations: 'integer',
  deeds: 'integer',
  specific_deeds: 'integer',
  within_limits: 'integer',
  leader_plans: 'integer',
  plans_on_time: 'integer',
  obliged: 'integer',
  leaders: 'integer',
  plans_owed: 'integer',
} as const;

/** Summed over the unit and all below it, on the map of the figure's year (map `then`). */
export const levelIndicators = counterTable({
  columns: { unit_id: 'text', period: 'integer', ...measures },
  key: ['unit_id', 'period'],
});

/** Only what belongs to the unit itself; any other map is summed from these. */
export const ownIndicators = counterTable({
  columns: { unit_id: 'text', period: 'integer', ...measures },
  key: ['unit_id', 'period'],
});

/** The events behind the figures: what each adds to the unit that the fact names. */
export const indicatorEvent = logTable({
  columns: {
    position: 'text',
    unit_id: 'text',
    period: 'integer',
    member_id: 'text?',
    stream: 'text',
    revision: 'integer',
    type: 'text',
    ...measures,
  },
  indexes: [
    ['unit_id', 'period'],
    ['period', 'position'],
  ],
});

/** The map on which figures are summed. */
export const figureUnit = residentTable({
  columns: {
    id: 'text',
    from_date: 'text',
    to_date: 'text?',
    heir_id: 'text?',
    /** First year a plan is owed, and first year it no longer is. */
    plans_from: 'integer?',
    plans_until: 'integer?',
  },
  key: ['id'],
});

export const figureEdge = residentTable({
  columns: { unit_id: 'text', from_date: 'text', parent_id: 'text?' },
  key: ['unit_id', 'from_date'],
});

/** One row: the position of the last change of the map. */
export const figureMapState = residentTable({
  columns: { id: 'integer', position: 'text' },
  key: ['id'],
});
