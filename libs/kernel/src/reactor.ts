import type { RecordedFact } from './fact.js';

/** A command a reactor wants executed; its key is derived from (reactor, event, index). */
export interface Intent {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly input: object;
}

/** A fact of one of the `Facts`, as a reactor's handler sees it. */
type FactOf<Facts, Type extends keyof Facts> = Omit<RecordedFact, 'data'> & {
  readonly data: Facts[Type] extends { data: infer Data } ? Data : never;
};

/**
 * Ties workflows together: pure functions from a fact, and what the reactor has folded so far, to
 * commands. `State` must survive JSON; a handler may change it in place.
 */
export interface ReactorSpec<Facts, State> {
  readonly name: string;
  start(): State;
  readonly on: {
    readonly [Type in keyof Facts]?: (fact: FactOf<Facts, Type>, state: State) => readonly Intent[];
  };
  /** What a refusal means: nothing to do any more, or somebody must look. */
  readonly whenRefused: 'ignore' | 'park';
  /** Refusals that say that what was wanted is so already, or needless; never a reason to park. */
  readonly moot?: readonly string[];
}

/** A reactor with its static types forgotten, as the engine runs it. */
export interface Reactor {
  readonly name: string;
  start(): unknown;
  readonly on: Readonly<Record<string, (fact: RecordedFact, state: unknown) => readonly Intent[]>>;
  readonly whenRefused: 'ignore' | 'park';
  readonly moot?: readonly string[];
}

/** Declares a reactor; the filter of its subscription is derived from its handlers. */
export const defineReactor =
  <Facts, State>() =>
  (spec: ReactorSpec<Facts, State>): Reactor =>
    spec as unknown as Reactor;
