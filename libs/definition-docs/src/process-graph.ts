import type { AnyWorkflow, Policy } from '#libs/kernel';
import type { Bilingual, Language } from '#libs/platform';
import { deadlinesOf } from './deadline-words.js';
import type { ShapeKind } from './drawing.js';
import { anytimeCommands, type Transition, drawnTransitions } from './transitions.js';
import { capital, termOf } from './words.js';

/** A node of the process; sizes and places come later. */
export interface ProcessNode {
  readonly id: string;
  readonly kind: ShapeKind;
  readonly name: string;
  /** Of a task: the command it stands for, and in which states if they are not drawn. */
  readonly command?: string;
  readonly states?: readonly string[];
  /** Stands inside this group. */
  readonly parent?: string;
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

/** The event sub-process of what can be done in many states. */
export const ANYTIME = 'anytime';
const ANYTIME_NAME: Bilingual = {
  vi: 'Làm được ở nhiều trạng thái, không đổi trạng thái',
  en: 'Possible in many states, which stay',
};

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
  readonly always: ReadonlySet<string>;

  constructor(
    readonly workflow: AnyWorkflow,
    readonly language: Language,
    readonly moves: readonly Transition[],
  ) {
    this.always = anytimeCommands(moves);
  }

  word(kind: string, code: string): string {
    return capital(termOf(kind, code, this.language, this.workflow.name));
  }

  node(node: ProcessNode): string {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
    return node.id;
  }

  flow(from: string, to: string, name = ''): void {
    const id = `flow_${from}__${to}`;
    if (!this.flows.has(id)) this.flows.set(id, { id, from, to, name });
  }

  taskOf(move: Transition): string {
    return this.always.has(move.command) ? `do_${move.command}` : taskId(this.moves, move);
  }

  task(move: Transition, more: Partial<ProcessNode> = {}): string {
    const { command } = move;
    const kind = isSystemOnly(this.workflow.commands[command]!.by) ? 'system' : 'person';
    const name = this.word('command', command);
    return this.node({ id: this.taskOf(move), kind, name, command, ...more });
  }
}

/**
 * The workflow as a process: a state is an exclusive choice between what can be done there, a
 * command is a task of a person or of the system, a final state is an end.
 */
export function processGraph(workflow: AnyWorkflow, language: Language): ProcessGraph {
  const build = new GraphBuilder(workflow, language, drawnTransitions(workflow));
  const ways = build.moves.filter(({ command }) => !build.always.has(command));
  build.node({ id: 'start', kind: 'start', name: '' });
  for (const [state, { final }] of Object.entries(workflow.states)) {
    const leads = ways.some(({ from }) => from === state);
    const name = build.word('state', state);
    build.node({ id: stateId(state), kind: final && !leads ? 'end' : 'choice', name });
    if (final && leads)
      build.flow(stateId(state), build.node({ id: `end_${state}`, kind: 'end', name }));
  }
  build.flow('start', stateId(workflow.startState));
  for (const move of ways) addWay(build, move);
  addAnytime(build);
  addTimers(build);
  return { nodes: [...build.nodes.values()], flows: [...build.flows.values()] };
}

/** From the state through the task to where it leads; several outcomes part after the task. */
function addWay(build: GraphBuilder, move: Transition): void {
  const task = build.task(move);
  build.flow(stateId(move.from), task);
  const targets = new Set(
    build.moves.filter((other) => build.taskOf(other) === task).map(({ to }) => to),
  );
  if (targets.size === 1) {
    build.flow(task, stateId(move.to));
    return;
  }
  const outcome = build.node({ id: `after_${task}`, kind: 'choice', name: '' });
  build.flow(task, outcome);
  const name = move.from === move.to ? '' : build.word('state', move.to);
  build.flow(outcome, stateId(move.to), name);
}

/** What is possible in many states, as an event sub-process that interrupts nothing. */
function addAnytime(build: GraphBuilder): void {
  if (build.always.size === 0) return;
  const parent = build.node({ id: ANYTIME, kind: 'group', name: ANYTIME_NAME[build.language] });
  const start = build.node({ id: `${ANYTIME}_start`, kind: 'start', name: '', parent });
  const choice = build.node({ id: `${ANYTIME}_choice`, kind: 'choice', name: '', parent });
  const end = build.node({ id: `${ANYTIME}_end`, kind: 'end', name: '', parent });
  build.flow(start, choice);
  for (const command of build.always) {
    const moves = build.moves.filter((move) => move.command === command);
    const states = [...new Set(moves.map(({ from }) => build.word('state', from)))];
    const task = build.task(moves[0]!, { parent, states });
    build.flow(choice, task);
    build.flow(task, end);
  }
}

/** A deadline is a timer on the task that stops it; it interrupts nothing. */
function addTimers(build: GraphBuilder): void {
  const texts = deadlinesOf(build.workflow, build.language);
  Object.entries(build.workflow.deadlines).forEach(([name, spec], index) => {
    const states = 'whileIn' in spec ? spec.whileIn : undefined;
    const moves = build.moves.filter(
      ({ command, from }) => command === spec.command && (states?.includes(from) ?? true),
    );
    const due: { readonly field?: string; readonly after?: string } =
      'each' in spec ? { field: spec.key } : spec.due;
    const timer = due.after === undefined ? { date: due.field ?? name } : { duration: due.after };
    const { text, fire } = texts[index]!;
    for (const task of new Set(moves.map((move) => build.taskOf(move)))) {
      const { parent } = build.nodes.get(task)!;
      const inside = parent === undefined ? {} : { parent };
      const id = `due_${name}_on_${task}`;
      build.node({ id, kind: 'timer', name: text, on: task, timer, ...inside });
      const alarm = {
        id: `passed_${name}_on_${task}`,
        kind: 'alarm',
        name: capital(fire),
      } as const;
      build.flow(id, firedTask(build, task, spec.fire) ?? build.node({ ...alarm, ...inside }));
    }
  });
}

/** The task of the command that the system then executes, from a state of the task that was due. */
function firedTask(
  build: GraphBuilder,
  task: string,
  command: string | undefined,
): string | undefined {
  const states = build.moves.filter((move) => build.taskOf(move) === task).map(({ from }) => from);
  const fired = build.moves
    .filter((move) => move.command === command && states.includes(move.from))
    .map((move) => build.taskOf(move));
  const { parent } = build.nodes.get(task)!;
  // A flow cannot cross the border of a sub-process.
  return fired.find((id) => id !== task && build.nodes.get(id)?.parent === parent);
}
