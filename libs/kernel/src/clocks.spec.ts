import { firstStep, stepAfter, stepMoment, stepToFire } from './clock-steps.js';
import { addDays, daysUntil } from './deadline.js';
import { policyText } from './policy.js';
import { type OldFact, remedies, situation } from './testing/index.js';

const given = situation(remedies, { now: '2026-03-20T05:00:00.000Z' });
const fact = (type: string, data: object = {}, occurredAt = '2026-03-02T02:00:00.000Z') =>
  ({ type, data, occurredAt }) satisfies OldFact;
const opened = fact('PlanOpened', { unitId: 'kp4', memberId: 'khai', tasks: [] });
/** The clocks after these facts, each as `name due`. */
const clocks = (...facts: readonly OldFact[]): string[] =>
  [...given(...facts).instance.clocks].map(([name, { due, left }]) =>
    left === undefined ? `${name} ${due}` : `${name} ${due}, ${left} left`,
  );

describe('a clock of a state', () => {
  it('starts when the state is entered, and its due date is recorded', () =>
    expect(clocks(opened)).toEqual(['answer 2026-03-12']));

  it('counts from a field, where the declaration says so', () =>
    expect(clocks({ ...opened, data: { ...opened.data, from: '2026-02-20' } })).toEqual([
      'answer 2026-03-12',
      'start 2026-03-22',
    ]));

  it('stands still while it is held, and goes on with the days left', () => {
    const held = fact('PlanHeld', {}, '2026-03-06T02:00:00.000Z');
    const resumed = fact('PlanResumed', {}, '2026-05-01T02:00:00.000Z');
    expect(clocks(opened, held)).toEqual(['answer 2026-03-12, 6 left']);
    expect(clocks(opened, held, resumed)).toEqual(['answer 2026-05-07']);
  });

  it('has no days left when it was held after its due date', () => {
    const held = fact('PlanHeld', {}, '2026-04-06T02:00:00.000Z');
    expect(clocks(opened, held)).toEqual(['answer 2026-03-12, 0 left']);
  });

  it('follows the date in a field, also when that is taken back', () => {
    const dated = fact('PlanDated', { on: '2026-06-01' });
    expect(clocks(opened, dated)).toContain('dated 2026-06-01');
    expect(clocks(opened, dated, fact('PlanDated', { on: '2026-07-01' }))).toContain(
      'dated 2026-07-01',
    );
    expect(clocks(opened, dated, fact('PlanDated'))).toEqual(['answer 2026-03-12']);
  });

  it('stops in any other state, and every clock in a final one', () => {
    const set = fact('RemedySet', { item: 'r1', until: '2026-08-01' });
    expect(clocks(opened, set, fact('PlanLapsed'))).toEqual(['remedy:r1 2026-08-01']);
    expect(clocks(opened, set, fact('PlanEnded'))).toEqual([]);
  });
});

describe('clocks of items', () => {
  const set = (item: string, until?: string) =>
    fact('RemedySet', { item, ...(until !== undefined && { until }) });

  it('run one per item, from the opening fact to the closing one', () => {
    expect(clocks(opened, set('r1', '2026-08-01'), set('r2', '2026-09-01')).slice(1)).toEqual([
      'remedy:r1 2026-08-01',
      'remedy:r2 2026-09-01',
    ]);
    const closed = [set('r1', '2026-08-01'), fact('RemedyDone', { item: 'r1' })];
    expect(clocks(opened, ...closed)).toEqual(['answer 2026-03-12']);
  });

  it('are dated anew by a later opening fact, and need a date', () => {
    expect(clocks(opened, set('r1', '2026-08-01'), set('r1', '2026-08-02'))).toContain(
      'remedy:r1 2026-08-02',
    );
    expect(clocks(opened, set('r1'))).toEqual(['answer 2026-03-12']);
  });

  it('of a list follow what the state lists, while its states last', () => {
    const tasks = [
      { key: 'a', due: '2026-04-01' },
      { key: 'b', due: '2026-05-01' },
    ];
    const listed = { ...opened, data: { ...opened.data, tasks } };
    expect(clocks(listed).slice(1)).toEqual(['task:a 2026-04-01', 'task:b 2026-05-01']);
    const moved = fact('TaskMoved', { key: 'a', due: '2026-04-15' });
    expect(clocks(listed, moved).slice(1)).toEqual(['task:a 2026-04-15', 'task:b 2026-05-01']);
    expect(clocks(listed, fact('PlanLapsed'))).toEqual([]);
  });
});

