import { guard, precondition, reason } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { DraftPlan } from './programme.commands.js';
import type { PlanView } from './programme.events.js';
import type { ProgrammeState } from './programme.state.js';

interface Content {
  input: DraftPlan;
  state: Readonly<ProgrammeState>;
}

export const unitIsOpen = precondition<{ needs: { unit: OrgUnitView | undefined } }>(
  ['UNIT_UNKNOWN', 'UNIT_CLOSED'],
  ({ needs: { unit } }) => {
    if (unit === undefined) return [reason('UNIT_UNKNOWN')];
    return unit.closedOn === undefined ? [] : [reason('UNIT_CLOSED')];
  },
);

export const termInOrder = precondition<{ state: Readonly<ProgrammeState> }>(
  'TERM_ORDER',
  ({ state }) => (state.toYear < state.fromYear ? [reason('TERM_ORDER')] : []),
);

export const themeIsSet = guard<Content>('THEME_MISSING', ({ input }) =>
  input.theme?.trim() ? [] : [reason('THEME_MISSING', undefined, 'theme')],
);

/** Each task has an owner, a deadline and an indicator (3A). */
export const tasksAreConcrete = guard<Content>(
  [
    'TASKS_MISSING',
    'TASK_OWNER_MISSING',
    'TASK_DEADLINE_MISSING',
    'TASK_INDICATOR_MISSING',
    'TASK_DEADLINE_OUTSIDE',
    'TASK_TWICE',
  ],
  ({ input: { tasks }, state }) =>
    tasks.length === 0
      ? [reason('TASKS_MISSING', undefined, 'tasks')]
      : tasks.flatMap((task, index) => [
          ...(task.ownerId
            ? []
            : [reason('TASK_OWNER_MISSING', { line: index + 1 }, `tasks[${index}].ownerId`)]),
          ...(task.deadline
            ? []
            : [reason('TASK_DEADLINE_MISSING', { line: index + 1 }, `tasks[${index}].deadline`)]),
          ...(task.indicator?.trim()
            ? []
            : [reason('TASK_INDICATOR_MISSING', { line: index + 1 }, `tasks[${index}].indicator`)]),
          ...(outside(task.deadline, state)
            ? [reason('TASK_DEADLINE_OUTSIDE', { line: index + 1 }, `tasks[${index}].deadline`)]
            : []),
          ...(tasks.findIndex(({ key }) => key === task.key) < index
            ? [reason('TASK_TWICE', { line: index + 1 }, `tasks[${index}].key`)]
            : []),
        ]),
);

const outside = (
  deadline: string | undefined,
  { fromYear, toYear }: Readonly<ProgrammeState>,
): boolean =>
  deadline !== undefined &&
  (Number(deadline.slice(0, 4)) < fromYear || Number(deadline.slice(0, 4)) > toYear);

/** A named parent plan exists, is issued, belongs to the unit above and covers the years. */
export const parentPlanFits = guard<
  Content & { needs: { unit: OrgUnitView | undefined; parentPlan: PlanView | undefined } }
>(
  ['PARENT_PLAN_UNKNOWN', 'PARENT_PLAN_NOT_ISSUED', 'PARENT_PLAN_FOREIGN'],
  ({ input, state, needs: { unit, parentPlan } }) => {
    if (input.parentPlanId === undefined) return [];
    if (parentPlan === undefined) return [reason('PARENT_PLAN_UNKNOWN', undefined, 'parentPlanId')];
    if (parentPlan.issuedOn === undefined)
      return [reason('PARENT_PLAN_NOT_ISSUED', undefined, 'parentPlanId')];
    const covers = parentPlan.fromYear <= state.fromYear && state.toYear <= parentPlan.toYear;
    const related = parentPlan.unitId === unit?.parentId || parentPlan.unitId === state.unitId;
    return covers && related ? [] : [reason('PARENT_PLAN_FOREIGN', undefined, 'parentPlanId')];
  },
);

export const taskIsKnown = guard<{ input: { key: string }; state: Readonly<ProgrammeState> }>(
  'TASK_UNKNOWN',
  ({ input, state }) =>
    state.content?.tasks.some(({ key }) => key === input.key)
      ? []
      : [reason('TASK_UNKNOWN', { key: input.key }, 'key')],
);

/** A plan that was issued cannot be closed or amended before it was. */
export const notBeforeIssue = guard<{ input: { on: string }; state: Readonly<ProgrammeState> }>(
  'BEFORE_ISSUE',
  ({ input, state }) =>
    state.issuedOn !== undefined && input.on < state.issuedOn
      ? [reason('BEFORE_ISSUE', { issued: state.issuedOn }, 'on')]
      : [],
);
