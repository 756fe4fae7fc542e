import { guard, type Reason, reason } from '#libs/kernel';
import type { CriticismSessionView } from '../criticism-session/criticism-session.events.js';
import type { RegistrationView } from '../registration/registration.events.js';
import type { RulePack } from '../rules/index.js';
import { shortcomingsOf } from './classification.basis.js';
import type { Rating, TaskCounts } from './classification.events.js';
import type { ClassificationState } from './classification.state.js';

interface Proposing {
  state: Readonly<ClassificationState>;
  input: { rating: Rating; score?: number; tasks?: TaskCounts; disciplined?: boolean };
  needs: { rules: RulePack };
}

/** Under a scale of points the rating is at most what the points give. */
export const pointsSuffice = guard<Proposing>(
  ['POINTS_MISSING', 'POINTS_TOO_LOW'],
  ({ input: { rating, score }, needs: { rules } }) => {
    const { points } = rules.classification;
    if (points === undefined) return [];
    if (score === undefined) return [reason('POINTS_MISSING', undefined, 'score')];
    if (rating === 'not_completed' || score >= points[rating]) return [];
    return [reason('POINTS_TOO_LOW', { score, needed: points[rating] }, 'score')];
  },
);

const percentOf = (part: number, { total }: TaskCounts): number => (100 * part) / total;

/** Shares of tasks that a rating asks for, where tasks were counted. */
export const tasksSuffice = guard<Proposing>(
  ['TASKS_IMPOSSIBLE', 'TASKS_NOT_DONE', 'TASKS_LATE', 'TASKS_NOT_BEYOND'],
  ({ input: { rating, tasks }, needs: { rules } }) => {
    if (tasks === undefined) return [];
    const { total, done, onTime, beyond } = tasks;
    if (done > total || onTime > done || beyond > done)
      return [reason('TASKS_IMPOSSIBLE', undefined, 'tasks')];
    const wanted = rules.classification.tasks[rating];
    if (wanted === undefined) return [];
    const lacking = (code: string, part: number, needed: number, path: string): Reason[] =>
      percentOf(part, tasks) >= needed ? [] : [reason(code, { needed }, `tasks.${path}`)];
    return [
      ...lacking('TASKS_NOT_DONE', done, wanted.done, 'done'),
      ...lacking('TASKS_LATE', onTime, wanted.onTime, 'onTime'),
      ...lacking('TASKS_NOT_BEYOND', beyond, wanted.beyond, 'beyond'),
    ];
  },
);

/** What only the best rating asks for: a registration, mended shortcomings, a clean record. */
export const excellenceIsEarned = guard<
  Proposing & {
    needs: {
      registration: RegistrationView | undefined;
      earlierSession: CriticismSessionView | undefined;
    };
  }
>(
  ['COMMITMENT_MISSING', 'SHORTCOMINGS_UNREMEDIED', 'DISCIPLINED'],
  ({ state, input, needs: { rules, registration, earlierSession } }) => {
    if (input.rating !== 'excellent') return [];
    const pack = rules.classification;
    const { shortcomings, unremedied } = shortcomingsOf(earlierSession, state.subjectId);
    const committed = state.subjectKind === 'unit' || registration?.endorsed === true;
    return [
      ...(pack.commitmentForExcellent && !committed
        ? [reason('COMMITMENT_MISSING', { year: state.year }, 'rating')]
        : []),
      ...(pack.remediedForExcellent && unremedied > 0
        ? [reason('SHORTCOMINGS_UNREMEDIED', { open: unremedied, of: shortcomings }, 'rating')]
        : []),
      ...(pack.disciplineBarsExcellent && input.disciplined === true
        ? [reason('DISCIPLINED', undefined, 'rating')]
        : []),
    ];
  },
);
