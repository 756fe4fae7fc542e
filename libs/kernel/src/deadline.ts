import type { Policy } from './policy.js';

/** A period in days: `P10D`; negative for reminders: `-P3D`. */
export type Days = `P${number}D` | `-P${number}D`;

/** Every day, or those on which offices work. */
export type DayKind = 'civil' | 'working';

interface DeadlineRules<Field extends string> {
  /** Days before the due date on which whoever must act is reminded. */
  readonly remind?: readonly Days[];
  /** Days after the due date at whose end the level above is told. */
  readonly escalate?: readonly Days[];
  /** The command that stops this clock: what must be done. */
  readonly command: string;
  /**
   * A command of the same workflow that `system` executes when the due day has ended (automatic
   * outcome). Left out: only the passing is recorded.
   */
  readonly fire?: string;
  /** Who may move the due date, giving a reason; left out: nobody. */
  readonly extendBy?: Policy<Field>;
}

/** One clock for the whole instance: it runs while the instance is in certain states. */
export interface StateDeadline<
  StateName extends string = string,
  Field extends string = string,
> extends DeadlineRules<Field> {
  readonly whileIn: readonly StateName[];
  /** States in which the clock stands still; it goes on with the days left. */
  readonly stopWhile?: readonly StateName[];
  readonly due:
    | {
        readonly after: Days;
        readonly calendar: DayKind;
        /** Field of the state with the ISO date to count from; left out: when it was entered. */
        readonly from?: Field;
      }
    /** Field of the state that holds the ISO date. */
    | { readonly field: Field };
}

/** One clock per item, opened and closed by facts; a later opening fact re-dates the clock. */
export interface ItemDeadline<
  FactType extends string = string,
  Field extends string = string,
> extends DeadlineRules<Field> {
  readonly opensBy: readonly FactType[];
  readonly closesBy: readonly FactType[];
  /** Name of the field in the data of those facts that identifies the item. */
  readonly key: string;
  /** Name of the field in the data of the opening facts with the ISO date; absent: no clock. */
  readonly due: { readonly field: string };
}

/** One clock per item that the state lists, while the instance is in certain states. */
export interface ListedDeadline<
  StateName extends string = string,
  State = object,
  Field extends string = string,
> extends DeadlineRules<Field> {
  readonly whileIn: readonly StateName[];
  /** The open items with their ISO dates. Pure. */
  each(state: Readonly<State>): readonly { readonly key: string; readonly due: string }[];
  /** Name of the input field of `fire` that takes the item's key. */
  readonly key: string;
}

/** By when something must have been done: due dates are civil days of Việt Nam. */
export type DeadlineSpec<
  StateName extends string = string,
  FactType extends string = string,
  State = object,
  Field extends string = string,
> =
  | StateDeadline<StateName, Field>
  | ItemDeadline<FactType, Field>
  | ListedDeadline<StateName, State, Field>;

/** Adds working days to an ISO date; holidays are data, so the calendar is passed in. */
export interface WorkingCalendar {
  addWorkingDays(date: string, days: number): string;
}

/** Days of a period, negative for `-P3D`. */
export const daysIn = (period: Days): number => {
  const days = Number(/P(\d+)D/.exec(period)?.[1]);
  return period.startsWith('-') ? -days : days;
};

/** Adds civil days to an ISO date (`2026-03-31`). */
export function addDays(date: string, days: number): string {
  // Within a month, as mostly, no calendar is needed.
  const day = Number(date.slice(8, 10)) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}`;
  return new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/** Adds days of either kind to an ISO date. */
export const addDaysOf = (
  date: string,
  days: number,
  kind: DayKind,
  calendar: WorkingCalendar,
): string => (kind === 'working' ? calendar.addWorkingDays(date, days) : addDays(date, days));

/** Days of that kind from `from` until `due`; 0 when it is there or past. */
export function daysUntil(
  due: string,
  from: string,
  kind: DayKind,
  calendar: WorkingCalendar,
): number {
  let days = 0;
  for (let day = from; day < due; day = addDaysOf(day, 1, kind, calendar)) days += 1;
  return days;
}

/** Where the organisation lives: Việt Nam, one zone, no summer time. */
const HOURS_AHEAD_OF_UTC = 7;

/** Midnight in Việt Nam as the UTC time of the civil day before. */
export const DAY_STARTS_AT = `T${24 - HOURS_AHEAD_OF_UTC}:00:00.000Z`;

/** The civil day of an instant (`…Z`) in Việt Nam; a plain date stays itself. */
export const dayOf = (instant: string): string =>
  Number(instant.slice(11, 13)) < 24 - HOURS_AHEAD_OF_UTC
    ? instant.slice(0, 10)
    : addDays(instant, 1);

/** The ISO date by which the deadline falls due, or `undefined` when it cannot be known yet. */
export function dueDate(
  spec: StateDeadline,
  state: Readonly<Record<string, unknown>>,
  since: string | undefined,
  calendar: WorkingCalendar,
): string | undefined {
  if ('field' in spec.due) {
    const date = state[spec.due.field];
    return typeof date === 'string' ? date : undefined;
  }
  const counted = spec.due.from === undefined ? since : state[spec.due.from];
  if (typeof counted !== 'string') return undefined;
  return addDaysOf(dayOf(counted), daysIn(spec.due.after), spec.due.calendar, calendar);
}
