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
import { type Command, given, HISTORIES, HISTORIES_OF, INPUTS, of } from './model.fixtures.js';
import { model } from './model.workflow.js';

describe('a model', () => {
  it.each<[Command, string, object, string]>([
    ['register', 'ModelRegistered', { name: 'Tổ dân vận khéo', on: '2026-02-01' }, 'registered'],
    ['pilot', 'ModelPiloted', { on: '2026-03-01' }, 'pilot'],
    [
      'recognise',
      'ModelRecognised',
      { decisionNo: '30-QĐ/ĐU', on: '2026-06-01', evidenceNo: '12-BC/CB' },
      'recognised',
    ],
    ['replicate', 'ModelReplicated', { atUnitId: 'kp5', on: '2026-07-01', count: 1 }, 'replicated'],
    ['retire', 'ModelRetired', { on: '2026-12-01', reason: 'replaced' }, 'retired'],
  ])('%s', (command, type, data, to) => {
    const then = given(...HISTORIES_OF[command]).when(command, INPUTS[command]);
    then.thenFacts([{ type, data: { ...of, ...data } }]);
    then.thenState(to);
  });

  it('of one person names its owner', () => {
    const input = { ...INPUTS.register, kind: 'individual', ownerId: 'khai' };
    const [fact] = given().when('register', input as never).facts;
    expect(fact?.data).toMatchObject({ kind: 'individual', ownerId: 'khai' });
  });

  it('counts its copies', () => {
    const input = { ...INPUTS.replicate, atUnitId: 'kp6' };
    const then = given(...HISTORIES.replicated).when('replicate', input);
    expect(then.facts[0]?.data).toMatchObject({ atUnitId: 'kp6', count: 2 });
  });

  it('says of each step in which year it was', () => {
    const then = given(...HISTORIES.pilot).when('recognise', {
      ...INPUTS.recognise,
      on: '2027-01-05',
    });
    expect(then.facts[0]?.data).toMatchObject({ year: 2027 });
  });
});

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: readonly OldFact[];
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  readonly path?: string;
}
const closed = unitView({ closedOn: '2025-07-01' });
const ROWS: Row[] = [
  ...(['pilot', 'recognise', 'replicate', 'retire'] as const).map((command): Row => ({
    name: 'before what it follows',
    command,
    input: { on: '2026-01-31' },
    codes: ['DATE_ORDER'],
    path: 'on',
  })),
  {
    name: 'of no unit',
    command: 'register',
    needs: { unit: undefined },
    codes: ['UNIT_UNKNOWN'],
    path: 'unitId',
  },
  {
    name: 'of a closed unit',
    command: 'register',
    needs: { unit: closed },
    codes: ['UNIT_CLOSED'],
    path: 'unitId',
  },
  {
    name: 'of one person without an owner',
    command: 'register',
    input: { kind: 'individual' },
    codes: ['MODEL_OWNER_MISSING'],
    path: 'ownerId',
  },
  {
    name: 'of somebody who left',
    command: 'register',
    input: { ownerId: 'khai' },
    needs: { owner: memberView({ active: false }) },
    codes: ['NOT_ACTIVE_MEMBER'],
    path: 'ownerId',
  },
  {
    name: 'where it comes from',
    command: 'replicate',
    input: { atUnitId: 'kp4' },
    codes: ['REPLICATED_AT_HOME'],
    path: 'atUnitId',
  },
  {
    name: 'where it was copied already',
    command: 'replicate',
    facts: HISTORIES.replicated,
    codes: ['REPLICATED_THERE'],
    path: 'atUnitId',
  },
  {
    name: 'in no unit',
    command: 'replicate',
    needs: { copyist: undefined },
    codes: ['UNIT_UNKNOWN'],
    path: 'atUnitId',
  },
  {
    name: 'in a closed unit',
    command: 'replicate',
    needs: { copyist: closed },
    codes: ['UNIT_CLOSED'],
    path: 'atUnitId',
  },
];

describe('a model is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {} } = row;
    const then = given(...(row.facts ?? HISTORIES_OF[command])).when(
      command,
      { ...INPUTS[command], ...row.input },
      { actor: actorOf('tam'), needs },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(model)));
});

describe('who may', () => {
  const fromAbove: Person[] = ['tam', 'minh', 'quang', 'system'];
  const cell: Person[] = ['ha', 'loc', 'binh'];
  it.each<[Command, Person[]]>([
    ['register', [...cell, ...fromAbove]],
    ['pilot', [...cell, ...fromAbove]],
    // Nobody recognises what is their own.
    ['recognise', fromAbove],
    ['replicate', [...cell, 'sau', ...fromAbove]],
    ['retire', [...cell, ...fromAbove]],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, INPUTS[command])).toEqual(people);
  });
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter((command) => !(model.commands[command].from as readonly string[]).includes(state))
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {} as never)
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(model.states).sort());
  });
});
