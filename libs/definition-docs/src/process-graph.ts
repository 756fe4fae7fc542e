import type { AnyWorkflow, Policy } from '#libs/kernel';
import type { Language } from '#libs/platform';
import { deadlinesOf } from './deadline-words.js';
import type { ShapeKind } from './drawing.js';
import { type Transition, drawnTransitions } from './transitions.js';
import { capital, termOf } from './words.js';

/** A node of the process; sizes and places come later. */
export interface ProcessNode {
  readonly id: string;
  readonly kind: ShapeKind;
  readonly name: string;
  /** Of a timer: the task on whose border it sits, and how it is counted. */
  readonly on?: string;
  readonly timer?: { readonly duration: string } | { readonly date: string };
}

export interface ProcessFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

export interface ProcessGraph {
  readonly nodes: readonly ProcessNode[];
  readonly flows: readonly ProcessFlow[];
}

/** Only the system can do it; nobody has a button for it. */
const isSystemOnly = (policy: Policy): boolean =>
  policy.kind === 'system' ||
  (policy.kind === 'all' && policy.policies.some(isSystemOnly)) ||
  (policy.kind === 'any' && policy.policies.length > 0 && policy.policies.every(isSystemOnly));

const stateId = (state: string): string => `state_${state}`;

/**
 * One task per command where every outcome leads on, so that it may be reached from many states;
 * a command that may stay where it is has a task per state, or nobody could tell where it returns.
 */
const taskId = (moves: readonly Transition[], move: Transition): string => {
  const ofCommand = moves.filter(({ command }) => command === move.command);
  const stays = ofCommand.some(({ from, to }) => from === to);
  const many = new Set(ofCommand.map(({ from }) => from)).size > 1;
  return stays && many ? `do_${move.command}_in_${move.from}` : `do_${move.command}`;
};

class GraphBuilder {
  readonly nodes = new Map<string, ProcessNode>();
  readonly flows = new Map<string, ProcessFlow>();

  node(node: ProcessNode): string {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
    return node.id;
  }

  flow(from: string, to: string, name = ''): void {
    const id = `flow_${from}__${to}`;
    if (!this.flows.has(id)) this.flows.set(id, { id, from, to, name });
  }
}

/**
 * The workflow as a process: a state is an exclusive choice between what can be done there, a
 * command is a task of a person or of the system, a final state is an end.
 */
export function processGraph(workflow: AnyWorkflow, language: Language): ProcessGraph {
  const word = (kind: string, code: string): string =>
    capital(termOf(kind, code, language, workflow.name));
  const moves = drawnTransitions(workflow);
  const build = new GraphBuilder();
  build.node({ id: 'start', kind: 'start', name: '' });
  for (const [state, { final }] of Object.entries(workflow.states)) {
    const leads = moves.some(({ from }) => from === state);
    const name = word('state', state);
    build.node({ id: stateId(state), kind: final && !leads ? 'end' : 'choice', name });
    if (final && leads)
      build.flow(stateId(state), build.node({ id: `end_${state}`, kind: 'end', name }));
  }
  build.flow('start', stateId(workflow.startState));
  for (const move of moves) {
    const task = taskId(moves, move);
    const kind = isSystemOnly(workflow.commands[move.command]!.by) ? 'system' : 'person';
    build.node({ id: task, kind, name: word('command', move.command) });
    build.flow(stateId(move.from), task);
    const targets = new Set(
      moves.filter((other) => taskId(moves, other) === task).map(({ to }) => to),
    );
    if (targets.size === 1) build.flow(task, stateId(move.to));
    else {
      const outcome = build.node({ id: `after_${task}`, kind: 'choice', name: '' });
      build.flow(task, outcome);
      build.flow(outcome, stateId(move.to), move.from === move.to ? '' : word('state', move.to));
    }
  }
  addTimers(workflow, language, moves, build);
  return { nodes: [...build.nodes.values()], flows: [...build.flows.values()] };
}

/** A deadline is a timer on the task that stops it; it interrupts nothing. */
function addTimers(
  workflow: AnyWorkflow,
  language: Language,
  moves: readonly Transition[],
  build: GraphBuilder,
): void {
  const texts = deadlinesOf(workflow, language);
  Object.entries(workflow.deadlines).forEach(([name, spec], index) => {
    const states = 'whileIn' in spec ? spec.whileIn : undefined;
    const tasks = moves
      .filter(({ command, from }) => command === spec.command && (states?.includes(from) ?? true))
      .map((move) => taskId(moves, move));
    const passed = spec.fire === undefined ? undefined : firedTasks(moves, spec.fire);
    for (const task of new Set(tasks)) {
      const due: { readonly field?: string; readonly after?: string } =
        'each' in spec ? { field: spec.key } : spec.due;
      const timer = due.after === undefined ? { date: due.field ?? name } : { duration: due.after };
      const id = `due_${name}_on_${task}`;
      build.node({ id, kind: 'timer', name: texts[index]!.text, on: task, timer });
      const targets = passed ?? [
        build.node({
          id: `passed_${name}_on_${task}`,
          kind: 'alarm',
          name: capital(texts[index]!.fire),
        }),
      ];
      for (const target of targets.slice(0, 1)) build.flow(id, target);
    }
  });
}

const firedTasks = (moves: readonly Transition[], command: string): readonly string[] => [
  ...new Set(moves.filter((move) => move.command === command).map((move) => taskId(moves, move))),
];
