import type { Actor } from './authority.js';
import type { Clocks } from './clock.js';
import type { NewFact } from './fact.js';
import type { Guard } from './guard.js';
import type { Need, Needs, Resolved } from './need.js';
import type { Policy } from './policy.js';

/** The class of a command's input, decorated with class-validator. */
export type InputClass<Input> = new () => Input;

/** What guards may read before anything is typed. */
export interface StateContext<State, N> {
  readonly id: string;
  readonly stateName: string;
  readonly state: Readonly<State>;
  readonly clocks: Clocks;
  readonly needs: Resolved<N>;
  readonly actor: Actor;
  /** Moment of deciding, ISO 8601. */
  readonly now: string;
  /** Claimed business time, ISO 8601, not after `now`. */
  readonly occurredAt: string;
}

export interface CommandContext<State, Input, N> extends StateContext<State, N> {
  readonly input: Readonly<Input>;
}

/** Names of the fields of a state or an input. */
export type Fields<T> = keyof T & string;

export interface CommandSpec<State, Facts, StateName, Input, N, Emits extends keyof Facts> {
  readonly input: InputClass<Input>;
  readonly from: readonly StateName[];
  readonly by: Policy<Fields<State> | Fields<Input>>;
  readonly needs?: N;
  readonly guards?: readonly (
    Guard<StateContext<State, N>> | Guard<CommandContext<State, Input, N>>
  )[];
  readonly emits: readonly Emits[];
  /** Order does not matter between two of these: on a conflict the engine may decide again. */
  readonly commutative?: true;
  /**
   * Never possible on behalf of somebody else: votes, self-criticism, self-rating, one's own form.
   * Left out: so it is where the policy asks for a person and not for an office.
   */
  readonly personal?: boolean;
  /** Whether it waits for somebody, and so stands in their inbox; left out: see `awaits`. */
  readonly task?: boolean;
  decide(context: CommandContext<State, Input, N>): readonly NewFact<Facts, Emits>[];
}

/** Binds one command to its workflow's types; see `defineWorkflow`. */
export type CommandBuilder<State, Facts, StateName> = <
  Input extends object,
  const N extends Needs = Readonly<Record<never, Need<unknown>>>,
  const Emits extends keyof Facts = never,
>(
  spec: CommandSpec<State, Facts, StateName, Input, N, Emits>,
) => CommandSpec<State, Facts, StateName, Input, N, Emits>;

/** Declares commands in a file of their own: `const command = commandsOf<S, F, StateName>()`. */
export const commandsOf =
  <State, Facts, StateName extends string>(): CommandBuilder<State, Facts, StateName> =>
  (spec) =>
    spec;
