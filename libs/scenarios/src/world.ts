import { type Level, type MemberStatus, type Person, RULE_PACKS, rulePack } from '#libs/workflows';
import { layoutOf, type MergerPlan } from './layout.js';
import { personName } from './person-names.js';
import { type Profile, profileOf } from './profile.js';
import { type Random, randomOf } from './random.js';
import type { Scenario } from './scenario.js';

export interface WorldUnit {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  parentId: string | null;
  closed: boolean;
  /** Holders of the unit's posts; `committee` are further members of its committee. */
  readonly officers: { secretary: string; deputy: string; committee: string[] };
  /** Period of the term plan in force (`2016_2020`). */
  termPlan: string | undefined;
}

export interface WorldMember {
  readonly id: string;
  readonly person: Person;
  unitId: string;
  status: MemberStatus;
  exempt: boolean;
  /** First year as a member. */
  readonly since: number;
  /** Is shown in demonstrations, so nothing unusual happens to them. */
  readonly settled: boolean;
  /** Found by the last assessment, answered by the next registration. */
  shortcomings: readonly { readonly id: string; readonly area: string }[];
}

/** Something a session found, to be mended in the next year. */
export interface OwedRemedy {
  readonly sessionId: string;
  readonly id: string;
  readonly ownerId: string;
  readonly cell: WorldUnit;
  /** ISO date. */
  readonly due: string;
  /** Place of the owner in the session, so that no two report at the same moment. */
  readonly index: number;
  readonly reportedAtOnce: boolean;
}

/** An organisation as the loader knows it while it writes the script of one year after another. */
export interface World {
  readonly scenario: Scenario;
  readonly profile: Profile;
  readonly random: Random;
  readonly units: Map<string, WorldUnit>;
  readonly members: Map<string, WorldMember>;
  readonly mergers: readonly MergerPlan[];
  /** Cells that review their members every month. */
  readonly monthly: Set<string>;
  /** Owed from the last sessions. */
  readonly remedies: OwedRemedy[];
  /** Ratings made known last year, about which complaints run until the end of January. */
  readonly notified: { readonly id: string; readonly on: string; readonly member: WorldMember }[];
  /** Members rated best in a year (`{member} {year}`), finally. */
  readonly excellent: Set<string>;
  /** Who sits on the steering committee, the head first. */
  readonly steering: string[];
  /** Members still to come, in the years after the first. */
  newcomersPerYear: number;
}

/** Two of a hundred come later, spread over the years after the first. */
const NEWCOMERS = 0.02;
/** Nothing unusual happens to the first of the first cell: demonstrations show them. */
const SETTLED_CELL_MEMBERS = 6;

/** The organisation on the first day of its first year. The same seed gives the same people. */
export function createWorld(scenario: Scenario, seed: number): World {
  const profile = profileOf(scenario.id);
  const random = randomOf(seed, scenario.id);
  const { units, mergers } = layoutOf(scenario, profile, random);
  const years = scenario.years.last - scenario.years.first;
  const newcomersPerYear = years === 0 ? 0 : Math.round((scenario.members * NEWCOMERS) / years);
  const world: World = {
    scenario,
    profile,
    random,
    mergers,
    newcomersPerYear,
    monthly: new Set(),
    remedies: [],
    steering: [],
    notified: [],
    excellent: new Set(),
    members: new Map(),
    units: new Map(
      units.map((unit) => [
        unit.id,
        {
          ...unit,
          closed: false,
          termPlan: undefined,
          officers: { secretary: '', deputy: '', committee: [] },
        },
      ]),
    ),
  };
  const cells = cellsOf(world);
  for (let left = scenario.members - newcomersPerYear * years, at = 0; left > 0; at += 1) {
    const cell = cells[at]!;
    const size = Math.ceil(left / (cells.length - at));
    for (let index = 0; index < size; index += 1)
      newMember(world, cell.id, scenario.years.first, at === 0 && index < SETTLED_CELL_MEMBERS);
    left -= size;
  }
  for (const unit of [...world.units.values()].reverse()) chooseOfficers(world, unit);
  return world;
}

