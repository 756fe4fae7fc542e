import type { AnyFact, RecordedFact } from '../fact.js';

/** A fact as a test writes it: any field of the stored event may be set, `type` and `data` must. */
export type OldFact = AnyFact & Partial<RecordedFact>;

/** A complete stored fact; what is not given is derived from the revision, so it is repeatable. */
export function recordedFact(fact: OldFact, revision = 0): RecordedFact {
  return {
    revision,
    position: String(revision + 1).padStart(16, '0'),
    actor: 'somebody',
    occurredAt: '2026-01-05T02:00:00.000Z',
    recordedAt: '2026-01-05T02:00:00.000Z',
    commandId: `earlier-${revision}`,
    commandHash: `hash-${revision}`,
    definitionVersion: 1,
    ...fact,
  };
}

/** A stream's facts, numbered from `from`. */
export const recordedFacts = (facts: readonly OldFact[], from = 0): RecordedFact[] =>
  facts.map((fact, index) => recordedFact(fact, from + index));
