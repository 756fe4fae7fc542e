import type { OldFact } from '#libs/kernel/testing';
import {
  actorOf,
  declaredRefusals,
  memberView,
  type Person,
  provenRefusals,
  unitView,
} from '../testing/index.js';
import {
  added,
  assigned,
  type Command,
  formed,
  givenOf,
  HISTORIES_OF,
  INPUTS,
  verified,
} from './steering-committee.fixtures.js';
import { steeringCommittee } from './steering-committee.workflow.js';

const actorFor = (command: Command, actor: Person = 'tam') =>
  actorOf(command === 'reportTask' && actor === 'tam' ? 'khai' : actor);

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: readonly OldFact[];
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly actor?: Person;
  readonly id?: string;
  readonly codes: readonly string[];
  readonly path?: string;
}
const [tam, khai] = INPUTS.form.members;
const ROWS: Row[] = [
  ...(['addMember', 'endMember', 'dissolve'] as const).map((command): Row => ({
    name: 'before it was formed',
    command,
    input: { on: '2006-12-31' },
    codes: ['DATE_ORDER'],
    path: 'on',
  })),
  { name: 'of no unit', command: 'form', needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'] },
  {
    name: 'of a closed unit',
    command: 'form',
    needs: { unit: unitView({ closedOn: '2006-07-01' }) },
    codes: ['UNIT_CLOSED'],
  },
  {
    name: 'for a term that ends before it begins',
    command: 'form',
    id: 'anbinh-2010_2006',
    codes: ['TERM_ORDER'],
  },
  {
    name: 'without a head',
    command: 'form',
    input: { members: [khai] },
    codes: ['HEAD_MISSING'],
    path: 'members',
  },
  {
    name: 'with two heads',
    command: 'form',
    input: { members: [tam, { ...khai, role: 'head' }] },
    codes: ['HEAD_TWICE'],
    path: 'members',
  },
  {
    name: 'with somebody twice',
    command: 'form',
    input: { members: [tam, khai, khai] },
    codes: ['ON_COMMITTEE_TWICE'],
    path: 'members[2].memberId',
  },
  {
    name: 'with somebody unknown',
    command: 'form',
    input: { members: [tam, { memberId: 'nobody', role: 'member' }] },
    codes: ['NOT_ACTIVE_MEMBER'],
    path: 'members[1].memberId',
  },
  {
    name: 'of a second head',
    command: 'addMember',
    input: { role: 'head' },
    codes: ['HEAD_TWICE'],
    path: 'role',
  },
  {
    name: 'of somebody on it',
    command: 'addMember',
    facts: [formed, added],
    codes: ['ON_COMMITTEE_TWICE'],
    path: 'memberId',
  },
  {
    name: 'of somebody who left the Party',
    command: 'addMember',
    needs: { member: memberView({ active: false }) },
    codes: ['NOT_ACTIVE_MEMBER'],
    path: 'memberId',
  },
  {
    name: 'of somebody not on it',
    command: 'endMember',
    input: { memberId: 'loc' },
    codes: ['NOT_ON_COMMITTEE'],
    path: 'memberId',
  },
  {
    name: 'of somebody who still owes a task',
    command: 'endMember',
    facts: [formed, assigned],
    codes: ['TASKS_OPEN'],
    path: 'memberId',
  },
  {
    name: 'to somebody not on it',
    command: 'assignTask',
    input: { ownerId: 'loc' },
    codes: ['NOT_ON_COMMITTEE'],
    path: 'ownerId',
  },
  {
    name: 'under an id in use',
    command: 'assignTask',
    facts: [formed, assigned],
    codes: ['OBLIGATION_TWICE'],
    path: 'id',
  },
  {
    name: 'due before it was given',
    command: 'assignTask',
    input: { due: '2008-01-01' },
    codes: ['DUE_BEFORE_START'],
    path: 'due',
  },
  ...(['reportTask', 'verifyTask', 'handOverTask'] as const).flatMap((command): Row[] => [
    {
      name: 'that was never given',
      command,
      input: { id: 't9' },
      codes: ['OBLIGATION_UNKNOWN'],
      path: 'id',
    },
    {
      name: 'that is done',
      command,
      facts: [formed, added, assigned, verified],
      codes: ['OBLIGATION_CLOSED'],
      path: 'id',
    },
  ]),
  { name: 'by another', command: 'reportTask', actor: 'ha', codes: ['NOT_OWNER'] },
  {
    name: 'by whoever owed it',
    command: 'verifyTask',
    facts: [formed, { ...assigned, data: { ...assigned.data, ownerId: 'tam' } }],
    codes: ['VERIFIER_IS_OWNER'],
  },
  {
    name: 'to somebody not on it',
    command: 'handOverTask',
    input: { heirId: 'loc' },
    codes: ['NOT_ON_COMMITTEE'],
    path: 'heirId',
  },
];

describe('a steering committee is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {}, id = 'anbinh-2006_2010' } = row;
    const then = givenOf(id)(...(row.facts ?? HISTORIES_OF[command])).when(
      command,
      { ...INPUTS[command], ...row.input },
      { actor: actorFor(command, row.actor), needs },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(steeringCommittee)));
});
