import { commandsOf } from '#libs/kernel';
import { rulesOf } from '../rules/index.js';
import { commission } from './inspection.blocks.js';
import * as input from './inspection.commands.js';
import type { InspectionFacts, TeamMember, TeamRole } from './inspection.events.js';
import * as guards from './inspection.guards.js';
import { SUBJECTS, teamMembers } from './inspection.needs.js';
import * as scoped from './inspection.scope-guards.js';
import {
  type InspectionState,
  type InspectionStateName,
  ofInspection,
} from './inspection.state.js';

const rules = rulesOf('year');
/** While the warrant is in use: until the conclusion. */
export const UNDER_WARRANT = [
  'decided',
  'announced',
  'self_reported',
  'verifying',
  'draft_report',
  'subject_heard',
] as const satisfies readonly InspectionStateName[];

/** Whoever leads the team, by id. */
const leadersOf = (team: readonly TeamMember[]): { leadId: string; deputyId?: string } => {
  const ofRole = (wanted: TeamRole) => team.find(({ role }) => role === wanted)?.memberId;
  const deputyId = ofRole('deputy');
  return { leadId: ofRole('lead')!, ...(deputyId !== undefined && { deputyId }) };
};

const command = commandsOf<InspectionState, InspectionFacts, InspectionStateName>();

/** What the commission orders: the plan, the warrant, its extension and its end. */
export const ordering = {
  plan: command({
    input: input.PlanInspection,
    from: ['none', 'planned'],
    by: commission,
    needs: { rules, ...SUBJECTS },
    guards: [scoped.planIsBelow],
    emits: ['InspectionPlanned'],
    decide: ({ id, state, input: { unitId, kind, year, unitIds, memberIds, on } }) => [
      {
        type: 'InspectionPlanned',
        data: {
          inspectionId: id,
          unitId: state.unitId ?? unitId,
          kind,
          year,
          unitIds: [...unitIds],
          memberIds: [...memberIds],
          on,
        },
      },
    ],
  }),
  decide: command({
    input: input.DecideInspection,
    from: ['planned'],
    by: commission,
    needs: { rules, teamMembers, ...SUBJECTS },
    guards: [
      scoped.scopeIsBelow,
      scoped.teamIsComplete,
      scoped.teamHasNoInterest,
      scoped.ordererIsNoSubject,
      guards.warrantDatesInOrder,
    ],
    emits: ['WarrantIssued'],
    decide: ({ state, input: { decisionNo, scope, team, from, expires, on } }) => [
      {
        type: 'WarrantIssued',
        data: {
          ...ofInspection(state),
          warrantId: state.inspectionId,
          decisionNo,
          scope: {
            unitIds: [...scope.unitIds],
            memberIds: [...scope.memberIds],
            from: scope.from,
            until: scope.until,
          },
          team: team.map(({ memberId, role }) => ({ memberId, role })),
          ...leadersOf(team),
          from,
          expires,
          on,
        },
      },
    ],
  }),
  extendWarrant: command({
    input: input.ExtendWarrant,
    from: UNDER_WARRANT,
    by: commission,
    needs: { rules },
    guards: [guards.notOwnInspection, guards.extendedWithinLimits],
    emits: ['WarrantExtended'],
    decide: ({ state, input: { decisionNo, expires, on } }) => [
      {
        type: 'WarrantExtended',
        data: { ...ofInspection(state), warrantId: state.warrantId!, decisionNo, expires, on },
      },
    ],
  }),
  revokeWarrant: command({
    input: input.RevokeWarrant,
    from: UNDER_WARRANT,
    by: commission,
    guards: [guards.notOwnInspection],
    emits: ['WarrantRevoked'],
    decide: ({ state, input: { reason, on } }) => [
      {
        type: 'WarrantRevoked',
        data: { ...ofInspection(state), warrantId: state.warrantId!, reason, on },
      },
    ],
  }),
};
