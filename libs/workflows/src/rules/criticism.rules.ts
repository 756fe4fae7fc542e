/** What a rule pack says of criticism sessions (domain brief, 3D). */
export interface CriticismRules {
  /** Areas in which people are criticised and shortcomings found. */
  readonly areas: readonly string[];
  /** Share of the official members expected who must be present. */
  readonly quorum: readonly [number, number];
  /** Days that must lie between sending the materials and opening; 0: the same day will do. */
  readonly materialsDays: number;
  /** Days a session should take at least, by level of the unit; a flag, never a refusal. */
  readonly minimumDays: Readonly<Record<string, number>>;
  /** For every level not named. */
  readonly minimumDaysElsewhere: number;
  /** Minutes sat that make a whole day of it. */
  readonly minutesOfDay: number;
  /** Whether an item with an unanswered prompt may not be concluded; else it is only a finding. */
  readonly promptsBlock: boolean;
  /** Whether nobody's item is opened without their written self-review. */
  readonly selfReviewFirst: boolean;
}

const guided: CriticismRules = {
  areas: ['ideology', 'ethics', 'criticism', 'people', 'duty', 'discipline', 'unity'],
  quorum: [2, 3],
  materialsDays: 3,
  minimumDays: { province: 2 },
  minimumDaysElsewhere: 1,
  minutesOfDay: 360,
  promptsBlock: true,
  selfReviewFirst: true,
};

/** Before the guides of 2018 neither materials nor time were laid down, and prompts were advice. */
const early: CriticismRules = {
  ...guided,
  materialsDays: 0,
  minimumDays: {},
  minimumDaysElsewhere: 0,
  promptsBlock: false,
};

/** Values of each pack; where no document gives a number it is the practice of the time. */
export const CRITICISM_RULES = {
  'vn-2006': early,
  'vn-2011': early,
  'vn-2016': { ...guided, promptsBlock: false },
  'vn-2021': guided,
  'vn-2026': guided,
} as const satisfies Readonly<Record<string, CriticismRules>>;
