import type { OldFact } from '#libs/kernel/testing';
import {
  actorOf,
  declaredRefusals,
  memberView,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  added,
  assigned,
  type Command,
  dissolved,
  formed,
  given,
  givenOf,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  left,
  of,
  verified,
} from './steering-committee.fixtures.js';
import { steeringCommittee } from './steering-committee.workflow.js';

const task = { id: 't1', ownerId: 'khai', due: '2008-06-30' };
const actorFor = (command: Command, actor: Person = 'tam') =>
  actorOf(command === 'reportTask' && actor === 'tam' ? 'khai' : actor);

describe('a steering committee', () => {
  it.each<[Command, string, object, string]>([
    ['form', 'SteeringCommitteeFormed', INPUTS.form, 'active'],
    ['addMember', 'SteeringMemberAdded', INPUTS.addMember, 'active'],
    ['endMember', 'SteeringMemberLeft', { ...INPUTS.endMember, role: 'member' }, 'active'],
    [
      'dissolve',
      'SteeringCommitteeDissolved',
      { ...INPUTS.dissolve, tasks: 1, done: 1 },
      'dissolved',
    ],
    [
      'verifyTask',
      'SteeringTaskVerified',
      { ...task, on: '2008-06-20', done: true, late: false },
      'active',
    ],
    [
      'handOverTask',
      'SteeringTaskHandedOver',
      { ...task, heirId: 'ha', on: '2008-05-01' },
      'active',
    ],
  ])('%s', (command, type, data, to) => {
    const then = given(...HISTORIES_OF[command]).when(command, INPUTS[command] as never, {
      actor: actorFor(command),
    });
    then.thenFacts([{ type, data: { ...of, ...data } }]);
    then.thenState(to);
  });

  it('assigns a task and hears of it, the words sealed to the owner', () => {
    given(...HISTORIES_OF.assignTask)
      .when('assignTask', INPUTS.assignTask)
      .thenFacts([
        {
          type: 'SteeringTaskAssigned',
          data: { ...of, ...task, on: '2008-01-10' },
          sealed: { text: { of: 'khai', value: 'Phụ trách ba chi bộ' } },
        },
      ]);
    given(...HISTORIES_OF.reportTask)
      .when('reportTask', INPUTS.reportTask, { actor: 'khai' })
      .thenFacts([
        {
          type: 'SteeringTaskReported',
          data: { ...of, ...task, on: '2008-06-10', late: false },
          sealed: { report: { of: 'khai', value: 'Đã dự sinh hoạt' } },
        },
      ]);
  });

  it('knows who sat on it from when to when', () => {
    const members = (...facts: OldFact[]) =>
      (given(...facts).instance.state as { members: unknown }).members;
    const [tam, khai, ha] = [
      { memberId: 'tam', role: 'head', from: '2007-01-15' },
      { memberId: 'khai', role: 'member', from: '2007-01-15' },
      { memberId: 'ha', role: 'deputy', from: '2008-02-01' },
    ];
    expect(members(formed, added, left('khai', 'member'))).toEqual([
      tam,
      { ...khai, to: '2009-02-01' },
      ha,
    ]);
    expect(members(formed, added, left('khai', 'member'), dissolved)).toEqual([
      { ...tam, to: '2010-12-31' },
      { ...khai, to: '2009-02-01' },
      { ...ha, to: '2010-12-31' },
    ]);
  });

  it('gets another head once the first has left', () =>
    given(formed, left('tam', 'head'))
      .when('addMember', { ...INPUTS.addMember, role: 'head' })
      .thenState('active'));

  it('runs a clock for every task until it is reported', () => {
    const { task: clock } = steeringCommittee.deadlines;
    const owed = (...facts: OldFact[]) =>
      'each' in clock! ? clock.each(given(...facts).instance.state) : [];
    expect(owed(formed, assigned)).toEqual([{ key: 't1', due: '2008-06-30' }]);
    expect(owed(formed, assigned, verified)).toEqual([]);
  });

  it('lets the engine hand tasks to the heir of a closed unit', () =>
    given(...HISTORIES_OF.handOverTask)
      .when(
        'handOverTask',
        { ...INPUTS.handOverTask, heirId: 'dongan' },
        { actor: actorOf('system') },
      )
      .thenState('active'));
});

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
      { ...INPUTS[command], ...row.input } as never,
      { actor: actorFor(command, row.actor), needs },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(steeringCommittee)));
});

describe('who may', () => {
  const deciding: Person[] = ['tam', 'quang', 'system'];
  it.each<[Command, Person[]]>([
    ['form', deciding],
    ['addMember', deciding],
    ['endMember', deciding],
    ['dissolve', deciding],
    ['assignTask', deciding],
    ['verifyTask', deciding],
    ['handOverTask', deciding],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, INPUTS[command])).toEqual(people);
  });
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter(
        (command) =>
          !(steeringCommittee.commands[command].from as readonly string[]).includes(state),
      )
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {} as never)
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(steeringCommittee.states).sort());
  });
});
