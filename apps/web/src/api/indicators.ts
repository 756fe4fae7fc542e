/** What figures are about, in the order in which a year goes. */
export const FIGURE_GROUPS = {
  registration: ['REG_RATE', 'DEED_OK', 'DEED_AVG'],
  plans: ['LEADER_PLAN_RATE', 'PLAN_ONTIME', 'PLAN_SPECIFIC'],
  meetings: [
    'MEETING_RATE',
    'THEMATIC_RATE',
    'ATTENDANCE',
    'MEETING_QUALITY',
    'MEETING_LONG',
    'STUDY_RATE',
    'STUDY_ATTENDANCE',
    'STUDY_TURNS',
  ],
  reviews: ['REVIEW_COVERAGE', 'REVIEW_LATENESS'],
  criticism: ['SESSION_DONE', 'REPLY_OFFERED', 'REMEDY_RATE'],
  ratings: [
    'RATING_EXCELLENT',
    'RATING_GOOD',
    'RATING_COMPLETED',
    'RATING_NOT_COMPLETED',
    'CAP_USE',
    'TWO_YEAR_FAIL',
  ],
  honours: ['AWARDS', 'AWARDS_UNIT', 'MODELS', 'MODEL_SPREAD'],
  oversight: ['INSPECT_PLAN', 'FINDINGS', 'FOLLOW_UP', 'TRANSFER_ONTIME', 'DATA_HEALTH'],
} as const;
export type FigureGroup = keyof typeof FIGURE_GROUPS;
export const GROUPS = Object.keys(FIGURE_GROUPS) as FigureGroup[];

export type Indicator = (typeof FIGURE_GROUPS)[FigureGroup][number];
export const INDICATORS: readonly Indicator[] = Object.values(FIGURE_GROUPS).flat();

/** The group in which a figure stands. */
export const groupOf = (indicator: Indicator): FigureGroup =>
  GROUPS.find((group) => (FIGURE_GROUPS[group] as readonly string[]).includes(indicator)) ??
  'registration';

/** So many of one thing for each of another, and no share of it. */
const MEANS: readonly Indicator[] = ['DEED_AVG', 'STUDY_TURNS', 'MODEL_SPREAD', 'FINDINGS'];
export const isShare = (indicator: Indicator): boolean => !MEANS.includes(indicator);

/** Shares of which all is not the aim: nothing is missing where they are small. */
const UNJUDGED: readonly Indicator[] = [
  ...FIGURE_GROUPS.ratings,
  ...FIGURE_GROUPS.honours,
  'REVIEW_LATENESS',
  'DATA_HEALTH',
];
export const isJudged = (indicator: Indicator): boolean =>
  isShare(indicator) && !UNJUDGED.includes(indicator);
