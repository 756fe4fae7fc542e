/** How members' registered deeds are reviewed during the year (domain brief, 3C). */
export interface ReviewRules {
  /** The pace of units that chose none. */
  readonly cadence: 'monthly' | 'quarterly';
  /** Civil days after a period's end within which its remark is in time. */
  readonly graceDays: number;
}

/** Before 2016 the remark was written into paper books and collected later. */
const onPaper: ReviewRules = { cadence: 'quarterly', graceDays: 15 };
const inTheBook: ReviewRules = { cadence: 'quarterly', graceDays: 10 };

/** By the id of the rule pack. Defaults; a province may replace them. */
export const REVIEW_RULES = {
  'vn-2006': onPaper,
  'vn-2011': onPaper,
  'vn-2016': inTheBook,
  'vn-2021': inTheBook,
  'vn-2026': inTheBook,
} as const satisfies Readonly<Record<string, ReviewRules>>;
