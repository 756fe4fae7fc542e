import { DEADLINE_COMMANDS } from './deadline-facts.js';
import type { AnyWorkflow } from './workflow.js';

/** The states and transitions as a Mermaid state diagram; clocks change no state. */
export function mermaid(workflow: AnyWorkflow): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${workflow.startState}`];
  const commands = Object.entries(workflow.commands).filter(
    ([name]) => !DEADLINE_COMMANDS.has(name),
  );
  for (const [name, command] of commands)
    for (const from of command.from)
      for (const type of command.emits) {
        const to = workflow.facts.get(type)?.to ?? from;
        lines.push(`  ${from} --> ${to} : ${name} / ${type}`);
      }
  for (const [state, spec] of Object.entries(workflow.states))
    if (spec.final) lines.push(`  ${state} --> [*]`);
  return `${lines.join('\n')}\n`;
}
