import type { CommandBuilder, CommandContext, CommandSpec, Fields } from './command-spec.js';
import type { DeadlineSpec } from './deadline.js';
import { deadlineCommands, deadlineFacts } from './deadline-commands.js';
import type { DataOf, RecordedFact } from './fact.js';
import type { Needs } from './need.js';
import type { Policy } from './policy.js';

export {
  type CommandBuilder,
  type CommandContext,
  commandsOf,
  type CommandSpec,
  type InputClass,
  type StateContext,
} from './command-spec.js';

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

export interface WorkflowSpec<State, Facts, States, StateName extends string, Commands> {
  readonly name: string;
  readonly version: number;
  /** Prefix of the stream's name: `{stream}-{id}`. */
  readonly stream: string;
  readonly states: States;
  /** The state before the first fact, from the stream's id alone. */
  start(id: string): State;
  /** What an id must look like; anything else is refused at the edge. */
  readonly idPattern: RegExp;
  readonly facts: FactSpecs<State, Facts, StateName>;
  readonly commands: (command: CommandBuilder<State, Facts, StateName>) => Commands;
  readonly deadlines?: Readonly<
    Record<
      string,
      DeadlineSpec<NoInfer<StateName>, Fields<NoInfer<Facts>>, NoInfer<State>, Fields<State>>
    >
  >;
}

/**
 * Declares a workflow. Everything else (decider, matrix, next actions, diagram, OpenAPI) is
 * derived from the declaration. Wrong targets, unknown `from`, undeclared `emits` and wrong
 * payloads do not compile.
 */
export const defineWorkflow =
  <State extends object, Facts extends object>() =>
  <const States extends Readonly<Record<string, StateSpec>>, Commands extends object>(
    spec: WorkflowSpec<State, Facts, States, keyof States & string, Commands>,
  ): Workflow<State, Commands> => {
    const commands = spec.commands((command) => command);
    const starts = Object.entries(spec.states).filter(([, state]) => state.start);
    if (starts.length !== 1) throw new Error(`workflow ${spec.name} needs exactly one start state`);
    const deadlines = (spec.deadlines ?? {}) as Readonly<Record<string, DeadlineSpec>>;
    const timed = deadlineCommands(deadlines, spec.states);
    const facts: ReadonlyMap<string, AnyFactSpec> = new Map([
      ...(Object.entries(spec.facts) as [string, AnyFactSpec][]),
      ...deadlineFacts(timed),
    ]);
    return {
      name: spec.name,
      version: spec.version,
      stream: spec.stream,
      states: spec.states,
      startState: starts[0]![0],
      start: (id) => spec.start(id),
      idPattern: spec.idPattern,
      facts,
      commands: { ...commands, ...timed } as Commands & Readonly<Record<string, AnyCommand>>,
      deadlines,
    };
  };

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
}

export type AnyWorkflow = Workflow;
