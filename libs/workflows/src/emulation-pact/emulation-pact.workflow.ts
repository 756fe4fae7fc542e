import { defineWorkflow } from '#libs/kernel';
import { PACT_ID } from './emulation-pact.commands.js';
import { pactDecisions } from './emulation-pact.decisions.js';
import type { EmulationPactFacts } from './emulation-pact.events.js';
import { pactFacts } from './emulation-pact.facts.js';
import { PACT_STATES, pactStart, type PactState } from './emulation-pact.state.js';

/** What units vie for in a year, tied to their programmes, and what they got (3J). */
export const emulationPact = defineWorkflow<PactState, EmulationPactFacts>()({
  name: 'emulation-pact',
  version: 1,
  stream: 'pact',
  idPattern: PACT_ID,
  start: pactStart,
  states: PACT_STATES,
  facts: pactFacts,
  commands: () => pactDecisions,

  deadlines: {
    /** By the end of the January after its year. */
    scoring: {
      whileIn: ['signed'],
      due: { field: 'scoreBy' },
      remind: ['-P30D', '-P7D'],
      escalate: ['P10D'],
      command: 'score',
    },
  },
});
