import { authorityOf, type OldFact } from '#libs/kernel/testing';
import {
  declaredRefusals,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import { admitted, ended, exempted, given, tookOffice } from './membership.fixtures.js';
import { membership } from './membership.workflow.js';

type Command = keyof typeof INPUTS;

/** A right input for each command. */
const INPUTS = {
  admit: { fullName: 'Trần Minh Khải', unitId: 'kp4', status: 'official', on: '2026-02-01' },
  correctPerson: { fullName: 'Trần Minh Khai', on: '2026-02-01', reason: 'Sai dấu' },
  changeStatus: { status: 'probationary', on: '2026-02-01' },
  grantExemption: { on: '2026-02-01' },
  endExemption: { on: '2026-02-01' },
  move: { toUnitId: 'kp5', on: '2026-02-01' },
  end: { reason: 'left', on: '2026-02-01' },
  recordOffice: { unitId: 'kp4', office: 'deputy', on: '2026-02-01' },
  lapseOffice: { unitId: 'kp4', office: 'secretary', on: '2026-02-01' },
} as const;
const HISTORIES: Record<Command, OldFact[]> = {
  admit: [],
  correctPerson: [admitted],
  changeStatus: [admitted],
  grantExemption: [admitted],
  endExemption: [admitted, exempted(2020)],
  move: [admitted],
  end: [admitted],
  recordOffice: [admitted],
  lapseOffice: [admitted, tookOffice('secretary', 2020)],
};
const closed = unitView({ closedOn: '2025-07-01', heirId: 'kp5' });

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: OldFact[];
  readonly needs?: object;
  readonly codes: readonly string[];
  readonly path?: string;
}
const beforeAdmission = (
  ['changeStatus', 'grantExemption', 'endExemption', 'move', 'end'] as const
).map((command): Row => ({
  name: 'before the admission',
  command,
  input: { on: '2015-01-31' },
  codes: ['BEFORE_ADMISSION'],
  path: 'on',
}));
const ROWS: Row[] = [
  ...beforeAdmission,
  ...(['admit', 'move'] as const).flatMap((command): Row[] => {
    const path = command === 'admit' ? 'unitId' : 'toUnitId';
    return [
      { name: 'no such unit', command, needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'], path },
      { name: 'a closed unit', command, needs: { unit: closed }, codes: ['UNIT_CLOSED'], path },
    ];
  }),
  ...(['admit', 'correctPerson'] as const).map((command): Row => ({
    name: 'born later',
    command,
    input: { birthDate: '2026-02-01' },
    codes: ['DATE_ORDER'],
    path: 'birthDate',
  })),
  {
    name: 'the status as it is',
    command: 'changeStatus',
    input: { status: 'official' },
    codes: ['SAME_STATUS'],
    path: 'status',
  },
  {
    name: 'exempt already',
    command: 'grantExemption',
    facts: HISTORIES.endExemption,
    codes: ['ALREADY_EXEMPT'],
  },
  { name: 'not exempt', command: 'endExemption', facts: [admitted], codes: ['NOT_EXEMPT'] },
  {
    name: 'to where one is',
    command: 'move',
    input: { toUnitId: 'kp4' },
    codes: ['SAME_UNIT'],
    path: 'toUnitId',
  },
  {
    name: 'from where one is no longer',
    command: 'move',
    input: { fromUnitId: 'kp9' },
    codes: ['NOT_IN_THAT_UNIT'],
    path: 'fromUnitId',
  },
  {
    name: 'a post held already',
    command: 'recordOffice',
    facts: HISTORIES.lapseOffice,
    input: { office: 'secretary' },
    codes: ['ALREADY_IN_OFFICE'],
  },
  {
    name: 'a post not held',
    command: 'lapseOffice',
    input: { office: 'deputy' },
    codes: ['NOT_IN_OFFICE'],
  },
  {
    name: 'the post in another unit',
    command: 'lapseOffice',
    input: { unitId: 'kp5' },
    codes: ['NOT_IN_OFFICE'],
  },
];

describe('a membership is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, facts = HISTORIES[row.command], needs = {} } = row;
    const input = { ...INPUTS[command], ...row.input };
    const then = given(...facts).when(command, input, { needs: { ...needs } });
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(membership)));

  it.each(Object.keys(INPUTS) as Command[])(
    '%s is accepted as it stands in this table',
    (command) =>
      expect(
        given(...HISTORIES[command]).when(command, INPUTS[command] as never).facts,
      ).toHaveLength(1),
  );
});

describe('who may', () => {
  const fromAbove: Person[] = ['tam', 'minh', 'quang', 'system'];
  const unit: Person[] = ['ha', ...fromAbove];
  it.each<[Command, Person[]]>([
    ['admit', unit],
    ['correctPerson', unit],
    ['changeStatus', unit],
    ['grantExemption', ['ha', 'minh', 'quang', 'system']],
    ['endExemption', ['ha', 'minh', 'quang', 'system']],
    ['move', fromAbove],
    ['end', fromAbove],
    ['recordOffice', ['system']],
    ['lapseOffice', ['system']],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES[command]), command, INPUTS[command])).toEqual(people);
  });

  it.each(['changeStatus', 'grantExemption', 'endExemption'] as const)(
    '%s is not for the member to decide, whatever their office',
    (command) => {
      const authority = authorityOf({ officers: ['khai secretary kp4'], parents: {} });
      const then = given(...HISTORIES[command]).when(command, INPUTS[command], {
        ...{ actor: 'khai', authority },
      });
      expect(then.codes).toContain('IS_SUBJECT');
      expect(then.codes).not.toContain('NOT_HOLDER');
    },
  );

  it('nobody who left comes back under the old number', () =>
    given(admitted, ended).when('admit', INPUTS.admit).thenRefusedOnlyFor('WRONG_STATE'));
});
