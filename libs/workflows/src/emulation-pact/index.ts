export { ClosePact, ScorePact, SignPact } from './emulation-pact.commands.js';
export type {
  EmulationPactFacts,
  EmulationPactView,
  PactCriterion,
  PactScore,
} from './emulation-pact.events.js';
export type { PactState } from './emulation-pact.state.js';
export { emulationPact } from './emulation-pact.workflow.js';
