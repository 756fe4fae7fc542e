import type { CommandBuilder, Fields } from './command-spec.js';
import type { DeadlineSpec } from './deadline.js';
import type {
  AnyFactSpec,
  AnyWorkflow,
  FactSpecs,
  MigrationSpec,
  StateSpec,
  Workflow,
} from './declared.js';
import { deadlineCommands, deadlineFacts } from './deadline-commands.js';
import { migrationParts } from './migration-command.js';
import { DEFINITION_MIGRATED, MIGRATE_DEFINITION } from './versions.js';

export type {
  AnyCommand,
  AnyFactSpec,
  AnyWorkflow,
  FactSpec,
  FactSpecs,
  MigrationSpec,
  StateSpec,
  Workflow,
} from './declared.js';
export {
  type CommandBuilder,
  type CommandContext,
  commandsOf,
  type CommandSpec,
  type InputClass,
  type StateContext,
} from './command-spec.js';

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
  /**
   * Older definitions by which instances still decide. Their facts are folded by this one, so that
   * of their own facts only `to` counts.
   */
  readonly previous?: readonly AnyWorkflow[];
  readonly migrations?: readonly MigrationSpec[];
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
    const previous = new Map((spec.previous ?? []).map((older) => [older.version, older]));
    const migration =
      previous.size === 0
        ? undefined
        : migrationParts(() => workflow, [spec, ...previous.values()]);
    const facts: ReadonlyMap<string, AnyFactSpec> = new Map([
      ...(migration ? ([[DEFINITION_MIGRATED, migration.fact]] as const) : []),
      ...(Object.entries(spec.facts) as [string, AnyFactSpec][]),
      ...deadlineFacts(timed),
    ]);
    const workflow: Workflow<State, Commands> = {
      name: spec.name,
      version: spec.version,
      stream: spec.stream,
      states: spec.states,
      startState: starts[0]![0],
      start: (id) => spec.start(id),
      idPattern: spec.idPattern,
      facts,
      commands: {
        ...commands,
        ...timed,
        ...(migration && { [MIGRATE_DEFINITION]: migration.command }),
      },
      deadlines,
      previous,
      migrations: spec.migrations ?? [],
    };
    return workflow;
  };
