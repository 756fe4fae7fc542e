import type { AnyWorkflow } from '#libs/kernel';
import { DEADLINE_COMMANDS, mermaid, permissionMatrix } from '#libs/kernel';
import type { Given, Then } from '#libs/kernel/testing';
import { actorOf, PEOPLE, type Person } from './cast.fixtures.js';

/** Codes of a policy that refuses; a guard gives none of them. */
const POLICY_CODES = [
  'NOT_SUBJECT',
  'IS_SUBJECT',
  'NOT_HOLDER',
  'NOT_ABOVE',
  'NOT_SYSTEM',
  'SAME_PERSON',
  'EXCLUDED',
];

/**
 * `command CODE` for every code that a guard of the workflow declares. The kernel proves its own
 * commands for deadlines.
 */
export const declaredRefusals = (workflow: AnyWorkflow): string[] =>
  Object.entries(workflow.commands)
    .filter(([name]) => !DEADLINE_COMMANDS.has(name))
    .flatMap(([name, command]) =>
      (command.guards ?? []).flatMap((guard) => guard.codes.map((code) => `${name} ${code}`)),
    )
    .sort();

/** `command CODE` for every code that some row of a table expects. */
export const provenRefusals = (
  rows: readonly { readonly command: string; readonly codes: readonly string[] }[],
): string[] =>
  [...new Set(rows.flatMap(({ command, codes }) => codes.map((code) => `${command} ${code}`)))]
    .filter((row) => !row.endsWith(' WRONG_STATE'))
    .sort();

/** Everybody of the cast whom the policy lets give the command; the state must allow it. */
export const whoMay = <Commands>(
  given: Given<Commands>,
  command: keyof Commands & string,
  input: object,
): Person[] =>
  PEOPLE.filter((name) => {
    const then: Then = given.when(command, input as never, { actor: actorOf(name) });
    if (then.codes.includes('WRONG_STATE')) throw new Error(`${command} is not possible here`);
    return !then.codes.some((code) => POLICY_CODES.includes(code));
  });

/** States from which no final state can be reached by declared transitions; should be none. */
export const deadEnds = (workflow: AnyWorkflow): string[] => {
  const leadsTo = (state: string): string[] =>
    Object.values(workflow.commands)
      .filter((command) => command.from.includes(state))
      .flatMap((command) => command.emits.map((type) => workflow.facts.get(type)?.to ?? state));
  const reach = (from: string): Set<string> => {
    const seen = new Set([from]);
    for (const state of seen) leadsTo(state).forEach((next) => seen.add(next));
    return seen;
  };
  return [...reach(workflow.startState)].filter(
    (state) => ![...reach(state)].some((name) => workflow.states[name]?.final),
  );
};

/** Declared states that no sequence of commands reaches; should be none. */
export const unreachable = (workflow: AnyWorkflow): string[] => {
  const targets = [...workflow.facts.values()].map(({ to }) => to);
  return Object.keys(workflow.states).filter(
    (state) => state !== workflow.startState && !targets.includes(state),
  );
};

/** Diagram and permission matrix as text, one line per row, to compare with what was. */
export const goldenText = (workflow: AnyWorkflow): string =>
  [
    mermaid(workflow),
    ...permissionMatrix(workflow).map(({ state, command, by, emits, refusals }) =>
      [state, command, by, emits.join(' '), refusals.join(' ')].join(' | '),
    ),
  ].join('\n');
