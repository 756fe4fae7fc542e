import { defineWorkflow } from '#libs/kernel';
import { commission } from './inspection.blocks.js';
import { INSPECTION_ID } from './inspection.commands.js';
import { concluding } from './inspection.concluding.js';
import { conduct } from './inspection.conduct.js';
import type { InspectionFacts } from './inspection.events.js';
import { inspectionFacts } from './inspection.facts.js';
import { ordering, UNDER_WARRANT } from './inspection.ordering.js';
import { INSPECTION_STATES, inspectionStart, type InspectionState } from './inspection.state.js';

/** Inspection or supervision, from the plan to the last follow-up (domain brief, 3G). */
export const inspection = defineWorkflow<InspectionState, InspectionFacts>()({
  name: 'inspection',
  version: 1,
  stream: 'inspection',
  idPattern: INSPECTION_ID,
  start: inspectionStart,
  states: INSPECTION_STATES,
  facts: inspectionFacts,
  commands: () => ({ ...ordering, ...conduct, ...concluding }),

  deadlines: {
    warrant: {
      whileIn: UNDER_WARRANT,
      due: { field: 'expires' },
      remind: ['-P7D', '-P1D'],
      command: 'extendWarrant',
    },
    notice: {
      whileIn: ['concluded'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      command: 'issueNotice',
    },
    followUp: {
      whileIn: ['follow_up'],
      each: (state) =>
        state.followUps
          .filter(({ status }) => status === 'open')
          .map(({ id, due }) => ({ key: id, due })),
      key: 'id',
      remind: ['-P7D', '-P1D'],
      escalate: ['P7D'],
      command: 'reportFollowUp',
      extendBy: commission,
    },
  },
});
