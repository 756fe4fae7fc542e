import type { OldFact } from '#libs/kernel/testing';
import {
  declaredRefusals,
  memberView,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  appointed,
  choseCadence,
  type Command,
  dissolved,
  endedOffice,
  founded,
  given,
  HISTORIES,
  INPUTS,
} from './organisation.fixtures.js';
import { organisation } from './organisation.workflow.js';

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: OldFact[];
  readonly needs?: object;
  readonly codes: readonly string[];
  readonly path?: string;
}
const later = (['rename', 'reparent', 'merge', 'split', 'dissolve', 'appointOfficer'] as const).map(
  (command): Row => ({
    name: 'before the founding',
    command,
    input: { on: '2019-12-31' },
    codes: ['BEFORE_FOUNDING'],
    path: 'on',
  }),
);
const parents = (['found', 'reparent'] as const).flatMap((command): Row[] => {
  const path = command === 'found' ? 'parentId' : 'toParentId';
  const closed = unitView({ level: 'ward', closedOn: '2025-07-01' });
  return [
    {
      name: 'under no unit',
      command,
      needs: { parent: undefined },
      codes: ['PARENT_UNKNOWN'],
      path,
    },
    {
      name: 'under a closed one',
      command,
      needs: { parent: closed },
      codes: ['PARENT_CLOSED'],
      path,
    },
    {
      name: 'under one of its own level',
      command,
      needs: { parent: unitView() },
      codes: ['LEVEL_ORDER'],
      path: 'level',
    },
  ];
});
const heirs = (['merge', 'split', 'dissolve'] as const).flatMap((command): Row[] => {
  const into = { into: ['kp4', 'kp5', 'kp6'] };
  const closed = unitView({ unitId: 'kp5', closedOn: '2025-07-01' });
  return [
    {
      name: 'to nobody',
      command,
      needs: { heir: undefined },
      codes: ['HEIR_UNKNOWN'],
      path: 'heirId',
    },
    {
      name: 'to one closed',
      command,
      needs: { heir: closed },
      codes: ['HEIR_CLOSED'],
      path: 'heirId',
    },
    {
      name: 'to itself',
      command,
      input: { heirId: 'kp4', ...(command === 'split' && into) },
      codes: ['HEIR_IS_SELF'],
      path: 'heirId',
    },
  ];
});
const ROWS: Row[] = [
  ...later,
  ...parents,
  ...heirs,
  {
    name: 'to where it is',
    command: 'reparent',
    input: { toParentId: 'anbinh' },
    codes: ['SAME_PARENT'],
    path: 'toParentId',
  },
  {
    name: 'from where it no longer is',
    command: 'reparent',
    input: { fromParentId: 'elsewhere' },
    codes: ['NOT_UNDER_THAT_UNIT'],
    path: 'fromParentId',
  },
  {
    name: 'to an heir that is none of the parts',
    command: 'split',
    input: { into: ['kp6', 'kp7'] },
    codes: ['HEIR_NOT_AMONG_PARTS'],
    path: 'heirId',
  },
  {
    name: 'of somebody who left',
    command: 'appointOfficer',
    needs: { member: memberView({ active: false }) },
    codes: ['NOT_ACTIVE_MEMBER'],
    path: 'memberId',
  },
  {
    name: 'of nobody known',
    command: 'appointOfficer',
    needs: { member: undefined },
    codes: ['NOT_ACTIVE_MEMBER'],
    path: 'memberId',
  },
  {
    name: 'to the post held already',
    command: 'appointOfficer',
    facts: [founded, appointed('khai', 'deputy')],
    codes: ['ALREADY_IN_OFFICE'],
    path: 'memberId',
  },
  {
    name: 'of a second secretary',
    command: 'appointOfficer',
    facts: HISTORIES.endOfficer,
    input: { office: 'secretary' },
    codes: ['SECRETARY_EXISTS'],
    path: 'office',
  },
  {
    name: 'from a post not held',
    command: 'endOfficer',
    input: { office: 'deputy' },
    codes: ['NOT_IN_OFFICE'],
    path: 'memberId',
  },
  {
    name: 'from a post left already',
    command: 'endOfficer',
    facts: [...HISTORIES.endOfficer, endedOffice('ha', 'secretary')],
    codes: ['NOT_IN_OFFICE'],
    path: 'memberId',
  },
  {
    name: 'of the pace followed already',
    command: 'chooseCadence',
    facts: [founded, choseCadence('monthly', 2024)],
    codes: ['SAME_CADENCE'],
    path: 'cadence',
  },
  {
    name: 'for years before the last choice',
    command: 'chooseCadence',
    facts: [founded, choseCadence('quarterly', 2027)],
    codes: ['CADENCE_OVERTAKEN'],
    path: 'fromYear',
  },
];

describe('a unit is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, facts = HISTORIES[row.command], needs = {} } = row;
    const input = { ...INPUTS[command], ...row.input };
    const then = given(...facts).when(command, input, { needs: { ...needs } });
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(organisation)));

  it.each(Object.keys(INPUTS).filter((name) => name !== 'endOfficer') as Command[])(
    '%s once it is closed',
    (command) =>
      given(founded, dissolved).when(command, INPUTS[command]).thenRefusedOnlyFor('WRONG_STATE'),
  );
});

describe('who may', () => {
  const fromAbove: Person[] = ['tam', 'minh', 'quang', 'system'];
  it.each<[Command, Person[]]>([
    ['found', ['tam', 'minh', 'system']],
    ['rename', fromAbove],
    ['reparent', fromAbove],
    ['merge', fromAbove],
    ['split', fromAbove],
    ['dissolve', fromAbove],
    ['appointOfficer', fromAbove],
    ['endOfficer', fromAbove],
    ['chooseCadence', ['ha', 'tam', 'minh', 'quang', 'system']],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES[command]), command, INPUTS[command])).toEqual(people);
  });
});
