import { above, all, defineWorkflow, is, not } from '#libs/kernel';
import { AWARD_ID } from './commendation.commands.js';
import { decisionAndAfter } from './commendation.decisions.js';
import type { CommendationFacts } from './commendation.events.js';
import { commendationFacts } from './commendation.facts.js';
import { inheritance } from './commendation.heir.js';
import { beforeDecision } from './commendation.nomination.js';
import {
  COMMENDATION_STATES,
  type CommendationState,
  commendationStart,
} from './commendation.state.js';

/** Commendation of a member or a unit, in either track (domain brief, 3F). */
export const commendation = defineWorkflow<CommendationState, CommendationFacts>()({
  name: 'commendation',
  version: 1,
  stream: 'award',
  idPattern: AWARD_ID,
  start: commendationStart,
  states: COMMENDATION_STATES,
  facts: commendationFacts,
  commands: () => ({ ...beforeDecision, ...decisionAndAfter, ...inheritance }),

  deadlines: {
    appraisal: {
      whileIn: ['dossier_complete'],
      due: { after: 'P25D', calendar: 'working' },
      remind: ['-P5D'],
      escalate: ['P5D'],
      command: 'appraise',
      extendBy: all(above('committee', 'unitId'), not(is('memberId'))),
    },
    publication: {
      whileIn: ['decided'],
      due: { after: 'P15D', calendar: 'working' },
      remind: ['-P3D'],
      command: 'publish',
    },
    revocation: {
      whileIn: ['revocation_proposed'],
      due: { after: 'P30D', calendar: 'civil' },
      remind: ['-P7D'],
      escalate: ['P10D'],
      command: 'revoke',
      extendBy: all(above('committee', 'unitId'), not(is('memberId'))),
    },
  },
});
