import type { Level } from '#libs/workflows';

/** What a row of `expect` speaks of. */
export const EXPECT_KINDS = ['indicator', 'refused', 'capability', 'finding', 'view'] as const;
export type ExpectKind = (typeof EXPECT_KINDS)[number];

/** One thing the product must show once the scenario has been loaded. */
export interface ExpectRow {
  /** Unique in all scenarios: `bac-kan: indicator REG_RATE`. */
  readonly id: string;
  readonly kind: ExpectKind;
  readonly subject: string;
  /** Everything else the row says, as written. */
  readonly terms: Readonly<Record<string, unknown>>;
}

/** One organisation and its years, as its file states them. */
export interface Scenario {
  /** Also the id of the organisation's topmost unit. */
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly titleEn: string;
  readonly years: { readonly first: number; readonly last: number };
  /** From the top of the tree down; the last is always `cell`. */
  readonly levels: readonly Level[];
  readonly facts: readonly string[];
  /** Number of units by level; a level may be left out, never the cells. */
  readonly units: Readonly<Partial<Record<Level, number>>> & { readonly cell: number };
  readonly members: number;
  readonly expect: readonly ExpectRow[];
}
