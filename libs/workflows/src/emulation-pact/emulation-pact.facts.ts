import type { FactSpecs } from '#libs/kernel';
import type { EmulationPactFacts } from './emulation-pact.events.js';
import type { PactState, PactStateName } from './emulation-pact.state.js';

/** What each stored fact does; replay runs only this. */
export const pactFacts: FactSpecs<PactState, EmulationPactFacts, PactStateName> = {
  PactSigned: {
    to: 'signed',
    apply(state, { partners, criteria, on }) {
      state.partners = partners;
      state.criteria = criteria;
      state.lastOn = on;
    },
  },
  PactScored: {
    to: 'scored',
    apply(state, { scores, total, on }) {
      state.scores = scores;
      state.total = total;
      state.lastOn = on;
    },
  },
  PactClosed: { to: 'closed', apply: () => undefined },
};
