import type { EmulationPactView, PactCriterion, PactScore } from './emulation-pact.events.js';

export const PACT_STATES = {
  none: { start: true },
  signed: {},
  scored: {},
  closed: { final: true },
} as const;
export type PactStateName = keyof typeof PACT_STATES;

export interface PactState extends EmulationPactView {
  unitId: string;
  year: number;
  /** Day by which it should be scored, ISO. */
  scoreBy: string;
  lastOn: string | undefined;
  partners: readonly string[];
  criteria: readonly PactCriterion[];
  scores: readonly PactScore[];
  total: number | undefined;
}

/** The pact before it is signed, from its id `{unitId}-{year}`. */
export function pactStart(id: string): PactState {
  const dash = id.lastIndexOf('-');
  const year = Number(id.slice(dash + 1));
  return {
    unitId: id.slice(0, dash),
    year,
    scoreBy: `${year + 1}-01-31`,
    lastOn: undefined,
    partners: [],
    criteria: [],
    scores: [],
    total: undefined,
  };
}
