import type { Share } from '#libs/assembly';
import type { Projection } from '#libs/projections';
import { READ_MODELS } from '#libs/read-models';

/**
 * Processor time of building each view alone from the log of the five demo organisations (1.05
 * million events), in thirds of a second. Only their proportions count.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  unit_tree: 1,
  level_indicators: 2,
  cycle_indicators: 14,
  cell_month: 7,
  year_sheet: 2,
  honours: 1,
  oversight: 1,
  findings: 8,
  registration_list: 4,
  member_history: 8,
  timers: 10,
  delegation_list: 1,
  inbox: 22,
  warrant_list: 1,
};

/** A view that nobody has weighed yet. */
const UNKNOWN = 5;

/** Every view of the product, with its part of the work of keeping all of them. */
export const PROJECTIONS: readonly Share<Projection>[] = READ_MODELS.map((work) => ({
  work,
  weight: WEIGHTS[work.name] ?? UNKNOWN,
}));

/** Names that were weighed, for the specification that keeps this list and the views together. */
export const WEIGHED: readonly string[] = Object.keys(WEIGHTS);
