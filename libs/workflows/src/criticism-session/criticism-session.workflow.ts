import { any, defineWorkflow } from '#libs/kernel';
import { conclusions } from './criticism-item.conclusion.js';
import { hearing } from './criticism-item.hearing.js';
import { reservation } from './criticism-item.opinions.js';
import { WHILE_OWED } from './criticism-session.blocks.js';
import { CRITICISM_SESSION_ID } from './criticism-session.commands.js';
import type { CriticismSessionFacts } from './criticism-session.events.js';
import { criticismSessionFacts } from './criticism-session.facts.js';
import { followUp } from './criticism-session.follow-up.js';
import { committee, superior } from './criticism-session.policies.js';
import { preparation } from './criticism-session.preparation.js';
import { sittings } from './criticism-session.sitting.js';
import {
  CRITICISM_SESSION_STATES,
  criticismSessionStart,
  type CriticismSessionState,
} from './criticism-session.state.js';

/** Yearly self-criticism and criticism of a collective and its people (domain brief, 3D). */
export const criticismSession = defineWorkflow<CriticismSessionState, CriticismSessionFacts>()({
  name: 'criticism-session',
  version: 1,
  stream: 'session',
  idPattern: CRITICISM_SESSION_ID,
  start: criticismSessionStart,
  states: CRITICISM_SESSION_STATES,
  facts: criticismSessionFacts,
  commands: () => ({
    ...preparation,
    ...sittings,
    ...hearing,
    ...reservation,
    ...conclusions,
    ...followUp,
  }),

  deadlines: {
    minutes: {
      whileIn: ['concluded'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      command: 'adoptMinutes',
    },
    /** Runs until reported, and again when what was reported does not hold. */
    remedy: {
      whileIn: WHILE_OWED,
      each: ({ remedies, explained }) =>
        remedies
          .filter(({ id, status }) => status === 'open' && !explained.includes(id))
          .map(({ id, due }) => ({ key: id, due })),
      key: 'id',
      remind: ['-P7D', '-P1D'],
      escalate: ['P10D'],
      command: 'reportRemedy',
      extendBy: any(committee, superior),
    },
  },
});
