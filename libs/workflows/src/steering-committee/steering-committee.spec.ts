import type { OldFact } from '#libs/kernel/testing';
import { actorOf, type Person, whoMay } from '../testing/index.js';
import {
  added,
  assigned,
  type Command,
  dissolved,
  formed,
  given,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  left,
  of,
  verified,
} from './steering-committee.fixtures.js';
import { steeringCommittee } from './steering-committee.workflow.js';

const task = { id: 't1', ownerId: 'khai', due: '2008-06-30' };

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
    const then = given(...HISTORIES_OF[command]).when(command, INPUTS[command], {
      actor: 'tam',
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
