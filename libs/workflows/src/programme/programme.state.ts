import type { PlanContent, PlanView, TaskStatus } from './programme.events.js';

export const PROGRAMME_STATES = {
  none: { start: true },
  draft: {},
  consulted: {},
  issued: {},
  closed: { final: true },
} as const;
export type ProgrammeStateName = keyof typeof PROGRAMME_STATES;

export interface ProgrammeState extends PlanView {
  planId: string;
  unitId: string;
  kind: 'term' | 'year';
  fromYear: number;
  toYear: number;
  /** The unit that sees to the plan: its own, or the heir of a closed one. */
  keeperId: string;
  content: PlanContent | undefined;
  issuedOn: string | undefined;
  due: string | undefined;
  reports: { key: string; status: TaskStatus; on: string }[];
}

/** The plan before it is drafted, from its id. */
export function planStart(planId: string): ProgrammeState {
  const dash = planId.lastIndexOf('-');
  const [from, to] = planId
    .slice(dash + 1)
    .split('_')
    .map(Number);
  const unitId = planId.slice(0, dash);
  return {
    planId,
    unitId,
    keeperId: unitId,
    kind: to === undefined ? 'year' : 'term',
    fromYear: from!,
    toYear: to ?? from!,
    content: undefined,
    issuedOn: undefined,
    due: undefined,
    reports: [],
  };
}

/** The tasks not yet reported as done, each with its date. */
export function openTasks(state: Readonly<ProgrammeState>): { key: string; due: string }[] {
  const done = new Set(
    state.reports.filter(({ status }) => status === 'done').map(({ key }) => key),
  );
  return (state.content?.tasks ?? [])
    .filter(({ key }) => !done.has(key))
    .map(({ key, deadline }) => ({ key, due: deadline }));
}
