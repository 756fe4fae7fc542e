import { any, is, system } from '../policy.js';
import { defineWorkflow } from '../workflow.js';

/** A small workflow with every kind of deadline: somebody has remedies to carry out. */
export interface RemedyFacts {
  PlanOpened: { data: { unitId: string; memberId: string; from?: string; tasks: Task[] } };
  PlanHeld: { data: object };
  PlanResumed: { data: object };
  PlanDated: { data: { on?: string } };
  RemedySet: { data: { item: string; until?: string } };
  RemedyDone: { data: { item: string } };
  RemedyLapsed: { data: { item: string } };
  TaskMoved: { data: Task };
  PlanLapsed: { data: object };
  PlanEnded: { data: object };
}
interface Task {
  key: string;
  due: string;
}

interface RemedyState {
  unitId: string | undefined;
  memberId: string | undefined;
  from: string | undefined;
  dueOn: string | undefined;
  tasks: Task[];
}

export class Anything {
  [field: string]: unknown;
}

const RUNNING = ['open', 'held'] as const;

export const remedies = defineWorkflow<RemedyState, RemedyFacts>()({
  name: 'remedies',
  version: 1,
  stream: 'remedies',
  idPattern: /^\w+$/,
  start: () => ({
    unitId: undefined,
    memberId: undefined,
    from: undefined,
    dueOn: undefined,
    tasks: [],
  }),
  states: { none: { start: true }, open: {}, held: {}, lapsed: {}, ended: { final: true } },
  facts: {
    PlanOpened: { to: 'open', apply: (state, data) => void Object.assign(state, data) },
    PlanHeld: { to: 'held', apply: () => undefined },
    PlanResumed: { to: 'open', apply: () => undefined },
    PlanDated: { apply: (state, { on }) => void (state.dueOn = on) },
    RemedySet: { apply: () => undefined },
    RemedyDone: { apply: () => undefined },
    RemedyLapsed: { apply: () => undefined },
    TaskMoved: {
      apply: (state, task) =>
        void (state.tasks = [...state.tasks.filter(({ key }) => key !== task.key), task]),
    },
    PlanLapsed: { to: 'lapsed', apply: () => undefined },
    PlanEnded: { to: 'ended', apply: () => undefined },
  },
  commands: (command) => ({
    finish: command({
      input: Anything,
      from: RUNNING,
      by: system,
      emits: ['PlanEnded'],
      decide: () => [{ type: 'PlanEnded', data: {} }],
    }),
    lapse: command({
      input: Anything,
      from: RUNNING,
      by: system,
      emits: ['PlanLapsed'],
      decide: () => [{ type: 'PlanLapsed', data: {} }],
    }),
    lapseRemedy: command({
      input: Anything,
      from: RUNNING,
      by: system,
      emits: ['RemedyLapsed'],
      decide: ({ input }) => [{ type: 'RemedyLapsed', data: { item: String(input['item']) } }],
    }),
  }),
  deadlines: {
    answer: {
      whileIn: ['open'],
      stopWhile: ['held'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D', '-P1D'],
      escalate: ['P5D'],
      command: 'finish',
      extendBy: any(is('memberId'), is('unitId')),
    },
    start: {
      whileIn: RUNNING,
      due: { after: 'P30D', calendar: 'civil', from: 'from' },
      command: 'finish',
      fire: 'lapse',
      extendBy: is('unitId'),
    },
    dated: { whileIn: RUNNING, due: { field: 'dueOn' }, command: 'finish' },
    remedy: {
      opensBy: ['RemedySet'],
      closesBy: ['RemedyDone'],
      key: 'item',
      due: { field: 'until' },
      command: 'finish',
      fire: 'lapseRemedy',
    },
    task: {
      whileIn: RUNNING,
      each: ({ tasks }) => tasks,
      key: 'key',
      remind: ['-P7D'],
      command: 'finish',
    },
  },
});
