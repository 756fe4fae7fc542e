/*
 * The stored format of `pact-{unitId}-{year}` streams: what a unit vies for in a year, with whom,
 * and what it got. On disk for ever: add fields as optional, raise `schemaVersion` with an upcaster
 * for anything else. Documents of units; nothing is sealed.
 */

export interface OfPact {
  unitId: string;
  year: number;
}

export interface PactCriterion {
  key: string;
  title: string;
  /** Most points it can bring. */
  points: number;
  /** The programme or plan whose carrying out it measures. */
  programmeId?: string;
}

export interface PactScore {
  key: string;
  points: number;
}

export interface EmulationPactFacts {
  PactSigned: {
    data: OfPact & {
      partners: string[];
      criteria: PactCriterion[];
      /** Most points all criteria can bring together. */
      attainable: number;
      on: string;
    };
  };
  PactScored: {
    data: OfPact & { scores: PactScore[]; total: number; attainable: number; on: string };
  };
  PactClosed: { data: OfPact & { on: string; total: number } };
}

/** What others may know of a pact. */
export interface EmulationPactView {
  readonly unitId: string;
  readonly year: number;
  readonly partners: readonly string[];
  readonly criteria: readonly PactCriterion[];
  readonly scores: readonly PactScore[];
  readonly total: number | undefined;
}
