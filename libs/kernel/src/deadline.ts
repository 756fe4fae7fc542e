/** A period in days: `P10D`; negative for reminders: `-P3D`. */
export type Days = `P${number}D` | `-P${number}D`;

export interface DeadlineSpec<StateName extends string = string> {
  readonly whileIn: readonly StateName[];
  /** Days after the state was entered, or a field of the state that holds an ISO date. */
  readonly due:
    { readonly after: Days; readonly calendar: 'civil' | 'working' } | { readonly field: string };
  readonly remind?: readonly Days[];
  /** The command that stops this clock. */
  readonly command: string;
}

/** Adds working days to an ISO date; holidays are data, so the calendar is passed in. */
export interface WorkingCalendar {
  addWorkingDays(date: string, days: number): string;
}

const daysIn = (period: Days): number => {
  const days = Number(/P(\d+)D/.exec(period)?.[1]);
  return period.startsWith('-') ? -days : days;
};

/** Adds civil days to an ISO date (`2026-03-31`). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);

/** Where the organisation lives: Việt Nam, one zone, no summer time. */
const HOURS_AHEAD_OF_UTC = 7;

/** The civil day of an instant (`…Z`) in Việt Nam; a plain date stays itself. */
export const dayOf = (instant: string): string =>
  Number(instant.slice(11, 13)) < 24 - HOURS_AHEAD_OF_UTC
    ? instant.slice(0, 10)
    : addDays(instant, 1);

/** The ISO date by which the deadline falls due, or `undefined` when it cannot be known yet. */
export function dueDate(
  spec: DeadlineSpec,
  state: Readonly<Record<string, unknown>>,
  since: string | undefined,
  calendar: WorkingCalendar,
): string | undefined {
  if ('field' in spec.due) {
    const date = state[spec.due.field];
    return typeof date === 'string' ? date : undefined;
  }
  if (since === undefined) return undefined;
  const days = daysIn(spec.due.after);
  return spec.due.calendar === 'working'
    ? calendar.addWorkingDays(dayOf(since), days)
    : addDays(dayOf(since), days);
}
