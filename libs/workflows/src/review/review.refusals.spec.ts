import type { OldFact } from '#libs/kernel/testing';
import {
  actorOf,
  declaredRefusals,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  type Command,
  given,
  givenOf,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  meeting,
  missed,
  opened,
  registered,
} from './review.fixtures.js';
import { review } from './review.workflow.js';

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: readonly OldFact[];
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly now?: string;
  readonly actor?: Person;
  readonly codes: readonly string[];
  readonly path?: string;
}

const ACTORS: Record<Command, Person> = {
  open: 'system',
  selfReport: 'khai',
  remark: 'ha',
  miss: 'system',
  acknowledge: 'khai',
  dispute: 'khai',
  resolve: 'tam',
};
const AFTER_GRACE = '2026-04-20T03:00:00.000Z';
const monthly = unitView({ cadences: [{ fromYear: 2020, cadence: 'monthly' }] });

const OWED = (['open', 'selfReport', 'remark', 'miss'] as const).flatMap((command): Row[] => [
  {
    name: 'of nothing registered',
    command,
    needs: { registration: undefined },
    codes: [
      'REGISTRATION_NOT_IN_FORCE',
      ...(command === 'selfReport' || command === 'remark' ? ['DEED_UNKNOWN', 'DEED_UNKNOWN'] : []),
    ],
    now: AFTER_GRACE,
  },
  {
    name: 'of a registration not endorsed',
    command,
    needs: { registration: { ...registered, endorsed: false } },
    codes: ['REGISTRATION_NOT_IN_FORCE'],
    now: AFTER_GRACE,
  },
  {
    name: 'of a quarter where the unit reviews by the month',
    command,
    needs: { unit: monthly },
    codes: ['PERIOD_NOT_OF_CADENCE'],
    now: AFTER_GRACE,
  },
]);
const DEEDS = (['selfReport', 'remark'] as const).flatMap((command): Row[] => {
  const [first, second] = INPUTS[command].deeds;
  return [
    {
      name: 'before the period begins',
      command,
      now: '2025-12-31T03:00:00.000Z',
      codes: ['PERIOD_NOT_BEGUN'],
    },
    {
      name: 'with a deed forgotten',
      command,
      input: { deeds: [first] },
      codes: ['DEED_MARK_MISSING'],
      path: 'deeds',
    },
    {
      name: 'with a deed never registered',
      command,
      input: { deeds: [first, second, { ...second, key: 'd9' }] },
      codes: ['DEED_UNKNOWN'],
      path: 'deeds[2].key',
    },
    {
      name: 'with a deed twice',
      command,
      input: { deeds: [first, second, first] },
      codes: ['DEED_MARK_TWICE'],
      path: 'deeds[2].key',
    },
  ];
});
const UNITS = (['open', 'remark'] as const).map((command): Row => ({
  name: 'by a unit the member does not belong to',
  command,
  actor: 'sau',
  input: { unitId: 'kp5' },
  codes: ['UNIT_NOT_OF_MEMBER'],
  path: 'unitId',
}));
const correction = (deeds: object[], outcome = 'upheld') => ({ outcome, deeds });
const ROWS: Row[] = [
  ...OWED,
  ...DEEDS,
  ...UNITS,
  { name: 'a second time', command: 'open', facts: [opened], codes: ['ALREADY_OPENED'] },
  {
    name: 'with blanks',
    command: 'remark',
    input: { text: ' \n ' },
    codes: ['REMARK_TEXT_MISSING'],
    path: 'text',
  },
  ...(
    [
      ['in a meeting nobody called', undefined],
      ['in a meeting still to be held', { ...meeting, held: false }],
      ['in a meeting of another unit', { ...meeting, unitId: 'kp5' }],
    ] as const
  ).map(([name, named]): Row => ({
    name,
    command: 'remark',
    input: { meetingId: 'kp4-20260403' },
    needs: { meeting: named },
    codes: ['MEETING_NOT_HELD'],
    path: 'meetingId',
  })),
  {
    name: 'on the last day of grace',
    command: 'miss',
    now: '2026-04-10T16:00:00.000Z',
    codes: ['GRACE_NOT_OVER'],
  },
  {
    name: 'of a line that was not marked',
    command: 'dispute',
    input: { line: 'd9' },
    codes: ['DEED_UNKNOWN'],
    path: 'line',
  },
  {
    name: 'correcting although rejected',
    command: 'resolve',
    input: correction([{ key: 'd2', mark: 'done' }], 'rejected'),
    codes: ['CORRECTION_NOT_UPHELD'],
    path: 'deeds',
  },
  {
    name: 'correcting what was not marked',
    command: 'resolve',
    input: correction([{ key: 'd9', mark: 'done' }]),
    codes: ['DEED_UNKNOWN'],
    path: 'deeds[0].key',
  },
  {
    name: 'correcting a mark twice',
    command: 'resolve',
    input: correction([
      { key: 'd2', mark: 'done' },
      { key: 'd2', mark: 'late' },
    ]),
    codes: ['DEED_MARK_TWICE'],
    path: 'deeds[1].key',
  },
];

describe('a review is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {}, now = '2026-04-03T05:00:00.000Z' } = row;
    const then = given(...(row.facts ?? HISTORIES_OF[command])).when(
      command,
      { ...INPUTS[command], ...row.input },
      { actor: actorOf(row.actor ?? ACTORS[command]), now, needs },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(review)));

  it('a month where the unit chose nothing and the rules say quarters', () =>
    givenOf('khai-2026-03')()
      .when('remark', INPUTS.remark as never)
      .thenRefusedOnlyFor('PERIOD_NOT_OF_CADENCE'));

  it('a month where the unit chose months is not', () =>
    givenOf('khai-2026-03')()
      .when('remark', INPUTS.remark as never, { needs: { unit: monthly } })
      .thenState('remarked'));
});

describe('who may', () => {
  const cell: Person[] = ['ha', 'loc', 'binh', 'tam', 'minh', 'quang'];
  const others: Person[] = cell.filter((name) => name !== 'ha');
  it.each<[Command, Person[]]>([
    ['open', [...cell, 'system']],
    ['selfReport', ['khai']],
    ['remark', cell],
    ['miss', ['system']],
    ['acknowledge', ['khai']],
    ['dispute', ['khai']],
    // Not Hà, who wrote the remark.
    ['resolve', others],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, INPUTS[command])).toEqual(people);
  });

  it('the secretary is remarked on by others of the committee, or from above', () => {
    const own = givenOf('ha-2026-q1')();
    own.when('remark', INPUTS.remark as never, { actor: 'ha' }).thenRefusedOnlyFor('IS_SUBJECT');
    for (const actor of ['loc', 'tam'])
      own.when('remark', INPUTS.remark as never, { actor }).thenState('remarked');
  });

  it('nobody remarks for a unit they do not name', () => {
    const { unitId: _left, ...input } = INPUTS.remark;
    given()
      .when('remark', input as never)
      .thenRefused('NOT_HOLDER');
    given(opened)
      .when('remark', input as never)
      .thenState('remarked');
  });
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter((command) => !(review.commands[command].from as readonly string[]).includes(state))
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {})
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(review.states).sort());
  });

  it('what was missed is not missed again', () =>
    given(missed)
      .when('miss', {}, { actor: actorOf('system'), now: AFTER_GRACE })
      .thenRefusedOnlyFor('WRONG_STATE'));
});
