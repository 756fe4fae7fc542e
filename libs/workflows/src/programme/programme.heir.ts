import { above, any, commandsOf, guard, reason, stateOf, system } from '#libs/kernel';
import type { OrgUnitView } from '../organisation/organisation.events.js';
import { HandOverPlan } from './programme.commands.js';
import type { ProgrammeFacts } from './programme.events.js';
import type { ProgrammeState, ProgrammeStateName } from './programme.state.js';

/** Whoever goes on with the plan is another open unit. */
const heirFits = guard<{
  readonly state: Readonly<ProgrammeState>;
  readonly input: { readonly heirId: string };
  readonly needs: { readonly heir: OrgUnitView | undefined };
}>(['HEIR_IS_SELF', 'HEIR_UNKNOWN', 'HEIR_CLOSED'], ({ state, input: { heirId }, needs }) => {
  if (heirId === state.keeperId) return [reason('HEIR_IS_SELF', undefined, 'heirId')];
  if (needs.heir === undefined) return [reason('HEIR_UNKNOWN', undefined, 'heirId')];
  return needs.heir.closedOn === undefined ? [] : [reason('HEIR_CLOSED', undefined, 'heirId')];
});

const command = commandsOf<ProgrammeState, ProgrammeFacts, ProgrammeStateName>();

/** What becomes of the plan of a unit that was closed (domain brief, 3H). */
export const inheritance = {
  handOver: command({
    input: HandOverPlan,
    from: ['draft', 'consulted', 'issued'],
    by: any(system, above('committee', 'keeperId'), above('secretary', 'keeperId')),
    needs: { heir: stateOf<OrgUnitView>('organisation', 'heirId') },
    guards: [heirFits],
    emits: ['PlanHandedOver'],
    decide: ({ id, state: { unitId }, input: { heirId, on } }) => [
      { type: 'PlanHandedOver', data: { planId: id, unitId, heirId, on } },
    ],
  }),
};
