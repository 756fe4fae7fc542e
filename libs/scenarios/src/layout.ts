import type { Level } from '#libs/workflows';
import type { Profile } from './profile.js';
import { PlaceNames } from './place-names.js';
import type { Random } from './random.js';
import type { Scenario } from './scenario.js';

/** A unit as it is founded. */
export interface UnitPlan {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly parentId: string | null;
}

/** A base unit that is merged into another one of the same district. */
export interface MergerPlan {
  readonly on: string;
  readonly closedId: string;
  readonly heirId: string;
  /** Name of the heir from then on. */
  readonly name: string;
}

export interface Layout {
  /** From the top down. */
  readonly units: readonly UnitPlan[];
  readonly mergers: readonly MergerPlan[];
}

/** How many communes merge into how many, in proportion to the base units there are. */
function mergerSize(scenario: Scenario, profile: Profile) {
  const { merger } = profile;
  const bases = scenario.units.base ?? 0;
  const inYears =
    merger && scenario.years.first <= merger.year && merger.year <= scenario.years.last;
  if (!merger || !inYears || (scenario.units.district ?? 0) < 2) return undefined;
  const share = Math.min(1, bases / 122);
  const from = Math.round(merger.from * share);
  const to = Math.round(merger.to * share);
  return from > to && to > 0 ? { year: merger.year, from, to } : undefined;
}

/** `count` things dealt out over `parents`, as evenly as can be; the first get the rest. */
const evenly = (count: number, parents: number): number[] =>
  Array.from(
    { length: parents },
    (_, index) => Math.floor(count / parents) + (index < count % parents ? 1 : 0),
  );

/** The units of a scenario, all of them, with made-up names below the top. */
export function layoutOf(scenario: Scenario, profile: Profile, random: Random): Layout {
  const names = new PlaceNames(scenario.id, random);
  const units: UnitPlan[] = [
    { id: scenario.id, name: scenario.title, level: scenario.levels[0]!, parentId: null },
  ];
  const merger = mergerSize(scenario, profile);
  let parents: readonly UnitPlan[] = units.slice();
  for (const level of scenario.levels.slice(1)) {
    const own = level === 'cell' && parents[0] !== units[0] ? profile.ownCells : 0;
    const count = scenario.units[level] ?? scenario.units.cell - profile.ownCells;
    const shares = sharesOf(level, count - own, parents, merger?.from);
    const found = [
      ...children(units[0]!, level, own, profile, names),
      ...parents.flatMap((parent, index) =>
        children(parent, level, shares[index]!, profile, names),
      ),
    ];
    units.push(...found);
    parents = found;
  }
  return { units, mergers: merger ? mergersOf(units, merger, names) : [] };
}

function sharesOf(
  level: Level,
  count: number,
  parents: readonly UnitPlan[],
  merging: number | undefined,
): number[] {
  if (level === 'base' && merging !== undefined && parents.length > 1) {
    const among = mergingDistrict(parents);
    const others = evenly(count - merging, parents.length - 1);
    return parents.map((_, index) => (index === among ? merging : others.shift()!));
  }
  // Cells left over go to the first units of every district, then to the second, and so on.
  const turn = (unit: UnitPlan): number =>
    parents.filter((other) => other.parentId === unit.parentId).indexOf(unit);
  const order = parents
    .map((unit, index) => ({ index, turn: turn(unit) }))
    .sort((one, other) => one.turn - other.turn || one.index - other.index);
  const shares = evenly(count, parents.length);
  return parents.map((_, index) => shares[order.findIndex((one) => one.index === index)]!);
}

/** The third district, or the last. */
const mergingDistrict = (districts: readonly unknown[]): number =>
  Math.min(2, districts.length - 1);

function children(
  parent: UnitPlan,
  level: Level,
  count: number,
  profile: Profile,
  names: PlaceNames,
): UnitPlan[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${parent.id}.${profile.codes[level]!}${index + 1}`,
    name: names.unit(level, index + 1, parent),
    level,
    parentId: parent.id,
  }));
}

/** The last of the merging communes go into the first ones. */
function mergersOf(
  units: readonly UnitPlan[],
  merger: { year: number; from: number; to: number },
  names: PlaceNames,
): MergerPlan[] {
  const districts = units.filter(({ level }) => level === 'district');
  const district = districts[mergingDistrict(districts)]!;
  const communes = units.filter(({ parentId }) => parentId === district.id);
  return communes.slice(merger.to).map((closed, index) => ({
    on: `${merger.year}-01-01`,
    closedId: closed.id,
    heirId: communes[index % merger.to]!.id,
    name: names.renamed(),
  }));
}
