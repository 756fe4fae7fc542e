import type { DeadlineSpec } from './deadline.js';
import type { AnyCommand, AnyWorkflow } from './workflow.js';

const known = new WeakMap<AnyWorkflow, Map<string, readonly string[]>>();

/**
 * The commands that an instance in this state waits for: those that a clock asks for, and, in a
 * workflow that has clocks at all, those that lead on to another state. What is final waits for
 * nothing, nor does a register that is only kept (units, members). A command may say otherwise:
 * `task`.
 */
export function awaits(workflow: AnyWorkflow, state: string): readonly string[] {
  const states = known.get(workflow) ?? new Map<string, readonly string[]>();
  known.set(workflow, states);
  const commands = states.get(state) ?? find(workflow, state);
  states.set(state, commands);
  return commands;
}

function find(workflow: AnyWorkflow, state: string): readonly string[] {
  if (workflow.states[state]?.final) return [];
  const deadlines = Object.values(workflow.deadlines);
  return Object.entries(workflow.commands)
    .filter(([, command]) => command.from.includes(state))
    .filter(([name, command]) => {
      if (command.task !== undefined) return command.task;
      if (deadlines.some((deadline) => asksFor(deadline, name, state))) return true;
      return deadlines.length > 0 && leadsOn(workflow, command, state);
    })
    .map(([name]) => name);
}

const asksFor = (deadline: DeadlineSpec, command: string, state: string): boolean =>
  deadline.command === command && (!('whileIn' in deadline) || deadline.whileIn.includes(state));

const leadsOn = (workflow: AnyWorkflow, command: AnyCommand, state: string): boolean =>
  command.emits.some((type) => {
    const to = workflow.facts.get(type)?.to;
    return to !== undefined && to !== state;
  });
