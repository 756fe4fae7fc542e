import type { DeadlineSpec } from './deadline.js';
import { addDays, daysIn, DAY_STARTS_AT } from './deadline.js';

/** What is done at a step of a clock. */
export type StepKind = 'remind' | 'due' | 'escalate';

export interface ClockStep {
  /** Days from the due date: negative before, 0 when its day has ended, positive after. */
  readonly offset: number;
  /** The moment from which it is to be fired, ISO 8601. */
  readonly at: string;
}

/** The kind of a step, by its days from the due date. */
export const stepKind = (offset: number): StepKind =>
  offset < 0 ? 'remind' : offset === 0 ? 'due' : 'escalate';

/**
 * Reminders come at the beginning of their day; a deadline has passed, and the level above is told,
 * when the day has ended. Both are midnights in Việt Nam.
 */
export const stepMoment = (due: string, offset: number): string =>
  `${addDays(due, offset < 0 ? offset - 1 : offset)}${DAY_STARTS_AT}`;

/** What a declaration, which is a constant, always gives. */
const knownOffsets = new WeakMap<DeadlineSpec, readonly number[]>();

function offsetsOf(spec: DeadlineSpec): readonly number[] {
  let offsets = knownOffsets.get(spec);
  if (offsets === undefined) {
    const { remind = [], escalate = [] } = spec;
    offsets = [...remind.map(daysIn), 0, ...escalate.map(daysIn)].sort((a, b) => a - b);
    knownOffsets.set(spec, offsets);
  }
  return offsets;
}

/**
 * The first step of a clock that was started or re-dated at a moment. Reminders whose moment had
 * gone by then are left out: nobody is reminded of what was due before it was known.
 */
export function firstStep(spec: DeadlineSpec, due: string, startedAt: string): ClockStep {
  const offset = offsetsOf(spec).find((days) => days >= 0 || stepMoment(due, days) > startedAt)!;
  return { offset, at: stepMoment(due, offset) };
}

/** The step after one that was fired; `undefined`: there is none. */
export function stepAfter(spec: DeadlineSpec, due: string, fired: number): ClockStep | undefined {
  const offset = offsetsOf(spec).find((days) => days > fired);
  return offset === undefined ? undefined : { offset, at: stepMoment(due, offset) };
}

/**
 * The step to be fired at a moment when a clock's next one is `from`. Reminders that were slept
 * through, because nobody ran then, are left out: the last of them tells as much, and once the
 * deadline has passed none of them does. Passing and escalation are never left out.
 */
export function stepToFire(spec: DeadlineSpec, due: string, from: number, now: string): ClockStep {
  const isOver = (days: number): boolean => days <= 0 && stepMoment(due, days) <= now;
  const offset = offsetsOf(spec).findLast((days) => days > from && isOver(days)) ?? from;
  return { offset, at: stepMoment(due, offset) };
}
