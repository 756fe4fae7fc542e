import { counterTable, keyedTable, logTable, residentTable } from '#libs/projections';

/** What holds from a year on and is owed by the unit itself. */
export const CYCLE_STOCKS = ['meetings_owed', 'thematic_owed', 'sessions_owed'] as const;

/** What is counted of one year only and belongs to the people: an heir takes it over. */
export const CYCLE_PEOPLE = [
  'reviews_due',
  'reviews_done',
  'reviews_late',
  'study_people',
  'study_turns',
  'study_present',
  'study_expected',
  'attendance_present',
  'attendance_expected',
  'items_concluded',
  'replies_offered',
  'remedies_due',
  'remedies_done',
  'rated',
  'rated_excellent',
  'rated_good',
  'rated_completed',
  'rated_not_completed',
  'failed_twice',
  'awards',
  'awards_member',
  'awards_unit',
  'letters_issued',
  'transfers_on_time',
] as const;

/** What is counted of one year only and was done by the unit itself. */
export const CYCLE_UNITS = [
  'meetings_held',
  'thematic_held',
  'meetings_timed',
  'meetings_long',
  'meetings_scored',
  'meetings_good',
  'sessions_done',
  'cap_excellent',
  'cap_allowed',
  'models_registered',
  'models_recognised',
  'models_replicated',
  'inspections_planned',
  'inspections_concluded',
  'findings',
  'follow_ups',
  'follow_ups_done',
  'entries',
  'entries_late',
] as const;

export const CYCLE_MEASURES = [...CYCLE_STOCKS, ...CYCLE_PEOPLE, ...CYCLE_UNITS] as const;
export type CycleMeasure = (typeof CYCLE_MEASURES)[number];
export type CycleFlow = (typeof CYCLE_PEOPLE)[number] | (typeof CYCLE_UNITS)[number];

export const isOfTheUnit = (measure: string): boolean =>
  (CYCLE_STOCKS as readonly string[]).includes(measure) ||
  (CYCLE_UNITS as readonly string[]).includes(measure);

/** Summed over the unit and all below it, on the map of the figure's year; one row a measure. */
export const cycleFigures = counterTable({
  columns: { unit_id: 'text', period: 'integer', measure: 'text', amount: 'integer' },
  key: ['unit_id', 'period', 'measure'],
});

/** Only what belongs to the unit itself; any other map is summed from these. */
export const cycleOwn = counterTable({
  columns: { unit_id: 'text', period: 'integer', measure: 'text', amount: 'integer' },
  key: ['unit_id', 'period', 'measure'],
});

/** The events behind the figures: what each adds to the unit that the fact names. */
export const cycleEvent = logTable({
  columns: {
    measure: 'text',
    unit_id: 'text',
    period: 'integer',
    position: 'text',
    amount: 'integer',
    member_id: 'text?',
    stream: 'text',
    revision: 'integer',
    type: 'text',
  },
  indexes: [
    ['measure', 'unit_id', 'period'],
    ['measure', 'period', 'position'],
  ],
});

/** How often a cell looks at what was registered, from a year on. */
export const cycleCadence = residentTable({
  columns: { unit_id: 'text', from_year: 'integer', cadence: 'text' },
  key: ['unit_id', 'from_year'],
});

/**
 * What was last counted of a thing, so that a correction or a repetition changes the figures by
 * the difference only: a list of attendance, a rating, an award, a period of a review.
 */
export const cycleCounted = keyedTable({
  columns: { id: 'text', unit_id: 'text', year: 'integer', note: 'text' },
  key: ['id'],
});

/** How many study rounds somebody attended in a year: people are counted once, turns each time. */
export const cycleStudy = keyedTable({
  columns: { member_id: 'text', year: 'integer', turns: 'integer' },
  key: ['member_id', 'year'],
});

/** Indicators of the cycle (domain brief, section 4); `obliged` is a measure of the spine. */
export const CYCLE_INDICATORS = {
  STUDY_RATE: { numerator: 'study_people', denominator: 'obliged' },
  STUDY_TURNS: { numerator: 'study_turns', denominator: 'study_people' },
  STUDY_ATTENDANCE: { numerator: 'study_present', denominator: 'study_expected' },
  REVIEW_COVERAGE: { numerator: 'reviews_done', denominator: 'reviews_due' },
  REVIEW_LATENESS: { numerator: 'reviews_late', denominator: 'reviews_done' },
  MEETING_RATE: { numerator: 'meetings_held', denominator: 'meetings_owed' },
  THEMATIC_RATE: { numerator: 'thematic_held', denominator: 'thematic_owed' },
  ATTENDANCE: { numerator: 'attendance_present', denominator: 'attendance_expected' },
  MEETING_QUALITY: { numerator: 'meetings_good', denominator: 'meetings_scored' },
  MEETING_LONG: { numerator: 'meetings_long', denominator: 'meetings_timed' },
  SESSION_DONE: { numerator: 'sessions_done', denominator: 'sessions_owed' },
  REPLY_OFFERED: { numerator: 'replies_offered', denominator: 'items_concluded' },
  REMEDY_RATE: { numerator: 'remedies_done', denominator: 'remedies_due' },
  RATING_EXCELLENT: { numerator: 'rated_excellent', denominator: 'rated' },
  RATING_GOOD: { numerator: 'rated_good', denominator: 'rated' },
  RATING_COMPLETED: { numerator: 'rated_completed', denominator: 'rated' },
  RATING_NOT_COMPLETED: { numerator: 'rated_not_completed', denominator: 'rated' },
  CAP_USE: { numerator: 'cap_excellent', denominator: 'cap_allowed' },
  TWO_YEAR_FAIL: { numerator: 'failed_twice', denominator: 'rated' },
  AWARDS: { numerator: 'awards', denominator: 'obliged' },
  AWARDS_UNIT: { numerator: 'awards_unit', denominator: 'awards' },
  MODELS: { numerator: 'models_recognised', denominator: 'models_registered' },
  MODEL_SPREAD: { numerator: 'models_replicated', denominator: 'models_recognised' },
  INSPECT_PLAN: { numerator: 'inspections_concluded', denominator: 'inspections_planned' },
  FINDINGS: { numerator: 'findings', denominator: 'inspections_concluded' },
  FOLLOW_UP: { numerator: 'follow_ups_done', denominator: 'follow_ups' },
  TRANSFER_ONTIME: { numerator: 'transfers_on_time', denominator: 'letters_issued' },
  DATA_HEALTH: { numerator: 'entries_late', denominator: 'entries' },
} as const satisfies Record<
  string,
  { numerator: CycleMeasure; denominator: CycleMeasure | 'obliged' }
>;
