import type { Office } from '#libs/workflows';
import { SYSTEM_ACTOR, type YearScript } from './act.js';
import { daysOf, moment } from './calendar.js';
import { membersOf, officersOf, openUnits, type World, type WorldUnit } from './world.js';

/** Leaders of cells who make way for others, of a hundred a year. */
const ROTATION = 0.03;

/** Units from the top down, members into their cells, then everybody's posts. */
export function foundOrganisation(script: YearScript, world: World, year: number): void {
  const on = `${year}-01-02`;
  for (const unit of world.units.values())
    script.add(moment(on, 8, depthOf(world, unit)), SYSTEM_ACTOR, 'organisation.found', unit.id, {
      name: unit.name,
      level: unit.level,
      on,
      decisionNo: `01-QĐ/${year}`,
      ...(unit.parentId !== null && { parentId: unit.parentId }),
    });
  for (const member of world.members.values())
    script.add(moment(on, 10), SYSTEM_ACTOR, 'membership.admit', member.id, {
      ...member.person,
      unitId: member.unitId,
      status: member.status,
      on,
    });
  for (const unit of world.units.values()) {
    const { secretary, deputy, committee } = unit.officers;
    appoint(script, unit.id, 'secretary', secretary, moment(on, 14));
    appoint(script, unit.id, 'deputy', deputy, moment(on, 14, 10));
    committee.forEach((member, index) =>
      appoint(script, unit.id, 'committee', member, moment(on, 14, 20 + index)),
    );
  }
}

const depthOf = (world: World, unit: WorldUnit): number =>
  unit.parentId === null ? 0 : 1 + depthOf(world, world.units.get(unit.parentId)!);

/** Gives somebody a post in a unit, by a decision of the day. */
export const appoint = (
  script: YearScript,
  unitId: string,
  office: Office,
  memberId: string,
  at: string,
): void =>
  void script.add(
    at,
    SYSTEM_ACTOR,
    'organisation.appointOfficer',
    unitId,
    post(office, memberId, at),
  );

const relieve = (
  script: YearScript,
  unitId: string,
  office: Office,
  memberId: string,
  at: string,
): void =>
  void script.add(at, SYSTEM_ACTOR, 'organisation.endOfficer', unitId, post(office, memberId, at));

const post = (office: Office, memberId: string, at: string) => {
  const on = at.slice(0, 10);
  return { office, memberId, on, decisionNo: `${on.slice(8)}-QĐ/${on.slice(0, 4)}` };
};

/** Communes that merge on the first day of the year; what hung under them follows by itself. */
export function mergeCommunes(script: YearScript, world: World, year: number): void {
  for (const { on, closedId, heirId, name } of world.mergers) {
    if (Number(on.slice(0, 4)) !== year) continue;
    const closed = world.units.get(closedId)!;
    const decisionNo = `855/NQ-${year}`;
    script.add(moment(on, 8), SYSTEM_ACTOR, 'organisation.merge', closedId, {
      on,
      decisionNo,
      heirId,
    });
    script.add(moment(on, 9), SYSTEM_ACTOR, 'organisation.rename', heirId, {
      on,
      decisionNo,
      name,
    });
    relieve(script, closedId, 'secretary', closed.officers.secretary, moment(on, 10));
    relieve(script, closedId, 'deputy', closed.officers.deputy, moment(on, 10, 10));
    closed.closed = true;
    for (const unit of world.units.values()) if (unit.parentId === closedId) unit.parentId = heirId;
  }
}

/** Some cells get another deputy or, where the secretary has no second post, another secretary. */
export function rotateOfficers(script: YearScript, world: World, year: number): void {
  const { random } = world;
  const on = daysOf(year).working(1);
  for (const cell of openUnits(world).filter(({ level }) => level === 'cell')) {
    if (!random.chance(ROTATION)) continue;
    const office = random.chance(0.5) ? 'secretary' : 'deputy';
    const before = cell.officers[office];
    const taken = officersOf(world);
    const free = membersOf(world, cell.id).filter(
      (one) => !taken.has(one.id) && !one.exempt && !one.settled && one.status === 'official',
    );
    if (holdsAnother(world, cell, before) || world.members.get(before)!.settled || !free[0])
      continue;
    const after = random.pick(free).id;
    relieve(script, cell.id, office, before, moment(on, 8));
    appoint(script, cell.id, office, after, moment(on, 9));
    cell.officers[office] = after;
  }
}

const holdsAnother = (world: World, cell: WorldUnit, memberId: string): boolean =>
  openUnits(world).some(
    ({ id, officers }) =>
      id !== cell.id &&
      [officers.secretary, officers.deputy, ...officers.committee].includes(memberId),
  );
