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
  type Command,
  explained,
  given,
  HISTORIES,
  HISTORIES_OF,
  INPUTS,
  overdue,
} from './transfer.fixtures.js';
import { transfer } from './transfer.workflow.js';

interface Row {
  readonly name: string;
  readonly command: Command;
  readonly input?: object;
  readonly facts?: readonly OldFact[];
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly now?: string;
  readonly codes: readonly string[];
  readonly path?: string;
}

const ACTORS: Record<Command, Person> = {
  request: 'khai',
  review: 'ha',
  issueLetter: 'ha',
  sealFile: 'ha',
  present: 'khai',
  receive: 'sau',
  return: 'sau',
  withdraw: 'khai',
  markOverdue: 'system',
  explainOverdue: 'khai',
};
const SEQUENCE = [
  'review',
  'issueLetter',
  'sealFile',
  'present',
  'receive',
  'return',
  'withdraw',
] as const;
const gone = { membership: memberView({ active: false }) };
const elsewhere = { membership: memberView({ unitId: 'kp6' }) };
const stay = (fields: object = {}) => ({ kind: 'temporary', until: '2026-09-30', ...fields });

const ROWS: Row[] = [
  ...SEQUENCE.map((command): Row => ({
    name: 'before the step it follows',
    command,
    input: { on: '2026-03-01' },
    codes: ['DATE_ORDER'],
    path: 'on',
  })),
  { name: 'of somebody who left', command: 'request', needs: gone, codes: ['NOT_ACTIVE_MEMBER'] },
  {
    name: 'of nobody known',
    command: 'request',
    needs: { membership: undefined },
    codes: ['NOT_ACTIVE_MEMBER'],
  },
  {
    name: 'from where the member is not',
    command: 'request',
    needs: elsewhere,
    codes: ['NOT_IN_THAT_UNIT'],
    path: 'fromUnitId',
  },
  {
    name: 'to no unit',
    command: 'request',
    needs: { receiver: undefined },
    codes: ['UNIT_UNKNOWN'],
    path: 'toUnitId',
  },
  {
    name: 'to a closed unit',
    command: 'request',
    needs: { receiver: unitView({ closedOn: '2025-07-01' }) },
    codes: ['UNIT_CLOSED'],
    path: 'toUnitId',
  },
  {
    name: 'to where the member is',
    command: 'request',
    input: { toUnitId: 'kp4' },
    codes: ['SAME_UNIT'],
    path: 'toUnitId',
  },
  {
    name: 'for a time without an end',
    command: 'request',
    input: { kind: 'temporary' },
    codes: ['STAY_END_MISSING'],
    path: 'until',
  },
  {
    name: 'for good with an end',
    command: 'request',
    input: { until: '2026-09-30' },
    codes: ['STAY_NOT_TEMPORARY'],
    path: 'until',
  },
  {
    name: 'for a month',
    command: 'request',
    input: stay({ until: '2026-03-31' }),
    codes: ['STAY_TOO_SHORT'],
    path: 'until',
  },
  {
    name: 'for years',
    command: 'request',
    input: stay({ until: '2030-03-31' }),
    codes: ['STAY_TOO_LONG'],
    path: 'until',
  },
  {
    name: 'before the cell has reviewed whoever leaves for good',
    command: 'issueLetter',
    facts: HISTORIES.requested,
    codes: ['SENDER_REVIEW_MISSING'],
  },
  {
    name: 'without the sealed file of whoever leaves for good',
    command: 'present',
    facts: HISTORIES.letter_issued,
    codes: ['FILE_NOT_SEALED'],
  },
  { name: 'of somebody who left', command: 'receive', needs: gone, codes: ['NOT_ACTIVE_MEMBER'] },
  {
    name: 'of somebody who arrived elsewhere by another transfer',
    command: 'receive',
    needs: elsewhere,
    codes: ['NOT_IN_THAT_UNIT'],
  },
  {
    name: 'in a unit closed meanwhile',
    command: 'receive',
    needs: { receiver: unitView({ closedOn: '2026-04-02' }) },
    codes: ['UNIT_CLOSED'],
  },
  {
    name: 'on the last day of the limit',
    command: 'markOverdue',
    now: '2026-04-28T16:00:00.000Z',
    codes: ['NOT_OVERDUE'],
  },
  {
    name: 'a second time',
    command: 'markOverdue',
    facts: [...HISTORIES.file_sealed, overdue('arrival')],
    codes: ['OVERDUE_RECORDED'],
  },
  {
    name: 'of a limit that was kept',
    command: 'explainOverdue',
    input: { step: 'start' },
    codes: ['OVERDUE_UNKNOWN'],
    path: 'step',
  },
  {
    name: 'a second time',
    command: 'explainOverdue',
    facts: [...HISTORIES.file_sealed, overdue('arrival'), explained('arrival')],
    codes: ['ALREADY_EXPLAINED'],
    path: 'step',
  },
];

describe('a transfer is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {}, now } = row;
    const then = given(...(row.facts ?? HISTORIES_OF[command])).when(
      command,
      { ...INPUTS[command], ...row.input },
      { actor: actorOf(ACTORS[command]), needs, ...(now !== undefined && { now }) },
    );
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(
      // Heirs have a spec of their own.
      declaredRefusals(transfer).filter((row) => !row.startsWith('handOver ')),
    ));
});

describe('who may', () => {
  const above: Person[] = ['tam', 'minh', 'quang'];
  const sender: Person[] = ['ha', 'loc', ...above];
  const receiver: Person[] = ['sau', ...above];
  it.each<[Command, Person[]]>([
    ['request', ['khai', ...sender]],
    ['review', sender],
    ['issueLetter', sender],
    ['sealFile', sender],
    ['withdraw', ['khai', ...sender]],
    ['present', ['khai', ...receiver]],
    ['receive', receiver],
    ['return', receiver],
    ['markOverdue', ['system']],
    ['explainOverdue', ['khai', 'ha', 'sau']],
  ])('%s', (command, people) => {
    expect(whoMay(given(...HISTORIES_OF[command]), command, INPUTS[command])).toEqual(people);
  });
});

describe('out of turn', () => {
  const states = Object.keys(HISTORIES) as (keyof typeof HISTORIES)[];
  const commands = Object.keys(HISTORIES_OF) as Command[];
  const wrong = states.flatMap((state) =>
    commands
      .filter((command) => !(transfer.commands[command].from as readonly string[]).includes(state))
      .map((command) => [state, command] as const),
  );

  it.each(wrong)('%s: %s', (state, command) =>
    given(...HISTORIES[state])
      .when(command, {})
      .thenRefusedOnlyFor('WRONG_STATE'),
  );

  it('covers every state', () => {
    expect(states.sort()).toEqual(Object.keys(transfer.states).sort());
  });
});
