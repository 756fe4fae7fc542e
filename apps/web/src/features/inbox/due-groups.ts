import type { InboxItem } from './inbox-api.js';

export const DUE_GROUPS = ['overdue', 'week', 'later', 'noDate'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** The ISO date some days after another. */
const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** In which group an item stands on a day: `week` is due within seven days. */
export function dueGroupOf({ due, overdue }: Pick<InboxItem, 'due' | 'overdue'>, today: string) {
  if (overdue) return 'overdue';
  if (due === null) return 'noDate';
  return due <= daysAfter(today, WEEK_DAYS) ? 'week' : 'later';
}

/** The groups that have anything, in order, each with its items in the order given. */
export function dueGroups<Item extends Pick<InboxItem, 'due' | 'overdue'>>(
  items: readonly Item[],
  today: string,
): readonly { readonly group: DueGroup; readonly items: readonly Item[] }[] {
  const found = Map.groupBy(items, (item) => dueGroupOf(item, today));
  return DUE_GROUPS.flatMap((group) => {
    const some = found.get(group);
    return some === undefined ? [] : [{ group, items: some }];
  });
}

/** Whole days from today to a date; negative once it has passed. */
export const daysLeft = (due: string, today: string): number =>
  Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
