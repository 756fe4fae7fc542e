import { SYSTEM_ACTOR, type YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import {
  cellsOf,
  newMember,
  officersOf,
  type World,
  type WorldMember,
  type WorldUnit,
} from './world.js';

/** Members a year, of a thousand: exempted, moved to another cell in January, and in August. */
const EXEMPTED = 0.003;
const MOVED_EARLY = 0.004;
const MOVED_LATE = 0.003;

const secretaryOf = (world: World, unitId: string): string =>
  world.units.get(unitId)!.officers.secretary;

/** The secretary of the unit; for a secretary's own affairs, that of the next unit above. */
function keeperOf(world: World, unitId: string, memberId: string): string {
  const { parentId, officers } = world.units.get(unitId)!;
  if (officers.secretary !== memberId) return officers.secretary;
  return parentId === null ? SYSTEM_ACTOR : keeperOf(world, parentId, memberId);
}

/** Members to whom something may happen: no post, not shown in demonstrations, not exempt. */
export function ordinary(world: World): WorldMember[] {
  const officers = officersOf(world);
  return [...world.members.values()].filter(
    (one) => !one.settled && !one.exempt && !officers.has(one.id),
  );
}

const someOf = (world: World, share: number): WorldMember[] =>
  world.random.sample(ordinary(world), Math.round(world.members.size * share));

/** Full members after a year on probation, exemptions, moves, newcomers. */
export function januaryMembers(script: YearScript, world: World, year: number): void {
  const on = daysOf(year).working(1);
  for (const member of world.members.values()) {
    if (member.status === 'official' || member.since === year || member.exempt) continue;
    member.status = 'official';
    script.add(
      moment(on, 13),
      keeperOf(world, member.unitId, member.id),
      'membership.changeStatus',
      member.id,
      { status: 'official', on },
    );
  }
  for (const member of someOf(world, EXEMPTED)) {
    member.exempt = true;
    script.add(
      moment(on, 14),
      secretaryOf(world, member.unitId),
      'membership.grantExemption',
      member.id,
      { on },
    );
  }
  moveSome(script, world, moment(on, 15), MOVED_EARLY);
  for (let count = world.newcomersPerYear; count > 0; count -= 1) {
    const cell = world.random.pick(cellsOf(world));
    const member = newMember(world, cell.id, year);
    script.add(moment(on, 16), cell.officers.secretary, 'membership.admit', member.id, {
      ...member.person,
      joinedOn: on,
      unitId: cell.id,
      status: member.status,
      on,
    });
  }
}

/** Moves after the registration of the year: the member counts in the old cell until it is over. */
export function augustMoves(
  script: YearScript,
  world: World,
  year: number,
  except: readonly WorldMember[],
): void {
  moveSome(script, world, moment(daysOf(year).from('08-10'), 9), MOVED_LATE, except);
}

function moveSome(
  script: YearScript,
  world: World,
  at: string,
  share: number,
  except: readonly WorldMember[] = [],
): void {
  const cells = cellsOf(world);
  if (cells.length < 2) return;
  for (const member of someOf(world, share)) {
    if (except.includes(member)) continue;
    const from = world.units.get(member.unitId)!;
    const to = world.random.pick(siblings(cells, from));
    script.add(at, secretaryOf(world, from.parentId!), 'membership.move', member.id, {
      toUnitId: to.id,
      on: at.slice(0, 10),
    });
    member.unitId = to.id;
  }
}

/** Other cells, those of the same unit if there are any. */
function siblings(cells: readonly WorldUnit[], from: WorldUnit): readonly WorldUnit[] {
  const others = cells.filter((cell) => cell !== from);
  const near = others.filter(({ parentId }) => parentId === from.parentId);
  return near.length > 0 ? near : others;
}
