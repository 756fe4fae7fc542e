import type { Reason } from './reason.js';

/**
 * A rule a command must satisfy. Phase `state` needs no input, so it also decides whether a
 * button is offered; phase `input` judges what was typed.
 */
export interface Guard<in Context> {
  /** The refusal codes it can give, for the documentation and the tests. */
  readonly codes: readonly string[];
  readonly phase: 'state' | 'input';
  check(context: Context): readonly Reason[];
}

/** A guard on the input (and on state and needs). Returns why it refuses; empty: passes. */
export const guard = <Context>(
  codes: string | readonly string[],
  check: (context: Context) => readonly Reason[],
): Guard<Context> => ({ codes: [codes].flat(), phase: 'input', check });

/** A guard that can be judged before anything is typed. */
export const precondition = <Context>(
  codes: string | readonly string[],
  check: (context: Context) => readonly Reason[],
): Guard<Context> => ({ codes: [codes].flat(), phase: 'state', check });
