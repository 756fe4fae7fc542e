import {
  type AnyCommand,
  type AnyWorkflow,
  DEADLINE_COMMANDS,
  MIGRATE_DEFINITION,
} from '#libs/kernel';

/** Where one command, given in one state, may lead: one entry per outcome. */
export interface Transition {
  readonly command: string;
  readonly from: string;
  readonly to: string;
  /** The facts that lead there; several where any of them leaves the record in the same state. */
  readonly facts: readonly string[];
}

/** Facts that lead on decide the outcome; without one the record stays where it is. */
const outcomes = (workflow: AnyWorkflow, command: AnyCommand, from: string): Transition['to'][] => {
  const targets = command.emits.map((type) => workflow.facts.get(type)?.to ?? from);
  const moving = [...new Set(targets.filter((to) => to !== from))];
  const mayStay = command.emits.every((type) => workflow.facts.get(type)?.to === undefined);
  const returns = command.emits.some((type) => workflow.facts.get(type)?.to === from);
  return mayStay || returns || moving.length === 0 ? [...moving, from] : moving;
};

/** Every way from state to state, in the order of the declaration. */
export const transitionsOf = (workflow: AnyWorkflow): readonly Transition[] =>
  Object.entries(workflow.commands).flatMap(([name, command]) =>
    command.from.flatMap((from) =>
      [...new Set(outcomes(workflow, command, from))].map((to) => ({
        command: name,
        from,
        to,
        facts: command.emits.filter((type) => {
          const target = workflow.facts.get(type)?.to;
          return target === undefined || target === to;
        }),
      })),
    ),
  );

/** The same without the commands of clocks and of migrations, which would hide the rest. */
export const drawnTransitions = (workflow: AnyWorkflow): readonly Transition[] =>
  transitionsOf(workflow).filter(
    ({ command }) => !DEADLINE_COMMANDS.has(command) && command !== MIGRATE_DEFINITION,
  );

/** From so many states on, a command that stays where it is would only hide the way. */
const MANY_STATES = 3;

/** Commands that are possible in many states and lead nowhere: drawn once, beside the way. */
export function anytimeCommands(moves: readonly Transition[]): ReadonlySet<string> {
  const commands = new Set(moves.map(({ command }) => command));
  for (const { command, from, to } of moves) if (from !== to) commands.delete(command);
  const statesOf = (name: string) =>
    moves.filter(({ command }) => command === name).map(({ from }) => from);
  return new Set([...commands].filter((name) => new Set(statesOf(name)).size >= MANY_STATES));
}
