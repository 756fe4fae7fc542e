import type { AnyWorkflow } from '#libs/kernel';
import type { Language } from '#libs/platform';
import { drawnTransitions } from './transitions.js';
import { capital, termOf } from './words.js';

/** A colon ends Mermaid's names, and a semicolon its lines. */
const plain = (text: string): string => text.replace(/[:;]/g, ',');

/** The state diagram as Mermaid text, in words. */
export function mermaidText(workflow: AnyWorkflow, language: Language): string {
  const word = (kind: string, code: string): string =>
    plain(termOf(kind, code, language, workflow.name));
  const lines = ['stateDiagram-v2'];
  for (const state of Object.keys(workflow.states))
    lines.push(`  state "${capital(word('state', state))}" as ${state}`);
  lines.push(`  [*] --> ${workflow.startState}`);
  for (const { from, to, command } of drawnTransitions(workflow))
    lines.push(`  ${from} --> ${to} : ${word('command', command)}`);
  for (const [state, { final }] of Object.entries(workflow.states))
    if (final) lines.push(`  ${state} --> [*]`);
  return `${lines.join('\n')}\n`;
}
