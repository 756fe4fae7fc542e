import type { FactSpecs } from '#libs/kernel';
import type { ProgrammeFacts } from './programme.events.js';
import type { ProgrammeState, ProgrammeStateName } from './programme.state.js';

/** What each stored fact does; replay runs only this. */
export const programmeFacts: FactSpecs<ProgrammeState, ProgrammeFacts, ProgrammeStateName> = {
  PlanDrafted: {
    to: 'draft',
    apply: (state, { title, theme, breakthrough, tasks, parentPlanId }) =>
      void (state.content = {
        title,
        theme,
        tasks,
        ...(breakthrough && { breakthrough }),
        ...(parentPlanId && { parentPlanId }),
      }),
  },
  PlanConsulted: { to: 'consulted', apply: () => undefined },
  PlanIssued: {
    to: 'issued',
    apply(state, data) {
      state.issuedOn = data.on;
      state.due = data.due;
    },
  },
  PlanAmended: {
    apply: (state, { title, theme, breakthrough, tasks, parentPlanId }) =>
      void (state.content = {
        title,
        theme,
        tasks,
        ...(breakthrough && { breakthrough }),
        ...(parentPlanId && { parentPlanId }),
      }),
  },
  TaskReported: {
    apply: (state, { key, status, on }) => void state.reports.push({ key, status, on }),
  },
  PlanHandedOver: { apply: (state, { heirId }) => void (state.keeperId = heirId) },
  PlanClosed: { to: 'closed', apply: () => undefined },
};
