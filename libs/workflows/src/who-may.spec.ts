import { type Actor, DEADLINE_COMMANDS, permission, startOf } from '#libs/kernel';
import { authorityOf, resolutionOf } from '#libs/kernel/testing';
import { WORKFLOWS } from './index.js';
import { WHO_MAY } from './testing/who-may.fixtures.js';
import { WORLD } from './testing/index.js';

/** One person for each office at each level, by its letters; in cell 4, its ward, its province. */
const OFFICES = ['secretary', 'deputy', 'committee', 'commission'] as const;
const UNITS = { cell: 'kp4', ward: 'anbinh', province: 'songvan', other: 'kp5' } as const;
const officers = Object.entries(UNITS).flatMap(([level, unit]) =>
  OFFICES.map((office) => `${level}-${office} ${office} ${unit}`),
);
const authority = authorityOf({
  officers,
  parents: { kp4: 'anbinh', kp5: 'anbinh', anbinh: 'songvan' },
});
/** Whom the record names, each in one field. */
const NAMED = {
  ...{ memberId: 'member', subjectId: 'subject', ownerId: 'owner', speakerId: 'speaker' },
  ...{ chairId: 'chair', recorderId: 'recorder', headId: 'head', authorId: 'author' },
  ...{ leadId: 'lead', deputyId: 'team-deputy', decidedBy: 'signer', toId: 'delegate' },
};
const PLACES = { unitId: 'kp4', keeperId: 'kp4', fromUnitId: 'kp4', parentId: 'anbinh' };
/** A record of the cell that the ward decides on, and one that the cell decides on itself. */
const RECORDS = [
  { ...NAMED, ...PLACES, decidedAt: 'anbinh', toUnitId: 'kp5', ratedUnitId: 'kp4' },
  { ...NAMED, ...PLACES, decidedAt: 'kp4', toUnitId: 'kp4', ratedUnitId: 'kp4' },
];
const PEOPLE = [
  ...officers.map((line) => line.split(' ')[0]!),
  ...Object.values(NAMED),
  'stranger',
  'system',
];
const actorOf = (id: string): Actor => ({ id, kind: id === 'system' ? 'system' : 'person' });
const ID: Readonly<Record<string, string>> = Object.fromEntries(WORLD.asked);

/** `cell secretary deputy; chair`, or whoever is not stopped: `anybody but member`. */
function said(people: readonly string[]): string {
  const system = people.includes('system') ? ['system'] : [];
  if (people.includes('stranger')) {
    const stopped = PEOPLE.filter((id) => id !== 'system' && !people.includes(id));
    return [stopped.length === 0 ? 'anybody' : `anybody but ${stopped.join(' ')}`, ...system].join(
      '; ',
    );
  }
  const levels = Object.keys(UNITS).flatMap((level) => {
    const held = people.filter((id) => id.startsWith(`${level}-`));
    return held.length === 0
      ? []
      : [`${level} ${held.map((id) => id.slice(level.length + 1)).join(' ')}`];
  });
  const named = people.filter((id) => Object.values<string>(NAMED).includes(id));
  return [...levels, ...named, ...system].join('; ');
}

/** Everybody whom the policy lets give the command on a record, in a line. */
function allowed(name: string, command: string, state: object): string {
  const workflow = WORKFLOWS.find((one) => one.name === name)!;
  const start = startOf(workflow, ID[name]!);
  const people = PEOPLE.filter((id) => {
    const resolution = resolutionOf({ actor: actorOf(id), authority });
    const instance = { ...start, state, authors: new Map() };
    return permission(workflow.commands[command]!, instance, {}, resolution).allowed;
  });
  return said(people);
}

const commands = WORKFLOWS.flatMap((workflow) =>
  Object.keys(workflow.commands)
    .filter((command) => !DEADLINE_COMMANDS.has(command))
    .map((command) => `${workflow.name} ${command}`),
);

describe('who may', () => {
  it('is written down for every command', () =>
    expect(WHO_MAY.flatMap(({ of }) => of).sort()).toEqual([...commands].sort()));

  it.each(commands)('%s', (key) => {
    const [name, command] = key.split(' ') as [string, string];
    const lines = RECORDS.map((record) => allowed(name, command, record));
    const { here, there = here } = WHO_MAY.find(({ of }) => of.includes(key))!;
    expect(lines).toEqual([here, there]);
  });
});
