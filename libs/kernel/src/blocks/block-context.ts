import { type Actor, everybodyOf } from '../authority.js';
import type { Guard } from '../guard.js';
import type { Needs } from '../need.js';
import type { Policy } from '../policy.js';
import type { CommandContext, CommandSpec, InputClass } from '../workflow.js';

/** Names of the state's fields that hold a value of the given type. */
export type FieldsHolding<State, Value> = {
  [Field in keyof State]-?: State[Field] extends Value ? Field : never;
}[keyof State] &
  string;

/** What every fact of a block repeats of its record: ids and periods that read models need. */
export type Identity<State, Of> = (state: Readonly<State>) => Of;

/** What a block's guards and decisions see. */
export type BlockContext<State, Input> = CommandContext<State, Input, object>;

/** What a block's `apply` reads of a fact besides its data. */
export interface SealedOfFact {
  readonly revision?: number;
  readonly sealed?: Readonly<Record<string, { readonly value: unknown } | undefined>>;
}

export type BlockCommand<State, Facts, StateName, Input> = CommandSpec<
  State,
  Facts,
  StateName,
  Input,
  object,
  keyof Facts
>;

/** Builds one command of a block; its fact's name is only known where the block is used. */
export const blockCommand =
  <State, Facts, StateName>() =>
  <Input extends object>(
    input: InputClass<Input>,
    from: readonly StateName[],
    by: Policy<keyof State & string>,
    guards: readonly Guard<never>[],
    emits: string,
    decide: (context: BlockContext<State, Input>) => { data: object; sealed?: object },
    more: { readonly needs?: Needs; readonly commutative?: true; readonly personal?: true } = {},
  ): BlockCommand<State, Facts, StateName, Input> =>
    ({
      ...more,
      input,
      from,
      by,
      guards,
      emits: [emits],
      decide: (context: BlockContext<State, Input>) => [{ type: emits, ...decide(context) }],
    }) as unknown as BlockCommand<State, Facts, StateName, Input>;

/** Everybody in whose name an act is done; an exclusion must hold for each of them. */
export const everybodyIn: (actor: Actor) => readonly string[] = everybodyOf;
