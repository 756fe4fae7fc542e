import { above, any, commandsOf, holds, stateOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import type { RulePack } from '../rules/index.js';
import { rulesOf } from '../rules/index.js';
import * as input from './programme.commands.js';
import type { PlanContent, PlanView, ProgrammeFacts } from './programme.events.js';
import * as guards from './programme.guards.js';
import type { ProgrammeState, ProgrammeStateName } from './programme.state.js';

const rules = rulesOf('fromYear');
const unit = stateOf<OrgUnitView>('organisation', 'unitId');
const parentPlan = stateOf<PlanView>('programme', 'parentPlanId');
/** Five-year terms start in years ending in 1 or 6 (K); the term plan has the unit's own id. */
const termPlan = stateOf<PlanView>('programme', ({ state }) => {
  const first = Number(state['fromYear']) - ((Number(state['fromYear']) + 4) % 5);
  return `${String(state['unitId'])}-${first}_${first + 4}`;
});
const issuer = any(
  system,
  holds('secretary', 'keeperId'),
  holds('committee', 'keeperId'),
  above('committee', 'keeperId'),
);

const contentOf = (given: input.DraftPlan): PlanContent => ({
  title: given.title,
  theme: given.theme!,
  tasks: given.tasks.map(({ key, title, ownerId, deadline, indicator }) => ({
    key,
    title,
    ownerId: ownerId!,
    deadline: deadline!,
    indicator: indicator!,
  })),
  ...(given.breakthrough?.trim() && { breakthrough: given.breakthrough }),
  ...(given.parentPlanId !== undefined && { parentPlanId: given.parentPlanId }),
});

/** Day by which the plan should be issued; late is derived from it, never refused. */
const dueOf = (pack: RulePack, state: Readonly<ProgrammeState>, level: string): string =>
  `${state.fromYear}-${state.kind === 'term' ? pack.programme.termDue : (pack.programme.due[level] ?? '12-31')}`;

const command = commandsOf<ProgrammeState, ProgrammeFacts, ProgrammeStateName>();

/** What a committee does with its plan. */
export const planDecisions = {
  draft: command({
    input: input.DraftPlan,
    from: ['none', 'draft', 'consulted'],
    by: issuer,
    needs: { rules, unit, parentPlan },
    guards: [
      guards.unitIsOpen,
      guards.termInOrder,
      guards.themeIsSet,
      guards.tasksAreConcrete,
      guards.parentPlanFits,
    ],
    emits: ['PlanDrafted'],
    decide: ({ id, state: { unitId, kind, fromYear, toYear }, input: given }) => [
      {
        type: 'PlanDrafted',
        data: { planId: id, unitId, kind, fromYear, toYear, ...contentOf(given) },
      },
    ],
  }),
  consult: command({
    input: input.ConsultPlan,
    from: ['draft'],
    by: issuer,
    emits: ['PlanConsulted'],
    decide: ({ id, state: { unitId }, input: { on, consulted } }) => [
      { type: 'PlanConsulted', data: { planId: id, unitId, on, consulted } },
    ],
  }),
  issue: command({
    input: input.IssuePlan,
    from: ['draft', 'consulted'],
    by: issuer,
    needs: { rules, unit, termPlan },
    guards: [guards.unitIsOpen],
    emits: ['PlanIssued'],
    decide({ id, state, input: { on, number }, needs }) {
      const { unitId, kind, fromYear, toYear, content } = state;
      const due = dueOf(needs.rules, state, needs.unit!.level!);
      const data = {
        planId: id,
        unitId,
        kind,
        fromYear,
        toYear,
        on,
        due,
        number,
        termPlan: needs.termPlan?.issuedOn !== undefined,
        breakthrough: content?.breakthrough !== undefined,
      };
      return [{ type: 'PlanIssued', data }];
    },
  }),
  amend: command({
    input: input.AmendPlan,
    from: ['issued'],
    by: issuer,
    needs: { rules, unit, parentPlan },
    guards: [
      guards.notBeforeIssue,
      guards.themeIsSet,
      guards.tasksAreConcrete,
      guards.parentPlanFits,
    ],
    emits: ['PlanAmended'],
    decide: ({ id, state: { unitId }, input: given }) => [
      {
        type: 'PlanAmended',
        data: {
          planId: id,
          unitId,
          ...contentOf(given),
          on: given.on,
          reason: given.reason,
          number: given.number,
        },
      },
    ],
  }),
  reportTask: command({
    input: input.ReportTask,
    from: ['issued'],
    by: issuer,
    guards: [guards.notBeforeIssue, guards.taskIsKnown],
    emits: ['TaskReported'],
    decide: ({ id, state: { unitId }, input: { key, status, on, note } }) => [
      {
        type: 'TaskReported',
        data: { planId: id, unitId, key, status, on, ...(note !== undefined && { note }) },
      },
    ],
  }),
  close: command({
    input: input.ClosePlan,
    from: ['issued'],
    by: issuer,
    guards: [guards.notBeforeIssue],
    emits: ['PlanClosed'],
    decide: ({ id, state: { unitId }, input: { on, reportNumber } }) => [
      { type: 'PlanClosed', data: { planId: id, unitId, on, reportNumber } },
    ],
  }),
};
