import { defineWorkflow } from '#libs/kernel';
import { carriedFromSessions } from './registration.carried.js';
import { cell, decidedByCell, levelAbove } from './registration.cell.js';
import { REGISTRATION_ID } from './registration.commands.js';
import type { RegistrationFacts } from './registration.events.js';
import { registrationFacts } from './registration.facts.js';
import { decidedByMember } from './registration.member.js';
import {
  REGISTRATION_STATES,
  registrationStart,
  type RegistrationState,
} from './registration.state.js';

/** Yearly registration of what a member will do and mend (domain brief, 3B). */
export const registration = defineWorkflow<RegistrationState, RegistrationFacts>()({
  name: 'registration',
  version: 1,
  stream: 'commitment',
  idPattern: REGISTRATION_ID,
  start: registrationStart,
  states: REGISTRATION_STATES,
  facts: registrationFacts,
  commands: () => ({ ...decidedByMember, ...decidedByCell, ...carriedFromSessions }),

  deadlines: {
    endorsement: {
      whileIn: ['submitted'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D', '-P1D'],
      escalate: ['P5D', 'P15D'],
      command: 'endorse',
      extendBy: levelAbove,
    },
    correction: {
      whileIn: ['returned'],
      due: { after: 'P10D', calendar: 'working' },
      remind: ['-P3D'],
      escalate: ['P5D'],
      command: 'submit',
      extendBy: cell,
    },
  },
});