describe('a clock is fired', () => {
  const spec = remedies.deadlines['answer']!;

  it('at midnights in Việt Nam: reminders as their day begins, the rest as it ends', () =>
    expect([-3, -1, 0, 5].map((offset) => stepMoment('2026-03-12', offset))).toEqual([
      '2026-03-08T17:00:00.000Z',
      '2026-03-10T17:00:00.000Z',
      '2026-03-12T17:00:00.000Z',
      '2026-03-17T17:00:00.000Z',
    ]));

  it.each([
    ['2026-03-02T00:00:00.000Z', -3],
    ['2026-03-08T17:00:00.000Z', -1],
    ['2026-03-11T00:00:00.000Z', 0],
    ['2026-04-11T00:00:00.000Z', 0],
  ])('started at %s it begins with %i', (startedAt, offset) =>
    expect(firstStep(spec, '2026-03-12', startedAt).offset).toBe(offset),
  );

  it.each([
    [-3, -1],
    [-1, 0],
    [0, 5],
    [5, undefined],
  ])('after %i comes %s', (fired, next) =>
    expect(stepAfter(spec, '2026-03-12', fired)?.offset).toBe(next),
  );

  it.each([
    [-3, '2026-03-09T00:00:00.000Z', -3],
    [-3, '2026-03-11T00:00:00.000Z', -1],
    [-3, '2026-04-11T00:00:00.000Z', 0],
    [0, '2026-04-11T00:00:00.000Z', 0],
    [5, '2026-04-11T00:00:00.000Z', 5],
  ])('when %i comes next and it is %s, %i is fired', (from, at, fired) =>
    expect(stepToFire(spec, '2026-03-12', from, at).offset).toBe(fired),
  );

  const fire = { clock: 'answer', due: '2026-03-12' };
  it.each([
    ['remindDeadline', -3, 'DeadlineReminded', {}],
    ['passDeadline', 0, 'DeadlinePassed', {}],
    ['escalateDeadline', 5, 'DeadlineEscalated', { level: 1 }],
  ] as const)('%s at %i says %s', (command, offset, type, more) =>
    given(opened)
      .when(command as never, { ...fire, offset })
      .thenFacts([
        {
          type,
          data: { ...fire, deadline: 'answer', unitId: 'kp4', memberId: 'khai', offset, ...more },
        },
      ]),
  );

  it('an item with its key', () =>
    expect(
      given(opened, fact('TaskMoved', { key: 'a', due: '2026-04-15' })).when(
        'passDeadline' as never,
        { clock: 'task:a', due: '2026-04-15', offset: 0 },
      ).facts[0]!.data,
    ).toMatchObject({ deadline: 'task', key: 'a' }));
});

describe('refusals of deadlines', () => {
  const held = fact('PlanHeld', {}, '2026-03-06T02:00:00.000Z');
  const ended = fact('PlanLapsed');
  const reminded = { ...fact('DeadlineReminded'), clocks: [{ clock: 'answer', fired: -1 }] };
  const step = { clock: 'answer', due: '2026-03-12', offset: -1 };
  const extend = { clock: 'answer', to: '2026-04-01', reason: 'Chờ' };
  const khai = { actor: 'khai' };

  it.each([
    ['remindDeadline', [opened], { ...step, due: '2026-03-13' }, {}, 'DEADLINE_NOT_RUNNING'],
    ['remindDeadline', [opened], { ...step, clock: 'gone' }, {}, 'DEADLINE_NOT_RUNNING'],
    ['remindDeadline', [opened, reminded], step, {}, 'DEADLINE_NOT_RUNNING'],
    ['remindDeadline', [opened, reminded], { ...step, offset: -3 }, {}, 'DEADLINE_NOT_RUNNING'],
    ['passDeadline', [opened, held], { ...step, offset: 0 }, {}, 'DEADLINE_NOT_RUNNING'],
    ['escalateDeadline', [opened, ended], { ...step, offset: 5 }, {}, 'WRONG_STATE'],
    ['passDeadline', [opened], { ...step, offset: 0 }, khai, 'NOT_SYSTEM'],
    ['extendDeadline', [opened], { ...extend, clock: 'gone' }, khai, 'DEADLINE_NOT_RUNNING'],
    ['extendDeadline', [opened, held], extend, khai, 'DEADLINE_NOT_RUNNING'],
    ['extendDeadline', [opened], { ...extend, to: '2026-03-12' }, khai, 'EXTENSION_NOT_LATER'],
    ['extendDeadline', [opened], { ...extend, to: '2026-03-19' }, khai, 'EXTENSION_NOT_LATER'],
    ['extendDeadline', [opened], extend, { actor: 'nobody' }, 'NOT_SUBJECT'],
    ['extendDeadline', [opened], { ...extend, clock: 'start' }, khai, 'NOT_SUBJECT'],
    ['extendDeadline', [opened], { ...extend, clock: 'task:a' }, khai, 'DEADLINE_NOT_RUNNING'],
  ] as const)('%s of %j with %j by %j: %s', (command, facts, input, options, code) =>
    given(...facts)
      .when(command as never, input, options)
      .thenRefused(code),
  );

  it('but an extension from whoever may starts the clock anew', () => {
    const then = given(opened, reminded).when('extendDeadline' as never, extend, khai);
    const from = { from: '2026-03-12', due: '2026-04-01' };
    then.thenFacts([
      {
        type: 'DeadlineExtended',
        data: {
          clock: 'answer',
          deadline: 'answer',
          ...from,
          unitId: 'kp4',
          memberId: 'khai',
        },
        sealed: { reason: { of: 'khai', value: 'Chờ' } },
      },
    ]);
  });
});

describe('the commands of deadlines', () => {
  it('stand in the same table, with the widest policy', () => {
    const { commands } = remedies as { commands: Record<string, { from: readonly string[] }> };
    expect(
      ['remindDeadline', 'passDeadline', 'escalateDeadline', 'extendDeadline'].map(
        (name) => commands[name]!.from,
      ),
    ).toEqual([['open', 'held'], ['open', 'held'], ['open'], ['open', 'held']]);
    expect(policyText(remedies.commands['extendDeadline']!.by)).toBe(
      'any(any(is(memberId),is(unitId)),is(unitId))',
    );
  });
});

it.each([
  ['2026-03-12', '2026-03-06', 6],
  ['2026-03-12', '2026-03-12', 0],
  ['2026-03-12', '2026-03-20', 0],
])('until %s from %s are %i days', (due, from, days) =>
  expect(daysUntil(due, from, 'civil', { addWorkingDays: addDays })).toBe(days),
);
