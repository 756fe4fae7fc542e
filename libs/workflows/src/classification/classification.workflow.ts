import { above, all, defineWorkflow, is, not } from '#libs/kernel';
import { CLASSIFICATION_ID } from './classification.commands.js';
import { decidedByLevels } from './classification.decisions.js';
import type { ClassificationFacts } from './classification.events.js';
import { classificationFacts } from './classification.facts.js';
import { afterNotice } from './classification.remedies.js';
import {
  CLASSIFICATION_STATES,
  type ClassificationState,
  classificationStart,
} from './classification.state.js';
import { beforeProposal } from './classification.subject.js';

/** Year-end classification of a member or a unit (domain brief, 3E). */
export const classification = defineWorkflow<ClassificationState, ClassificationFacts>()({
  name: 'classification',
  version: 1,
  stream: 'rating',
  idPattern: CLASSIFICATION_ID,
  start: classificationStart,
  states: CLASSIFICATION_STATES,
  facts: classificationFacts,
  commands: () => ({ ...beforeProposal, ...decidedByLevels, ...afterNotice }),

  deadlines: {
    notice: {
      whileIn: ['decided'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      escalate: ['P5D'],
      command: 'notify',
    },
    finalisation: {
      whileIn: ['notified'],
      due: { field: 'complaintUntil' },
      command: 'finalise',
      fire: 'finalise',
      extendBy: all(above('committee', 'unitId'), not(is('memberId'))),
    },
    complaint: {
      whileIn: ['complaint'],
      due: { after: 'P30D', calendar: 'civil' },
      remind: ['-P7D'],
      escalate: ['P5D'],
      command: 'decideComplaint',
      extendBy: all(above('committee', 'unitId'), not(is('memberId'))),
    },
    change: {
      whileIn: ['complaint_decided'],
      due: { after: 'P15D', calendar: 'working' },
      escalate: ['P5D'],
      command: 'change',
    },
    redecision: {
      whileIn: ['annulled'],
      due: { after: 'P30D', calendar: 'civil' },
      escalate: ['P5D'],
      command: 'recordDecision',
    },
  },
});
