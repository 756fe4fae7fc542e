import type { Book, BookPeriod, BookRemedy } from '../../api/book.js';
import type { RegistrationPage } from '../../api/types.js';

/** The one thing to do next, most pressing first. */
export type NextStep =
  | { kind: 'register' | 'mend'; due?: string }
  | { kind: 'report' | 'read'; period: BookPeriod; due?: string }
  | { kind: 'remedy'; remedy: BookRemedy; due?: string; overdue: boolean }
  | { kind: 'nothing' };

const withDue = (due: string | null | undefined): { due?: string } => (due ? { due } : {});
const byDue = (a: { due?: string | null }, b: { due?: string | null }): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999');

/** The first day of a period: of `2026-03` 2026-03-01, of `2026-q2` 2026-04-01. */
const startOf = (period: string): string => {
  const quarter = /^(\d{4})-q([1-4])$/.exec(period);
  if (!quarter) return `${period}-01`;
  return `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
};

/** Whether a period has begun, so that something can be said about it. */
export const hasBegun = (period: string, today: string): boolean => startOf(period) <= today;

/** Whether it is still worth asking for: it has begun, and no longer than a year ago. */
export const isCurrent = (period: string, today: string): boolean =>
  hasBegun(period, today) &&
  startOf(period) > `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;

/** What the book asks of its owner first. `today` is an ISO date. */
export function nextStepOf(
  paper: Pick<RegistrationPage, 'state' | 'actions'> | undefined,
  book: Pick<Book, 'periods' | 'remedies'> | null | undefined,
  today: string,
  mayReport: (period: BookPeriod) => boolean = () => true,
): NextStep {
  const submit = paper?.actions.find(({ command }) => command === 'submit');
  if (submit?.allowed)
    return { kind: paper?.state === 'returned' ? 'mend' : 'register', ...withDue(submit.due) };
  const remedies = (book?.remedies ?? []).filter(({ status }) => status === 'open').sort(byDue);
  const late = remedies.find(({ due }) => due && due < today);
  if (late) return { kind: 'remedy', remedy: late, overdue: true, ...withDue(late.due) };
  const periods = [...(book?.periods ?? [])].sort(byDue);
  const due = periods.find(
    (one) => one.state === 'due' && isCurrent(one.period, today) && mayReport(one),
  );
  if (due) return { kind: 'report', period: due, ...withDue(due.due) };
  const remarked = periods.find(({ state }) => state === 'remarked');
  if (remarked) return { kind: 'read', period: remarked };
  const [remedy] = remedies;
  if (remedy) return { kind: 'remedy', remedy, overdue: false, ...withDue(remedy.due) };
  return { kind: 'nothing' };
}
