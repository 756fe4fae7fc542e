import { keptText, type Kept } from '../command-form/kept-text.js';
import type { FormValues } from './form-values.js';

export type Draft = Kept<FormValues>;

/** One paper's draft. */
export const draftOf = (username: string, memberId: string, year: number) =>
  keptText<FormValues>(username, `${memberId}-${String(year)}`);

/**
 * The kept values laid over the fields of today: a rule pack may have gained or lost an area
 * since, but every deed and text typed stays.
 */
export const restored = (draft: Draft, fresh: FormValues): FormValues => ({
  areas: fresh.areas.map(
    (line) => draft.values.areas.find((kept) => kept.area === line.area) ?? line,
  ),
  deeds: draft.values.deeds.length > 0 ? draft.values.deeds : fresh.deeds,
  personalPlan: draft.values.personalPlan,
  justifications: fresh.justifications.map(
    (line) =>
      draft.values.justifications.find((kept) => kept.shortcomingId === line.shortcomingId) ?? line,
  ),
  reason: draft.values.reason,
});
