import type { Authority } from '#libs/kernel';
import { dayOf } from '#libs/kernel';

/** What must be known of a unit to judge who holds which office in it. */
export interface UnitOffices {
  readonly parentId: string | null;
  readonly officers: readonly {
    readonly memberId: string;
    readonly office: string;
    readonly from: string;
    readonly to?: string | undefined;
  }[];
}

export type LoadUnit = (
  unitId: string,
) => UnitOffices | undefined | Promise<UnitOffices | undefined>;

/** A warrant lets one person read one subtree until a day. */
export interface Warrant {
  readonly personId: string;
  readonly unitId: string;
  /** ISO dates, inclusive. */
  readonly from: string;
  readonly until: string;
}

/** Deeper than any tree of units; a longer chain is a cycle. */
const DEPTH_MAX = 32;

/**
 * Offices and ancestors as they stand in the units' own streams at `at` (ISO), so that authority
 * never lags behind the log. Loads the units named and everything above them.
 */
export function officeAuthority(
  units: readonly string[],
  at: string,
  loadUnit: LoadUnit,
  warrants: readonly Warrant[] = [],
): Authority | Promise<Authority> {
  const known = new Map<string, UnitOffices>();
  const pending = units
    .map((unit) => climb(unit, known, loadUnit, 0))
    .filter((step) => step !== undefined);
  const authority = (): Authority => authorityOver(known, dayOf(at), warrants);
  return pending.length === 0 ? authority() : Promise.all(pending).then(authority);
}

/** Loads a unit and its ancestors; waits only for what is not at hand. */
function climb(
  unitId: string,
  known: Map<string, UnitOffices>,
  loadUnit: LoadUnit,
  depth: number,
): Promise<void> | undefined {
  if (known.has(unitId) || depth > DEPTH_MAX) return undefined;
  const proceed = (unit: UnitOffices | undefined): Promise<void> | undefined => {
    if (unit === undefined) return undefined;
    known.set(unitId, unit);
    return unit.parentId === null ? undefined : climb(unit.parentId, known, loadUnit, depth + 1);
  };
  const unit = loadUnit(unitId);
  return unit instanceof Promise ? unit.then(proceed) : proceed(unit);
}

function authorityOver(
  known: ReadonlyMap<string, UnitOffices>,
  day: string,
  warrants: readonly Warrant[],
): Authority {
  const ancestors = (unitId: string): readonly string[] => {
    const chain: string[] = [];
    for (
      let up = known.get(unitId)?.parentId;
      up != null && up !== unitId && !chain.includes(up);
      up = known.get(up)?.parentId
    )
      chain.push(up);
    return chain;
  };
  return {
    ancestors,
    holds: (person, office, unitId) =>
      known
        .get(unitId)
        ?.officers.some(
          (officer) =>
            officer.memberId === person &&
            officer.office === office &&
            officer.from <= day &&
            (officer.to === undefined || day < officer.to),
        ) ?? false,
    warranted: (person, unitId) =>
      warrants.some(
        (warrant) =>
          warrant.personId === person &&
          warrant.from <= day &&
          day <= warrant.until &&
          [unitId, ...ancestors(unitId)].includes(warrant.unitId),
      ),
  };
}
