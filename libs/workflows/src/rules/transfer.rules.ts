/** By when a member who moves must have arrived (domain brief, 3H). */
export interface TransferRules {
  /** Working days from the move until the letter must be issued. */
  readonly startDays: number;
  /** Working days from the letter until the member must have been received. */
  readonly presentDays: number;
  /** How long a temporary stay may be, in months; study may take longer. */
  readonly temporary: {
    readonly minMonths: number;
    readonly maxMonths: number;
    readonly studyMaxMonths: number;
  };
}

const limits: TransferRules = {
  startDays: 60,
  presentDays: 30,
  temporary: { minMonths: 3, maxMonths: 12, studyMaxMonths: 24 },
};

/** By the id of the rule pack. */
export const TRANSFER_RULES = {
  'vn-2006': limits,
  'vn-2011': limits,
  'vn-2016': limits,
  'vn-2021': limits,
  'vn-2026': limits,
} as const satisfies Readonly<Record<string, TransferRules>>;
