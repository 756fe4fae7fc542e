import { above, defineWorkflow } from '#libs/kernel';
import { PLAN_ID } from './programme.commands.js';
import type { ProgrammeFacts } from './programme.events.js';
import { programmeFacts } from './programme.facts.js';
import { planDecisions } from './programme.decisions.js';
import { inheritance } from './programme.heir.js';
import { openTasks, PROGRAMME_STATES, type ProgrammeState, planStart } from './programme.state.js';

/** Term and year plans with tasks (domain brief, 3A). */
export const programme = defineWorkflow<ProgrammeState, ProgrammeFacts>()({
  name: 'programme',
  version: 1,
  stream: 'plan',
  idPattern: PLAN_ID,
  start: planStart,
  states: PROGRAMME_STATES,
  facts: programmeFacts,
  commands: () => ({ ...planDecisions, ...inheritance }),

  deadlines: {
    task: {
      whileIn: ['issued'],
      each: openTasks,
      key: 'key',
      remind: ['-P7D'],
      escalate: ['P10D'],
      command: 'reportTask',
      extendBy: above('committee', 'keeperId'),
    },
  },
});
