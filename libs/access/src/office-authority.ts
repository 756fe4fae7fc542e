import type { Authority } from '#libs/kernel';
import { dayOf } from '#libs/kernel';
import {
  type InspectionWarrant,
  isInForce,
  NO_WARRANTS,
  type Warrant,
  type WarrantSource,
  warrantsOf,
} from './warrant.js';

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

/** Deeper than any tree of units; a longer chain is a cycle. */
const DEPTH_MAX = 32;

/** Warrants beside the units' own streams. */
export interface Warrants {
  /** Given to accounts. */
  readonly ofAccounts?: readonly Warrant[] | undefined;
  /** Issued by inspections; judged by the inspections' own streams. */
  readonly issued?: WarrantSource | undefined;
}

/**
 * Offices, ancestors and warrants as they stand in the streams of units and inspections at `at`
 * (ISO), so that authority never lags behind the log: what was revoked is void at once, wherever
 * it was found. Loads the units named, everything above them, and inspections that name those.
 */
export function officeAuthority(
  units: readonly string[],
  at: string,
  loadUnit: LoadUnit,
  { ofAccounts = [], issued = NO_WARRANTS }: Warrants = {},
): Authority | Promise<Authority> {
  const known = new Map<string, UnitOffices>();
  const day = dayOf(at);
  const pending = units
    .map((unit) => climb(unit, known, loadUnit, 0))
    .filter((step) => step !== undefined);
  const proceed = (): Authority | Promise<Authority> => {
    const inspections = issued.covering([...known.keys()]);
    if (inspections.length === 0) return authorityOver(known, day, ofAccounts);
    return Promise.all(inspections.map((id) => inForce(id, issued.load(id), day))).then((found) =>
      authorityOver(known, day, [...ofAccounts, ...found.flat()]),
    );
  };
  return pending.length === 0 ? proceed() : Promise.all(pending).then(proceed);
}

/** An inspection's warrants, if its stream says that they may be used that day. */
async function inForce(
  inspectionId: string,
  loaded: InspectionWarrant | undefined | Promise<InspectionWarrant | undefined>,
  day: string,
): Promise<readonly Warrant[]> {
  const warrant = await loaded;
  return warrant !== undefined && isInForce(warrant, day) ? warrantsOf(inspectionId, warrant) : [];
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
          [unitId, ...ancestors(unitId)].some((one) => warrant.unitIds.includes(one)),
      ),
  };
}
