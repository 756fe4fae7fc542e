import type { Threshold } from '#libs/kernel';
import type { Rating, SubjectKind } from '../classification/classification.events.js';
import type { AwardForm, Occasion, Track } from '../commendation/commendation.events.js';
import type { Level } from '../organisation/organisation.events.js';

/** A cell that stands directly under more than a base committee decides more than other cells. */
export type DecidingLevel = Level | 'base_cell';

/** One line of who may honour whom, how, for what. Whatever no line allows, nobody may. */
export interface AwardRule {
  readonly track: Track;
  readonly form: AwardForm;
  readonly subjects: readonly SubjectKind[];
  readonly occasions: readonly Occasion[];
  readonly levels: readonly DecidingLevel[];
  /** Least final rating in every year honoured; absent: ratings are not asked for. */
  readonly rating?: Extract<Rating, 'excellent' | 'good'>;
  /** Part of all council members that must approve; absent: no vote. */
  readonly council?: Threshold;
  /** The simplified procedure, without a vote, is open to it. */
  readonly simplified?: true;
}

export interface CommendationRules {
  readonly awards: readonly AwardRule[];
  /** Years of membership for which there is a badge. */
  readonly badgeYears: readonly number[];
}

const BOTH = ['member', 'unit'] as const;
const SPECIAL = ['thematic', 'contest'] as const;
const ABOVE_BASE = ['ward', 'district', 'bloc', 'sector'] as const;
const FROM_BASE = ['organ', 'base', ...ABOVE_BASE] as const;

const party = (council: Threshold): readonly AwardRule[] => {
  const lines: readonly Omit<AwardRule, 'track'>[] = [
    {
      form: 'praise',
      subjects: BOTH,
      occasions: ['year', 'extraordinary', ...SPECIAL],
      levels: ['cell', 'base_cell', ...FROM_BASE, 'province'],
    },
    {
      form: 'certificate',
      subjects: ['member'],
      occasions: ['year'],
      levels: ['base_cell', ...FROM_BASE],
      rating: 'excellent',
      council,
    },
    {
      form: 'certificate',
      subjects: ['unit'],
      occasions: ['year'],
      levels: FROM_BASE,
      rating: 'excellent',
      council,
    },
    {
      form: 'certificate',
      subjects: BOTH,
      occasions: ['five_years'],
      levels: ABOVE_BASE,
      rating: 'excellent',
      council,
    },
    {
      form: 'certificate',
      subjects: BOTH,
      occasions: SPECIAL,
      levels: [...FROM_BASE, 'province'],
      council,
    },
    {
      form: 'merit',
      subjects: BOTH,
      occasions: ['five_years'],
      levels: ['province'],
      rating: 'excellent',
      council,
    },
    { form: 'merit', subjects: BOTH, occasions: SPECIAL, levels: ['province'], council },
    { form: 'badge', subjects: ['member'], occasions: ['year'], levels: ['province'] },
  ];
  return [
    ...lines.map((line) => ({ ...line, track: 'party' as const })),
    ...brave('party', council),
  ];
};

/** For the outstanding and the brave; the simplified procedure is there for them. */
const brave = (track: Track, council: Threshold): readonly AwardRule[] =>
  (['certificate', 'merit'] as const).map((form) => ({
    track,
    form,
    subjects: BOTH,
    occasions: ['extraordinary'],
    levels: form === 'merit' ? ['province'] : [...FROM_BASE, 'province'],
    council,
    simplified: true,
  }));

/** Decided by state bodies at that level; the party's own levels below them decide nothing. */
const state = (council: Threshold): readonly AwardRule[] => {
  const provincial = ['province'] as const;
  const lines: readonly Pick<AwardRule, 'form' | 'occasions' | 'levels' | 'rating'>[] = [
    {
      form: 'certificate',
      occasions: ['year'],
      levels: [...ABOVE_BASE, 'province'],
      rating: 'good',
    },
    { form: 'certificate', occasions: SPECIAL, levels: [...ABOVE_BASE, 'province'] },
    { form: 'merit', occasions: ['five_years'], levels: provincial, rating: 'excellent' },
    { form: 'merit', occasions: SPECIAL, levels: provincial },
  ];
  const all = { track: 'state', subjects: BOTH, council } as const;
  return [...lines.map((line) => ({ ...all, ...line })), ...brave('state', council)];
};

const badgeYears = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/** By rule pack: since the decree of 2023 a state council approves by four fifths of all. */
export const COMMENDATION_RULES = {
  simpleMajority: {
    awards: [...party('more_than_half'), ...state('more_than_half')],
    badgeYears,
  },
  fourFifths: {
    awards: [...party('more_than_half'), ...state('four_fifths')],
    badgeYears,
  },
} as const satisfies Readonly<Record<string, CommendationRules>>;
