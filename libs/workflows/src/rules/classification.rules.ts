import type { Rating } from '../classification/classification.events.js';
import type { CapDenominator } from '../rating-list/rating-list.events.js';

/** Rules of the year-end classification: what a rating asks for, and how many may be the best. */
export interface ClassificationRules {
  /** Least points for a rating, of 100; absent: not rated by points. */
  readonly points?: Readonly<Record<Exclude<Rating, 'not_completed'>, number>>;
  /** Least shares of the year's tasks for a rating, in percent. */
  readonly tasks: Readonly<Partial<Record<Rating, TaskShares>>>;
  /** The best rating asks that every shortcoming of the year before is remedied. */
  readonly remediedForExcellent: boolean;
  /** The best rating asks for a registration endorsed in that year. */
  readonly commitmentForExcellent: boolean;
  /** Whoever is under discipline cannot be rated best. */
  readonly disciplineBarsExcellent: boolean;
  /** A member is proposed only after a secret ballot. */
  readonly ballot: boolean;
  readonly cap: CapRule;
  /** Civil days after the notice in which a complaint may be filed. */
  readonly complaintDays: number;
}

export interface TaskShares {
  readonly done: number;
  readonly onTime: number;
  /** Beyond what was required. */
  readonly beyond: number;
}

export interface CapRule {
  readonly percent: number;
  /** With a document that says so; absent: never more. */
  readonly exceptionalPercent?: number;
  /** Percent of those rated good, or of those rated good or excellent. */
  readonly denominator: CapDenominator;
  /** How members, and how units, are grouped: all of a list together, or units with their like. */
  readonly scope: {
    readonly member: 'BASE_ORG';
    readonly unit: 'BASE_ORG' | 'SIMILAR_GROUP';
  };
  readonly rounding: 'FLOOR';
}

/** No national limit is known of those years: everybody who earned it may be rated best. */
const uncapped: CapRule = {
  percent: 100,
  denominator: 'GOOD_OR_ABOVE',
  scope: { member: 'BASE_ORG', unit: 'BASE_ORG' },
  rounding: 'FLOOR',
};

/** 21-HD/BTCTW (2019): a fifth of those rated good, within each base organisation. */
const fifthOfGood: CapRule = {
  percent: 20,
  denominator: 'GOOD_ONLY',
  scope: { member: 'BASE_ORG', unit: 'SIMILAR_GROUP' },
  rounding: 'FLOOR',
};

const early: ClassificationRules = {
  tasks: {},
  remediedForExcellent: false,
  commitmentForExcellent: false,
  disciplineBarsExcellent: true,
  ballot: false,
  cap: uncapped,
  complaintDays: 30,
};

const guide21: ClassificationRules = {
  ...early,
  commitmentForExcellent: true,
  ballot: true,
  cap: fifthOfGood,
};

/** 124-QĐ/TW (2023): half of the tasks beyond what was required. */
const regulation124: ClassificationRules = {
  ...guide21,
  tasks: { excellent: { done: 100, onTime: 100, beyond: 50 } },
};

/** 366-QĐ/TW (2025): a scale of 100 points, and nothing left unmended. */
const regulation366: ClassificationRules = {
  ...regulation124,
  points: { excellent: 90, good: 70, completed: 50 },
  tasks: {
    excellent: { done: 100, onTime: 100, beyond: 30 },
    good: { done: 100, onTime: 100, beyond: 0 },
    completed: { done: 100, onTime: 80, beyond: 0 },
  },
  remediedForExcellent: true,
  cap: { ...fifthOfGood, exceptionalPercent: 25 },
};

/** By rule pack. */
export const CLASSIFICATION_RULES = { early, guide21, regulation124, regulation366 } as const;
