import type { OldFact } from '#libs/kernel/testing';
import {
  declaredRefusals,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  closed,
  consulted,
  drafted,
  given,
  givenPlan,
  issued,
  plan,
  planView,
  task,
} from './programme.fixtures.js';
import { programme } from './programme.workflow.js';

type Command = keyof typeof INPUTS;

/** A right input for each command. */
const INPUTS = {
  draft: plan(),
  consult: { on: '2026-02-01', consulted: 'Toàn chi bộ' },
  issue: { on: '2026-03-01', number: '01-KH/CB' },
  amend: { ...plan(), on: '2026-06-01', number: '05-KH/CB', reason: 'Bổ sung nhiệm vụ' },
  reportTask: { key: 't1', status: 'done', on: '2026-09-30' },
  close: { on: '2026-12-31', reportNumber: '09-BC/CB' },
} as const;
const HISTORIES: Record<Command, OldFact[]> = {
  draft: [],
  consult: [drafted],
  issue: [drafted, consulted],
  amend: [drafted, issued],
  reportTask: [drafted, issued],
  close: [drafted, issued],
};
const of = { planId: 'kp4-2026', unitId: 'kp4' };
const years = { kind: 'year', fromYear: 2026, toYear: 2026 };

describe('a plan', () => {
  it.each<[Command, string, object, string]>([
    ['draft', 'PlanDrafted', { ...years, ...plan() }, 'draft'],
    ['consult', 'PlanConsulted', INPUTS.consult, 'consulted'],
    [
      'issue',
      'PlanIssued',
      { ...years, ...INPUTS.issue, due: '2026-04-15', termPlan: false, breakthrough: true },
      'issued',
    ],
    ['amend', 'PlanAmended', INPUTS.amend, 'issued'],
    ['reportTask', 'TaskReported', INPUTS.reportTask, 'issued'],
    ['close', 'PlanClosed', INPUTS.close, 'closed'],
  ])('%s', (command, type, data, state) => {
    const then = given(...HISTORIES[command]).when(command, INPUTS[command]);
    then.thenFacts([{ type, data: { ...of, ...data } }]);
    then.thenState(state);
    then.again().thenNothing();
  });

  it('is drafted again after consultation, and then has to be consulted again or issued', () =>
    given(drafted, consulted)
      .when('draft', plan({ theme: 'Đoàn kết' }))
      .thenState('draft', { content: { theme: 'Đoàn kết' } }));

  it('is late by comparing two dates, never refused', () => {
    const then = given(drafted).when('issue', { on: '2026-08-01', number: '01-KH/CB' });
    expect(then.facts[0]?.data).toMatchObject({ on: '2026-08-01', due: '2026-04-15' });
  });

  it.each([
    ['kp4-2026', 'cell', '2026-04-15'],
    ['kp4-2026', 'ward', '2026-03-15'],
    ['kp4-2026', 'province', '2026-02-28'],
    ['kp4-2026', 'organ', '2026-12-31'],
    ['kp4-2026_2030', 'cell', '2026-06-30'],
  ] as const)('%s of a %s is due on %s', (id, level, due) => {
    const then = givenPlan(id)(drafted).when('issue', INPUTS.issue, {
      needs: { unit: unitView({ level }) },
    });
    expect(then.facts[0]?.data).toMatchObject({ due });
  });

  it('without a breakthrough or a term plan says so', () => {
    const plain = { ...drafted, data: { ...drafted.data, breakthrough: undefined } };
    const issue = (needs: object) =>
      given(plain).when('issue', INPUTS.issue, { needs: { ...needs } }).facts[0]?.data;
    const blank = given().when('draft', plan({ breakthrough: ' ' }));
    expect(blank.facts[0]?.data).not.toHaveProperty('breakthrough');
    expect(issue({})).toMatchObject({ breakthrough: false, termPlan: false });
    expect(issue({ termPlan: planView({ issuedOn: undefined }) })).toMatchObject({
      termPlan: false,
    });
    expect(issue({ termPlan: planView() })).toMatchObject({ termPlan: true });
  });

  it.each([
    [2015, 'kp4-2011_2015'],
    [2016, 'kp4-2016_2020'],
    [2019, 'kp4-2016_2020'],
    [2020, 'kp4-2016_2020'],
    [2021, 'kp4-2021_2025'],
    [2026, 'kp4-2026_2030'],
  ])('of %i looks for the term plan %s', (year, id) => {
    const source = { id: '', input: {}, needs: {}, occurredAt: '' };
    const { termPlan } = programme.commands.issue.needs!;
    expect(termPlan.key({ ...source, state: { unitId: 'kp4', fromYear: year } })).toBe(id);
  });

  it.each([
    ['kp4-2026', { unitId: 'kp4', kind: 'year', fromYear: 2026, toYear: 2026 }],
    ['khu-pho-4-2021_2025', { unitId: 'khu-pho-4', kind: 'term', fromYear: 2021, toYear: 2025 }],
    ['x-2019-2020', { unitId: 'x-2019', kind: 'year', fromYear: 2020 }],
  ])('named %s', (id, fields) => {
    expect(givenPlan(id)().instance.state).toMatchObject(fields);
  });

  it.each([
    ['the unit above for the same year', planView()],
    ['the unit above for the term', planView({ fromYear: 2026, toYear: 2030 })],
    ['its own unit for the term', planView({ unitId: 'kp4', fromYear: 2026, toYear: 2030 })],
  ])('carries out the plan of %s', (_name, parentPlan) =>
    given()
      .when('draft', plan({ parentPlanId: 'anbinh-2026' }), { needs: { parentPlan } })
      .thenState('draft', { content: { parentPlanId: 'anbinh-2026' } }),
  );
});

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly needs?: object;
  readonly codes: readonly string[];
  readonly path?: string;
}
const content = (['draft', 'amend'] as const).flatMap((command): Row[] => {
  const parent = { parentPlanId: 'anbinh-2026' };
  const wrong = (name: string, tasks: object[], code: string, path: string): Row => ({
    name,
    command,
    input: { tasks },
    codes: [code],
    path,
  });
  const foreign = (name: string, parentPlan: object | undefined, code: string): Row => ({
    name,
    command,
    input: parent,
    needs: { parentPlan },
    codes: [code],
    path: 'parentPlanId',
  });
  return [
    { name: 'no theme', command, input: { theme: ' ' }, codes: ['THEME_MISSING'], path: 'theme' },
    wrong('no task', [], 'TASKS_MISSING', 'tasks'),
    wrong(
      'nobody answers for it',
      [task(1), task(2, { ownerId: undefined })],
      'TASK_OWNER_MISSING',
      'tasks[1].ownerId',
    ),
    wrong(
      'no deadline',
      [task(1, { deadline: undefined })],
      'TASK_DEADLINE_MISSING',
      'tasks[0].deadline',
    ),
    wrong(
      'no indicator',
      [task(1, { indicator: undefined })],
      'TASK_INDICATOR_MISSING',
      'tasks[0].indicator',
    ),
    wrong(
      'an indicator of blanks',
      [task(1, { indicator: '  ' })],
      'TASK_INDICATOR_MISSING',
      'tasks[0].indicator',
    ),
    wrong(
      'a deadline after its time',
      [task(1, { deadline: '2027-01-01' })],
      'TASK_DEADLINE_OUTSIDE',
      'tasks[0].deadline',
    ),
    wrong(
      'a deadline before its time',
      [task(1, { deadline: '2025-12-31' })],
      'TASK_DEADLINE_OUTSIDE',
      'tasks[0].deadline',
    ),
    wrong('a task twice', [task(1), task(1)], 'TASK_TWICE', 'tasks[1].key'),
    foreign('no such plan above', undefined, 'PARENT_PLAN_UNKNOWN'),
    foreign('not issued above', planView({ issuedOn: undefined }), 'PARENT_PLAN_NOT_ISSUED'),
    foreign('the plan of a unit elsewhere', planView({ unitId: 'kp5' }), 'PARENT_PLAN_FOREIGN'),
    foreign(
      'the plan of other years',
      planView({ fromYear: 2025, toYear: 2025 }),
      'PARENT_PLAN_FOREIGN',
    ),
  ];
});
const unit = (['draft', 'issue'] as const).flatMap((command): Row[] => [
  { name: 'no such unit', command, needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'] },
  {
    name: 'a closed unit',
    command,
    needs: { unit: unitView({ closedOn: '2025-07-01' }) },
    codes: ['UNIT_CLOSED'],
  },
]);
const tooSoon = (['amend', 'reportTask', 'close'] as const).map((command): Row => ({
  name: 'before it was issued',
  command,
  input: { on: '2026-02-28' },
  codes: ['BEFORE_ISSUE'],
  path: 'on',
}));
const ROWS: Row[] = [
  ...content,
  ...unit,
  ...tooSoon,
  {
    name: 'a task that is not in it',
    command: 'reportTask',
    input: { key: 't9' },
    codes: ['TASK_UNKNOWN'],
    path: 'key',
  },
];

describe('a plan is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {} } = row;
    const input = { ...INPUTS[command], ...row.input };
    const then = given(...HISTORIES[command]).when(command, input, {
      needs: { ...needs },
    });
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('a term that ends before it begins', () =>
    givenPlan('kp4-2030_2026')()
      .when('draft', plan({ tasks: [] }))
      .thenRefusedOnlyFor('TERM_ORDER', 'TASKS_MISSING'));

  it('for every code that a guard declares', () =>
    expect([...provenRefusals(ROWS), 'draft TERM_ORDER'].sort()).toEqual(
      // Heirs have a spec of their own.
      declaredRefusals(programme).filter((row) => !row.startsWith('handOver ')),
    ));

  it.each(Object.keys(INPUTS) as Command[])('%s once it is closed', (command) =>
    given(drafted, issued, closed).when(command, INPUTS[command]).thenRefusedOnlyFor('WRONG_STATE'),
  );
});

describe('who may', () => {
  const issuers: Person[] = ['ha', 'binh', 'minh', 'quang', 'system'];
  it.each(Object.keys(INPUTS) as Command[])('%s', (command) => {
    expect(whoMay(given(...HISTORIES[command]), command, INPUTS[command])).toEqual(issuers);
  });
});
