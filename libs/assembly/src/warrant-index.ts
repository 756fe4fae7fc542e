import { dayOf } from '#libs/kernel';
import { type ReadModelDb, WarrantListQueries } from '#libs/read-models';

/** A warrant issued just now is found after this at the latest; one that ended never holds. */
const FRESH_MS = 1_000;

export interface WarrantIndex {
  /** Ids of inspections whose warrants name one of the units. */
  covering(unitIds: readonly string[]): readonly string[];
  /** Reads the view now; rejects when it cannot be read, and what was known stays in use. */
  refresh(): Promise<void>;
}

export interface WarrantIndexParts {
  readonly db: ReadModelDb;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/**
 * Which inspections to ask about a unit, resident in memory and read anew from the view of warrants
 * once a second while commands come. It only says where to look: what holds is read from the
 * inspection's own stream at the moment of deciding, so a revocation counts at once.
 */
export function warrantIndex({ db, clock, onFailure }: WarrantIndexParts): WarrantIndex {
  const queries = new WarrantListQueries(db);
  let byUnit: ReadonlyMap<string, readonly string[]> = new Map();
  let readAt = -Infinity;
  const refresh = async (): Promise<void> => {
    readAt = clock();
    const named = await queries.named(dayOf(new Date(readAt).toISOString()));
    const found = new Map<string, string[]>();
    for (const { unitId, inspectionId } of named)
      found.set(unitId, [...(found.get(unitId) ?? []), inspectionId]);
    byUnit = found;
  };
  return {
    refresh,
    covering(unitIds) {
      const age = clock() - readAt;
      if (age >= FRESH_MS || age < 0) refresh().catch((error: unknown) => onFailure?.(error));
      if (byUnit.size === 0) return [];
      return [...new Set(unitIds.flatMap((unitId) => byUnit.get(unitId) ?? []))];
    },
  };
}
