import type { FormValues } from './form-values.js';

/** What was typed and not yet sent, kept in the browser of the person who typed it. */
export interface Draft {
  values: FormValues;
  /** ISO moment of the last keystroke. */
  savedAt: string;
}

const keyOf = (username: string, memberId: string, year: number): string =>
  `guong.draft.${username}.${memberId}-${String(year)}`;

/** Reads, keeps and forgets one paper's draft; a full or blocked storage never breaks typing. */
export const draftOf = (username: string, memberId: string, year: number) => {
  const key = keyOf(username, memberId, year);
  return {
    read(): Draft | null {
      try {
        const text = localStorage.getItem(key);
        return text ? (JSON.parse(text) as Draft) : null;
      } catch {
        return null;
      }
    },
    keep(values: FormValues): boolean {
      try {
        const draft: Draft = { values, savedAt: new Date().toISOString() };
        localStorage.setItem(key, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    forget(): void {
      localStorage.removeItem(key);
    },
  };
};

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
