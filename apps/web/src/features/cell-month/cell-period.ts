import type { MeetingItem } from './cell-month-api.js';

/** The months (1 to 12) that a period `2026-03` or `2026-q1` is made of. */
export function monthsOf(period: string): number[] {
  const quarter = /-q([1-4])$/.exec(period)?.[1];
  if (quarter === undefined) return [Number(period.slice(5))];
  const last = Number(quarter) * 3;
  return [last - 2, last - 1, last];
}

/** The period of a year in which a day lies, or its last one when the day lies after the year. */
export function periodAt(year: number, cadence: 'monthly' | 'quarterly', day: string): string {
  const month = Number(day.slice(0, 4)) > year ? 12 : Number(day.slice(5, 7));
  const at = Number(day.slice(0, 4)) < year ? 1 : month;
  return cadence === 'quarterly'
    ? `${String(year)}-q${String(Math.ceil(at / 3))}`
    : `${String(year)}-${String(at).padStart(2, '0')}`;
}

export const isInPeriod = (on: string, period: string): boolean =>
  on.slice(0, 4) === period.slice(0, 4) && monthsOf(period).includes(Number(on.slice(5, 7)));

/** The day on which a period begins, ISO. */
export const firstDayOf = (period: string): string =>
  `${period.slice(0, 4)}-${two(monthsOf(period)[0] ?? 1)}-01`;

/** The day on which it ends, ISO. */
export const lastDayOf = (period: string): string => {
  const month = monthsOf(period).at(-1) ?? 12;
  return new Date(Date.UTC(Number(period.slice(0, 4)), month, 0)).toISOString().slice(0, 10);
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Where nothing else is known, cells meet on the third of the month. */
const COMMON_DAY = 3;

/** The day of the month on which the cell has met most often; the later habit decides a tie. */
export function commonDay(meetings: readonly Pick<MeetingItem, 'on' | 'kind'>[]): number {
  const days = new Map<number, number>();
  let best = { day: COMMON_DAY, times: 0 };
  for (const { on, kind } of meetings) {
    if (kind !== 'regular' && kind !== 'combined') continue;
    const day = Number(on.slice(8, 10));
    const times = (days.get(day) ?? 0) + 1;
    days.set(day, times);
    if (times >= best.times) best = { day, times };
  }
  return best.day;
}

/** When to meet in a month: its common day, or today once that is past; never out of the month. */
export function dayToMeet(year: number, month: number, common: number, today: string): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = `${String(year)}-${two(month)}-${two(Math.min(common, last))}`;
  const isThisMonth = today.startsWith(`${String(year)}-${two(month)}`);
  return isThisMonth && today > day ? today : day;
}

/** The id of a meeting called for a day: a second one that day ends in b, a third in c. */
export function meetingIdFor(unitId: string, on: string, taken: readonly string[]): string {
  const id = `${unitId}-${on.replaceAll('-', '')}`;
  return [id, `${id}b`, `${id}c`].find((one) => !taken.includes(one)) ?? id;
}
