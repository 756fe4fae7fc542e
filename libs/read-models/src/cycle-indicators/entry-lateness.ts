import { addDays, dayOf } from '#libs/kernel';
import { rulePack, RULE_PACKS } from '#libs/workflows';
import type { CycleAmounts } from './cycle-book.js';

interface Entry {
  readonly recordedAt: string;
  readonly data: { readonly on: string };
}

/**
 * One entry of something that happened on a day it names; late when it was recorded after the days
 * of grace of that year's rules. The day of recording is the store's own, so no envelope is read.
 */
export function entryOf({ data: { on }, recordedAt }: Entry): CycleAmounts {
  const grace = rulePack(RULE_PACKS, { year: Number(on.slice(0, 4)) })?.review.graceDays ?? 0;
  return { entries: 1, entries_late: Number(dayOf(recordedAt) > addDays(on, grace)) };
}
