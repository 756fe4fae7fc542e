import { localDay } from './dates.js';

const DAY = 86_400_000;

/** Whole days, by Vietnam's calendar, from one date or moment to another. */
export function daysBetween(from: string, to: string): number {
  const day = (iso: string) => Date.parse(`${iso.length <= 10 ? iso : localDay(iso)}T00:00:00Z`);
  const days = Math.round((day(to) - day(from)) / DAY);
  return Number.isNaN(days) ? 0 : days;
}
