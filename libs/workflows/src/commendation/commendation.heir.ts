import { above, any, commandsOf, system } from '#libs/kernel';
import { HandOverRecordInput, heirFits, heirUnit } from '../blocks/index.js';
import type { CommendationFacts } from './commendation.events.js';
import {
  type CommendationState,
  type CommendationStateName,
  ofAward,
} from './commendation.state.js';

const command = commandsOf<CommendationState, CommendationFacts, CommendationStateName>();

/** What becomes of a dossier when the unit that was to decide is closed (domain brief, 3H). */
export const inheritance = {
  handOver: command({
    input: HandOverRecordInput,
    from: [
      'nominated',
      'dossier_complete',
      'appraised',
      'council_voted',
      'decided',
      'published',
      'revocation_proposed',
    ],
    by: any(system, above('committee', 'decidedAt'), above('secretary', 'decidedAt')),
    task: false,
    needs: { heir: heirUnit },
    guards: [heirFits<CommendationState>(({ decidedAt }) => decidedAt)],
    emits: ['AwardHandedOver'],
    decide: ({ state, input: { heirId, on } }) => [
      { type: 'AwardHandedOver', data: { ...ofAward(state), heirId, on } },
    ],
  }),
};
