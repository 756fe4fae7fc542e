import { type Act, YearScript } from './act.js';
import { moment } from './calendar.js';
import type { Scenario } from './scenario.js';
import { appoint } from './structure.acts.js';
import { cellsOf, createWorld, membersOf, type World } from './world.js';

/** The organisation in whose first cell the people of the demonstration live. */
export const DEMO_SCENARIO = 'bac-kan';

/** What a demonstration account stands for. */
export type DemoRole = 'member' | 'secretary' | 'committee' | 'inspector' | 'auditor' | 'admin';

/** Somebody who can sign in to the demonstration; the accounts themselves are made elsewhere. */
export interface DemoPerson {
  readonly username: DemoRole;
  /** The member behind the account; null for accounts of a function. */
  readonly personId: string | null;
  /** A made-up name, or what the function is called, Vietnamese. */
  readonly displayName: string;
  readonly displayNameEn: string;
  readonly roles: readonly DemoRole[];
  /** Leave to read whole subtrees; ISO dates, inclusive. */
  readonly warrants: readonly { unitId: string; from: string; until: string }[];
  /** Leave to see the figures of subtrees. */
  readonly grants: readonly { unitId: string }[];
}

const WARRANT = { from: '2006-01-01', until: '2099-12-31' };

/** Who is who in the first cell of the world of the demonstration. */
function cast(world: World) {
  const cell = cellsOf(world)[0]!;
  const [secretary, , member, committee, inspector] = membersOf(world, cell.id);
  if (!secretary || !member || !committee || !inspector)
    throw new Error(`the first cell of ${world.scenario.id} is too small for a demonstration`);
  return { cellId: cell.id, secretary, member, committee, inspector };
}

/**
 * The six people of the demonstration, for the same scenarios and seed as loaded: an ordinary
 * member and the secretary of one cell, a committee member of every organisation, an inspector with
 * a warrant for all, an auditor and an administrator without a member behind them.
 */
export function demoPeople(scenarios: readonly Scenario[], seed: number): readonly DemoPerson[] {
  const scenario = scenarios.find(({ id }) => id === DEMO_SCENARIO);
  if (scenario === undefined) throw new Error(`no scenario ${DEMO_SCENARIO} for a demonstration`);
  const { secretary, member, committee, inspector } = cast(createWorld(scenario, seed));
  const roots = scenarios.map(({ id }) => ({ unitId: id }));
  const person = (username: DemoRole, { id, person: { fullName } }: typeof member): DemoPerson => ({
    username,
    personId: id,
    displayName: fullName,
    displayNameEn: fullName,
    roles: [username],
    warrants: [],
    grants: [],
  });
  const functional = (username: DemoRole, vi: string, en: string): DemoPerson => ({
    username,
    personId: null,
    displayName: vi,
    displayNameEn: en,
    roles: [username],
    warrants: [],
    grants: [],
  });
  return [
    person('member', member),
    person('secretary', secretary),
    person('committee', committee),
    {
      ...person('inspector', inspector),
      warrants: roots.map((root) => ({ ...root, ...WARRANT })),
    },
    { ...functional('auditor', 'Kiểm toán viên', 'Auditor'), grants: roots },
    functional('admin', 'Quản trị hệ thống', 'Administrator'),
  ];
}

/** The cell in which `member` and `secretary` of the demonstration live. */
export const demoCell = (scenarios: readonly Scenario[], seed: number): string =>
  cast(
    createWorld(
      scenarios.find(({ id }) => id === DEMO_SCENARIO)!,
      seed,
    ),
  ).cellId;

/**
 * The posts of the demonstration, on the last day of the last year: whoever holds them was there
 * before only as an ordinary member.
 */
export function demoAppointments(scenarios: readonly Scenario[], seed: number): readonly Act[] {
  const scenario = scenarios.find(({ id }) => id === DEMO_SCENARIO);
  if (scenario === undefined) return [];
  const world = createWorld(scenario, seed);
  const { committee, inspector } = cast(world);
  const last = Math.max(...scenarios.map(({ years }) => years.last));
  const script = new YearScript(`demo.${last}`);
  for (const { id } of scenarios)
    appoint(script, id, 'committee', committee.id, moment(`${last}-12-31`, 16));
  appoint(script, DEMO_SCENARIO, 'commission', inspector.id, moment(`${last}-12-31`, 17));
  supervision(script, world, inspector.id, last);
  return script.acts;
}

/** A supervision of the coming year, announced, under a warrant of the inspector's own. */
function supervision(script: YearScript, world: World, inspectorId: string, last: number): void {
  const units = [...world.units.values()];
  const root = units[0]!;
  const districts = units.filter(({ level }) => level === 'district');
  const bases = units.filter(({ level }) => level === 'base');
  const subject = (districts.length > 1 ? districts : bases).at(-1)!.id;
  const [id, on] = [`${root.id}.gs.${last + 1}`, `${last}-12-31`];
  const named = { unitIds: [subject], memberIds: [] };
  script.add(moment(on, 18), root.officers.secretary, 'inspection.plan', id, {
    ...{ ...named, unitId: root.id, kind: 'supervision_thematic', year: last + 1, on },
  });
  script.add(moment(on, 19), root.officers.secretary, 'inspection.decide', id, {
    ...{ decisionNo: '02-QĐ/UBKT', on, from: on, expires: `${last + 1}-12-30` },
    scope: { ...named, from: `${last - 1}-01-01`, until: on },
    team: [{ memberId: inspectorId, role: 'lead' }],
  });
  script.add(moment(on, 20), inspectorId, 'inspection.announce', id, { on });
}
