import { stepKind } from './clock-steps.js';
import type { DeadlineSpec } from './deadline.js';

/** A step of a clock, as `system` fires it. */
export class FireDeadlineStep {
  clock: string;
  /** ISO date that was due when the step was planned. */
  due: string;
  /** Days from the due date. */
  offset: number;
}

/** Moves a due date, with a reason. */
export class ExtendDeadline {
  clock: string;
  /** The new due date, ISO. */
  to: string;
  reason: string;
}

/** What the facts of deadlines say; `offset` is absent from extensions. */
export interface DeadlineFact {
  readonly clock: string;
  readonly deadline: string;
  readonly key?: string;
  /** ISO date; of an extension: the new one. */
  readonly due: string;
  /** Days from the due date at which it was fired. */
  readonly offset?: number;
  readonly unitId?: string;
  readonly memberId?: string;
  /** Escalation: 1 for the first level told, 2 for the next. */
  readonly level?: number;
  /** Extension: the due date before. */
  readonly from?: string;
}

/** The command of each kind of step, and what it records. */
export const STEP_COMMANDS = {
  remindDeadline: { emits: 'DeadlineReminded', kind: 'remind' },
  passDeadline: { emits: 'DeadlinePassed', kind: 'due' },
  escalateDeadline: { emits: 'DeadlineEscalated', kind: 'escalate' },
} as const;

/** The facts that the kernel itself declares, the same in every workflow that has deadlines. */
export const DEADLINE_FACTS: ReadonlySet<string> = new Set([
  ...Object.values(STEP_COMMANDS).map(({ emits }) => emits),
  'DeadlineExtended',
]);

/** The commands that the kernel adds to workflows that have deadlines. */
export const DEADLINE_COMMANDS: ReadonlySet<string> = new Set([
  ...Object.keys(STEP_COMMANDS),
  'extendDeadline',
]);

/** The command that fires a step: the declared outcome, or the kernel's own record of it. */
export const stepCommand = ({ fire }: DeadlineSpec, offset: number): string => {
  const kind = stepKind(offset);
  if (kind === 'remind') return 'remindDeadline';
  return kind === 'escalate' ? 'escalateDeadline' : (fire ?? 'passDeadline');
};
