import { above, any, commandsOf, system } from '#libs/kernel';
import { heirFits, heirUnit } from '../blocks/index.js';
import { HandOverPlan } from './programme.commands.js';
import type { ProgrammeFacts } from './programme.events.js';
import type { ProgrammeState, ProgrammeStateName } from './programme.state.js';

const command = commandsOf<ProgrammeState, ProgrammeFacts, ProgrammeStateName>();

/** What becomes of the plan of a unit that was closed (domain brief, 3H). */
export const inheritance = {
  handOver: command({
    input: HandOverPlan,
    from: ['draft', 'consulted', 'issued'],
    by: any(system, above('committee', 'keeperId'), above('secretary', 'keeperId')),
    needs: { heir: heirUnit },
    guards: [heirFits<ProgrammeState>(({ keeperId }) => keeperId)],
    emits: ['PlanHandedOver'],
    decide: ({ id, state: { unitId }, input: { heirId, on } }) => [
      { type: 'PlanHandedOver', data: { planId: id, unitId, heirId, on } },
    ],
  }),
};
