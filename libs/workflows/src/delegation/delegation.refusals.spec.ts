import type { CommandOptions, OldFact } from '#libs/kernel/testing';
import { declaredRefusals, provenRefusals, unitView } from '../testing/index.js';
import {
  closed,
  grant,
  granted,
  given,
  received,
  revoked,
  substitute,
  substituted,
  substituteEnded,
} from './delegation.fixtures.js';
import { delegation } from './delegation.workflow.js';

type Command = 'grant' | 'revoke' | 'substitute' | 'endSubstitute';
interface Row {
  readonly command: Command;
  readonly name: string;
  readonly history?: readonly OldFact[];
  readonly input: object;
  readonly needs?: CommandOptions['needs'];
  readonly codes: readonly string[];
  readonly path?: string;
}
const inactive = { active: false, offices: [] };
const q1 = { fromId: 'quang', id: 'q1' };
const twice = (command: 'grant' | 'substitute', input: object): Row[] => [
  {
    command,
    name: 'ends before it begins',
    input: { ...input, until: '2026-03-31' },
    codes: ['DATE_ORDER'],
    path: 'until',
  },
  {
    command,
    name: 'began yesterday',
    input: { ...input, from: '2026-03-14' },
    codes: ['DATE_PAST'],
    path: 'from',
  },
  {
    command,
    name: 'lasts more than a year',
    input: { ...input, until: '2027-04-03' },
    codes: ['DELEGATION_TOO_LONG'],
    path: 'until',
  },
  {
    command,
    name: 'to oneself',
    input: { ...input, toId: 'ha' },
    codes: ['DELEGATE_IS_SELF'],
    path: 'toId',
  },
  {
    command,
    name: 'to somebody who has left',
    input,
    needs: { delegate: inactive },
    codes: ['NOT_ACTIVE_MEMBER'],
    path: 'toId',
  },
  { command, name: 'in no unit', input, needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'] },
  {
    command,
    name: 'in a closed unit',
    input,
    needs: { unit: unitView({ closedOn: '2025-01-01', officers: [OFFICER] }) },
    codes: ['UNIT_CLOSED'],
  },
];
const OFFICER = { memberId: 'ha', office: 'secretary', from: '2024-01-01' } as const;
const pass = (name: string, code: string, fields: object, needs: object = {}): Row => ({
  command: 'grant',
  name,
  input: grant({ of: q1, ...fields }),
  needs: { received: received(), ...needs },
  codes: [code],
});
const wider = (name: string, fields: object, limits: Parameters<typeof received>[0] = {}): Row =>
  pass(name, 'PASS_ON_WIDER', fields, { received: received(limits) });
const ending = (command: 'revoke' | 'endSubstitute', id: string): Row[] => {
  const input = { id, unitId: 'kp4', on: '2026-04-12' };
  const before = [granted(), substituted];
  return [
    {
      command,
      name: 'what was never given',
      history: before,
      input: { ...input, id: 'gone' },
      codes: ['DELEGATION_UNKNOWN'],
    },
    {
      command,
      name: 'of the other kind',
      history: before,
      input: { ...input, id: id === 'd1' ? 's1' : 'd1' },
      codes: ['DELEGATION_UNKNOWN'],
    },
    {
      command,
      name: 'a second time',
      history: [...before, revoked, substituteEnded],
      input,
      codes: ['DELEGATION_ENDED'],
    },
    {
      command,
      name: 'as if it had ended before',
      history: before,
      input: { ...input, on: '2026-03-14' },
      codes: ['DATE_PAST'],
      path: 'on',
    },
  ];
};
const ROWS: Row[] = [
  ...twice('grant', grant()),
  ...twice('substitute', substitute()),
  {
    command: 'grant',
    name: 'an office one does not hold',
    input: grant({ scope: { unitId: 'kp4', office: 'deputy' } }),
    codes: ['OFFICE_NOT_HELD'],
    path: 'scope.office',
  },
  {
    command: 'substitute',
    name: 'for an office not held there',
    input: substitute({ office: 'deputy' }),
    codes: ['OFFICE_NOT_HELD'],
    path: 'office',
  },
  {
    command: 'substitute',
    name: 'for an office that has ended by then',
    input: substitute(),
    needs: { unit: unitView({ officers: [{ ...OFFICER, to: '2026-04-01' }] }) },
    codes: ['OFFICE_NOT_HELD'],
  },
  {
    command: 'grant',
    name: 'under an id used before',
    history: [granted()],
    input: grant({ toId: 'khai' }),
    codes: ['DELEGATION_ID_TAKEN'],
  },
  {
    command: 'substitute',
    name: 'under an id used before',
    history: [granted()],
    input: substitute({ id: 'd1' }),
    codes: ['DELEGATION_ID_TAKEN'],
  },
  {
    command: 'grant',
    name: 'while the same runs',
    history: [granted()],
    input: grant({ id: 'd2', from: '2026-04-30', until: '2026-05-30' }),
    codes: ['DELEGATION_OVERLAPS'],
  },
  {
    command: 'grant',
    name: 'while the same runs for a workflow of it',
    history: [granted({ workflows: ['review', 'meeting'] })],
    input: grant({ id: 'd2', scope: { ...grant().scope, workflows: ['meeting'] } }),
    codes: ['DELEGATION_OVERLAPS'],
  },
  {
    command: 'substitute',
    name: 'while another replaces',
    history: [substituted],
    input: substitute({ id: 's2', toId: 'khai', from: '2026-04-30', until: '2026-05-30' }),
    codes: ['SUBSTITUTE_OVERLAPS'],
  },
  pass('what nobody gave', 'PASS_ON_UNKNOWN', {}, { received: undefined }),
  pass(
    'what was given to another',
    'PASS_ON_UNKNOWN',
    {},
    { received: received({ toId: 'khai' }) },
  ),
  pass(
    'what must not be passed on',
    'PASS_ON_FORBIDDEN',
    {},
    { received: received({ mayPassOn: false }) },
  ),
  pass('to whoever gave it', 'PASS_ON_IN_CIRCLE', { toId: 'quang' }),
  wider('before it begins', { from: '2026-03-20' }, { from: '2026-04-01' }),
  wider('beyond its end', { until: '2027-01-01' }),
  wider('beyond its revocation', {}, { endedOn: '2026-04-15' }),
  wider('another office', { scope: { unitId: 'kp4', office: 'deputy' } }, { office: 'secretary' }),
  wider('every workflow', {}, { workflows: ['review'] }),
  wider(
    'another workflow',
    { scope: { unitId: 'kp4', workflows: ['meeting'] } },
    { workflows: ['review'] },
  ),
  wider('elsewhere', {}, { unitId: 'kp5' }),
  ...ending('revoke', 'd1'),
  ...ending('endSubstitute', 's1'),
];

describe('refused', () => {
  it.each(ROWS.map((row) => [row.command, row.name, row] as const))('%s: %s', (_c, _n, row) => {
    const { command, needs = {}, history = [] } = row;
    const then = given(...history).when(command, row.input as never, {
      ...(command === 'substitute' && { actor: 'tam' }),
      needs: { ...needs },
    });
    then.thenRefusedOnlyFor(...row.codes);
    if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
  });

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(delegation)));

  it.each(['grant', 'revoke', 'substitute', 'endSubstitute'] as const)(
    '%s once closed',
    (command) =>
      given(granted(), closed)
        .when(command, {} as never)
        .thenRefusedOnlyFor('WRONG_STATE'),
  );
});
