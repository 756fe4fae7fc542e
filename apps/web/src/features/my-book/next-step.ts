import type { Book, BookPeriod, BookRemedy } from '../../api/book.js';
import type { RegistrationPage } from '../../api/types.js';

/** The one thing to do next, most pressing first. */
export type NextStep =
  | { kind: 'register' | 'mend'; due?: string }
  | { kind: 'report' | 'read'; period: BookPeriod; due?: string }
  | { kind: 'remedy'; remedy: BookRemedy; due?: string; overdue: boolean }
  | { kind: 'nothing' };

const OPEN_REMEDIES = ['open', 'assigned', 'pending', 'overdue'];

const withDue = (due: string | null | undefined): { due?: string } => (due ? { due } : {});
const byDue = (a: { due?: string | null }, b: { due?: string | null }): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999');

/** What the book asks of its owner first. `today` is an ISO date. */
export function nextStepOf(
  paper: Pick<RegistrationPage, 'state' | 'actions'> | undefined,
  book: Pick<Book, 'periods' | 'remedies'> | null | undefined,
  today: string,
): NextStep {
  const submit = paper?.actions.find(({ command }) => command === 'submit');
  if (submit?.allowed)
    return { kind: paper?.state === 'returned' ? 'mend' : 'register', ...withDue(submit.due) };
  const remedies = (book?.remedies ?? [])
    .filter(({ status }) => OPEN_REMEDIES.includes(status))
    .sort(byDue);
  const late = remedies.find(({ due }) => due && due < today);
  if (late) return { kind: 'remedy', remedy: late, overdue: true, ...withDue(late.due) };
  const periods = [...(book?.periods ?? [])].sort(byDue);
  const due = periods.find(({ state }) => state === 'due');
  if (due) return { kind: 'report', period: due, ...withDue(due.due) };
  const remarked = periods.find(({ state }) => state === 'remarked');
  if (remarked) return { kind: 'read', period: remarked };
  const [remedy] = remedies;
  if (remedy) return { kind: 'remedy', remedy, overdue: false, ...withDue(remedy.due) };
  return { kind: 'nothing' };
}
