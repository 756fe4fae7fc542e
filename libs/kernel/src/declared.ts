import type { CommandContext, CommandSpec } from './command-spec.js';
import type { DeadlineSpec } from './deadline.js';
import type { DataOf, RecordedFact } from './fact.js';
import type { Needs } from './need.js';
import type { Policy } from './policy.js';

export interface StateSpec {
  readonly start?: true;
  readonly final?: true;
}

export interface FactSpec<State, Shape, StateName> {
  /** The state the fact leads to; left out: it stays. */
  readonly to?: StateName;
  /** Version of the stored payload, 1 unless said otherwise; older ones are upcast on read. */
  readonly schemaVersion?: number;
  /** What the fact does to the state. Reads only the fact; never refuses. */
  apply(state: State, data: DataOf<Shape>, fact: RecordedFact): void;
}

/** What every fact of a workflow does; a declaration may keep it in a file of its own. */
export type FactSpecs<State, Facts, StateName> = {
  readonly [Type in keyof Facts]: FactSpec<State, Facts[Type], StateName>;
};

/** How instances go from one version of a definition to a newer one. */
export interface MigrationSpec {
  readonly from: number;
  readonly to: number;
  /** New names of states; `null`: it cannot go on there. Left out: the name stays the same. */
  readonly states?: Readonly<Record<string, string | null>>;
}

/** A command with its static types forgotten, as the engine handles it. */
export type AnyCommand = CommandSpec<
  object,
  Record<string, never>,
  string,
  object,
  Needs,
  string
> & {
  /** The policy for this very input, where it depends on it; `by` is then the widest. */
  byFor?(input: object): Policy | undefined;
  decide(context: CommandContext<object, object, Needs>): readonly NewFactAny[];
};
type NewFactAny = { readonly type: string; readonly data: object; readonly sealed?: undefined };
export type AnyFactSpec = FactSpec<object, { data: object }, string>;

export interface Workflow<State = object, Commands = object> {
  readonly name: string;
  readonly version: number;
  readonly stream: string;
  readonly states: Readonly<Record<string, StateSpec>>;
  readonly startState: string;
  start(id: string): State;
  readonly idPattern: RegExp;
  readonly facts: ReadonlyMap<string, AnyFactSpec>;
  readonly commands: Commands & Readonly<Record<string, AnyCommand>>;
  readonly deadlines: Readonly<Record<string, DeadlineSpec>>;
  /** Older definitions by their version. */
  readonly previous: ReadonlyMap<number, AnyWorkflow>;
  readonly migrations: readonly MigrationSpec[];
}

export type AnyWorkflow = Workflow;
