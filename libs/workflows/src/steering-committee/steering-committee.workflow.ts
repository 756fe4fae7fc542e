import { defineWorkflow } from '#libs/kernel';
import { STEERING_ID } from './steering-committee.commands.js';
import { committeeDecisions } from './steering-committee.decisions.js';
import type { SteeringCommitteeFacts } from './steering-committee.events.js';
import { steeringFacts } from './steering-committee.facts.js';
import { STEERING_STATES, steeringStart, type SteeringState } from './steering-committee.state.js';
import { tasks } from './steering-committee.tasks.js';

/** Who steers a campaign during a term, and what each of them owes by when (S0, domain brief). */
export const steeringCommittee = defineWorkflow<SteeringState, SteeringCommitteeFacts>()({
  name: 'steering-committee',
  version: 1,
  stream: 'steering',
  idPattern: STEERING_ID,
  start: steeringStart,
  states: STEERING_STATES,
  facts: steeringFacts,
  commands: () => ({ ...committeeDecisions, ...tasks.commands }),

  deadlines: {
    task: {
      whileIn: ['active'],
      each: ({ tasks: owed }) =>
        owed.filter(({ status }) => status === 'open').map(({ id, due }) => ({ key: id, due })),
      key: 'id',
      remind: ['-P7D', '-P1D'],
      escalate: ['P5D'],
      command: 'reportTask',
    },
  },
});
