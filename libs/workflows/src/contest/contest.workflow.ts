import { defineWorkflow } from '#libs/kernel';
import { CONTEST_ID } from './contest.commands.js';
import type { ContestFacts } from './contest.events.js';
import { contestFacts } from './contest.facts.js';
import { contestHeld } from './contest.held.js';
import { CONTEST_STATES, contestStart, type ContestState } from './contest.state.js';

/** Entries, judges, prizes; certificates come through commendation (domain brief, 3J). */
export const contest = defineWorkflow<ContestState, ContestFacts>()({
  name: 'contest',
  version: 1,
  stream: 'contest',
  idPattern: CONTEST_ID,
  start: contestStart,
  states: CONTEST_STATES,
  facts: contestFacts,
  commands: () => contestHeld,

  deadlines: {
    entries: {
      whileIn: ['open'],
      due: { field: 'until' },
      remind: ['-P7D', '-P1D'],
      command: 'close',
    },
    judging: {
      whileIn: ['closed'],
      due: { after: 'P30D', calendar: 'working' },
      remind: ['-P5D'],
      escalate: ['P5D'],
      command: 'judge',
    },
  },
});