export const cellsOf = (world: World): WorldUnit[] =>
  [...world.units.values()].filter(({ level, closed }) => level === 'cell' && !closed);

export const openUnits = (world: World): WorldUnit[] =>
  [...world.units.values()].filter(({ closed }) => !closed);

export const membersOf = (world: World, cellId: string): WorldMember[] =>
  [...world.members.values()].filter(({ unitId }) => unitId === cellId);

/** Members by the cell they belong to. */
export function membersByCell(world: World): Map<string, WorldMember[]> {
  const cells = new Map<string, WorldMember[]>();
  for (const member of world.members.values())
    cells.set(member.unitId, [...(cells.get(member.unitId) ?? []), member]);
  return cells;
}

/** Everybody who is secretary or deputy of an open unit: they owe a personal plan. */
export const leadersOf = (world: World): ReadonlySet<string> =>
  new Set(openUnits(world).flatMap(({ officers }) => [officers.secretary, officers.deputy]));

/** Everybody with any post. */
export const officersOf = (world: World): ReadonlySet<string> =>
  new Set(
    openUnits(world).flatMap(({ officers }) => [
      officers.secretary,
      officers.deputy,
      ...officers.committee,
    ]),
  );

/** Whether units of this level owe plans in that year. */
export const owesPlans = (level: Level, year: number): boolean =>
  rulePack(RULE_PACKS, { year })?.programme.due[level] !== undefined;

/** One more made-up person; ids are numbers in order of admission. */
export function newMember(
  world: World,
  unitId: string,
  since: number,
  settled = false,
): WorldMember {
  const { random, profile, members } = world;
  const id = `${profile.prefix}.${String(members.size + 1).padStart(6, '0')}`;
  const isNew = since > world.scenario.years.first;
  const born = isNew ? since - 19 - random.below(12) : since - 22 - random.below(38);
  const joined = isNew ? since : Math.max(born + 19, since - random.below(30) - 1);
  const member: WorldMember = {
    id,
    unitId,
    since,
    settled,
    person: {
      fullName: personName(random),
      birthDate: dateIn(random, born),
      joinedOn: isNew ? `${since}-01-03` : dateIn(random, joined),
    },
    status: isNew || (!settled && random.chance(0.02)) ? 'probationary' : 'official',
    exempt: false,
    shortcomings: [],
  };
  members.set(id, member);
  return member;
}

const dateIn = (random: Random, year: number): string =>
  `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;

/**
 * A cell's first two members lead it. Above, a unit with a single cell is led by the cell's own
 * leaders; any other by members of its cells who have no post yet.
 */
function chooseOfficers(world: World, unit: WorldUnit): void {
  const below = cellsBelow(world, unit);
  const [first, second] = membersOf(world, below[0]!.id);
  if (
    below.length === 1 &&
    (unit.level === 'cell' || unit.level === 'base' || unit.level === 'organ')
  ) {
    unit.officers.secretary = first!.id;
    unit.officers.deputy = second!.id;
    return;
  }
  const taken = officersOf(world);
  const free = below
    .map(({ id }) => membersOf(world, id).filter((one) => !one.settled && !taken.has(one.id)))
    .filter((members) => members.length > 0);
  const choose = (turn: number): string => {
    const members = free[(turn * 5) % free.length]!;
    return (members.length > 1 ? members.shift() : members[0])!.id;
  };
  unit.officers.secretary = choose(0);
  unit.officers.deputy = choose(1);
  if (unit.parentId === null || unit.level === 'district')
    unit.officers.committee.push(...new Set([choose(2), choose(3)]));
}

function cellsBelow(world: World, unit: WorldUnit): WorldUnit[] {
  return unit.level === 'cell'
    ? [unit]
    : [...world.units.values()]
        .filter(({ parentId }) => parentId === unit.id)
        .flatMap((child) => cellsBelow(world, child));
}
