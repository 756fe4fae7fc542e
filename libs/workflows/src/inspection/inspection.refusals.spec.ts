import type { OldFact } from '#libs/kernel/testing';
import { declaredRefusals, memberView, provenRefusals } from '../testing/index.js';
import {
  DRAFTED,
  followUp,
  followUpDone,
  HEARD,
  HISTORIES,
  raised,
  retracted,
} from './inspection-histories.fixtures.js';
import { OWN_CASE } from './inspection-own-case.fixtures.js';
import { decision, finding, given, on, plan } from './inspection.fixtures.js';
import { inspection } from './inspection.workflow.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
interface Row {
  readonly command: Command;
  readonly input: object;
  readonly codes: readonly string[];
  readonly facts: readonly OldFact[];
  readonly actor?: string;
  readonly now?: string;
  readonly path?: string;
  readonly needs?: Readonly<Record<string, unknown>>;
}

const { planned, decided, announced, verifying, notice_issued, follow_up } = HISTORIES;
const scope = decision().scope;
const team = decision().team;
const hearing = { subjectKind: 'member', subjectId: 'khai', heardId: 'khai', on, text: 'x' };
const report = { subjectKind: 'member', subjectId: 'khai', on, text: 'x' };
const task = { id: 'u1', ownerId: 'ha', due: '2026-06-30', on, text: 'x' };
const ofTeam = { actor: 'sau' };

const SCOPED = (
  [
    ['SCOPE_EMPTY', [], []],
    ['SUBJECT_UNKNOWN', ['kp99'], []],
    ['SUBJECT_UNKNOWN', [], ['nobody']],
    ['SUBJECT_OUTSIDE', ['kp9'], []],
    ['SUBJECT_OUTSIDE', [], ['xa']],
    ['SUBJECT_OUTSIDE', ['anbinh'], []],
  ] as const
).flatMap(([code, unitIds, memberIds]): Row[] => {
  const named = { unitIds: [...unitIds], memberIds: [...memberIds] };
  const path = unitIds.length > 0 || memberIds.length === 0 ? 'unitIds' : 'memberIds';
  const at = code === 'SCOPE_EMPTY' ? path : `${path}[0]`;
  return [
    { command: 'plan', facts: [], input: plan(named), codes: [code], path: at },
    {
      command: 'decide',
      facts: planned,
      input: decision({ scope: { ...scope, ...named } }),
      codes: [code],
      path: `scope.${at}`,
    },
  ];
});

const DECIDED: Row[] = (
  [
    [{ team: [] }, 'TEAM_LEAD_MISSING', 'team'],
    [{ team: [team[0]!, { memberId: 'thao', role: 'lead' }] }, 'TEAM_LEAD_MISSING', 'team'],
    [{ team: [...team, { memberId: 'sau', role: 'member' }] }, 'TEAM_TWICE', 'team[2].memberId'],
    [
      { team: [...team, { memberId: 'cu', role: 'member' }] },
      'TEAM_MEMBER_UNKNOWN',
      'team[2].memberId',
    ],
    [
      { team: [...team, { memberId: 'khai', role: 'member' }] },
      'TEAM_IS_SUBJECT',
      'team[2].memberId',
    ],
    [{ team: [...team, { memberId: 'ha', role: 'member' }] }, 'TEAM_IN_UNIT', 'team[2].memberId'],
    [{ scope: { ...scope, until: '2022-12-31' } }, 'DATE_ORDER', 'scope.until'],
    [{ expires: '2026-02-28' }, 'DATE_ORDER', 'expires'],
    [{ expires: '2027-03-02' }, 'WARRANT_TOO_LONG', 'expires'],
  ] as const
).map(([fields, code, path]) => ({
  command: 'decide',
  facts: planned,
  input: decision(fields as never),
  codes: [code],
  path,
}));

const BY_TEAM: Row[] = (
  [
    ['announce', decided, { on }],
    ['startVerification', announced, { on }],
    ['raiseFinding', verifying, finding()],
    ['draftReport', verifying, { on, text: 'x' }],
    ['hearSubject', DRAFTED, hearing],
  ] as const
).flatMap(([command, facts, input]): Row[] => [
  ...(command === 'raiseFinding' || command === 'hearSubject'
    ? [{ command, facts, input, codes: ['NOT_IN_TEAM'] }]
    : []),
  {
    command,
    facts,
    input,
    ...ofTeam,
    now: '2026-02-20T03:00:00.000Z',
    codes: ['WARRANT_NOT_STARTED'],
  },
  { command, facts, input, ...ofTeam, now: '2026-07-01T03:00:00.000Z', codes: ['WARRANT_EXPIRED'] },
]);

const ROWS: Row[] = [
  ...SCOPED,
  ...OWN_CASE,
  ...DECIDED,
  ...BY_TEAM,
  {
    command: 'decide',
    facts: planned,
    input: decision(),
    needs: {
      teamMembers: new Map([
        ['sau', memberView({ memberId: 'sau' })],
        ['thao', memberView({ memberId: 'thao', unitId: 'kp5' })],
      ]),
    },
    codes: ['TEAM_IN_UNIT'],
    path: 'team[0].memberId',
  },
  {
    command: 'extendWarrant',
    facts: decided,
    input: { decisionNo: '9', expires: '2026-06-30', on },
    codes: ['EXTENSION_NOT_LATER'],
    path: 'expires',
  },
  {
    command: 'extendWarrant',
    facts: decided,
    input: { decisionNo: '9', expires: '2027-03-02', on },
    codes: ['WARRANT_TOO_LONG'],
    path: 'expires',
  },
  {
    command: 'fileSelfReport',
    facts: announced,
    input: { ...report, subjectId: 'mai' },
    actor: 'mai',
    codes: ['NOT_IN_SCOPE'],
    path: 'subjectId',
  },
  { command: 'raiseFinding', facts: DRAFTED, input: finding(), ...ofTeam, codes: ['ENTRY_TWICE'] },
  {
    command: 'raiseFinding',
    facts: verifying,
    input: finding({ eventIds: [] }),
    ...ofTeam,
    codes: ['EVIDENCE_MISSING'],
    path: 'eventIds',
  },
  ...(['raiseFinding', 'hearSubject'] as const).map((command): Row => ({
    command,
    facts: DRAFTED,
    input:
      command === 'hearSubject'
        ? { ...hearing, subjectId: 'sau', heardId: 'sau' }
        : finding({ id: 'f9', subjectId: 'sau' }),
    ...ofTeam,
    codes: ['NOT_IN_SCOPE'],
    path: 'subjectId',
  })),
  {
    command: 'hearSubject',
    facts: DRAFTED,
    input: { ...hearing, heardId: 'ha' },
    ...ofTeam,
    codes: ['HEARD_FOR_ANOTHER'],
  },
  {
    command: 'retractFinding',
    facts: DRAFTED,
    input: { id: 'f9', on, reason: 'x' },
    codes: ['ENTRY_UNKNOWN'],
  },
  {
    command: 'retractFinding',
    facts: [...DRAFTED, retracted],
    input: { id: 'f1', on, reason: 'x' },
    ...ofTeam,
    codes: ['ENTRY_RETRACTED'],
  },
  {
    command: 'retractFinding',
    facts: DRAFTED,
    input: { id: 'f1', on, reason: 'x' },
    actor: 'thao',
    codes: ['NOT_AUTHOR'],
  },
  {
    command: 'conclude',
    facts: DRAFTED,
    input: { on, text: 'x' },
    codes: ['SUBJECT_NOT_HEARD', 'SUBJECT_NOT_HEARD'],
  },
  {
    command: 'conclude',
    facts: [...HEARD, raised({ id: 'f2' })],
    input: { on, text: 'x' },
    codes: ['SUBJECT_NOT_HEARD'],
  },
  { command: 'assignFollowUp', facts: follow_up, input: task, codes: ['OBLIGATION_TWICE'] },
  {
    command: 'assignFollowUp',
    facts: notice_issued,
    input: { ...task, due: '2026-03-01' },
    codes: ['DUE_BEFORE_START'],
  },
  {
    command: 'reportFollowUp',
    facts: follow_up,
    input: { id: 'u9', on, text: 'x' },
    actor: 'ha',
    codes: ['OBLIGATION_UNKNOWN'],
  },
  {
    command: 'reportFollowUp',
    facts: [...follow_up, followUpDone],
    input: { id: 'u1', on, text: 'x' },
    actor: 'ha',
    codes: ['OBLIGATION_CLOSED'],
  },
  {
    command: 'reportFollowUp',
    facts: follow_up,
    input: { id: 'u1', on, text: 'x' },
    codes: ['NOT_OWNER'],
  },
  {
    command: 'verifyFollowUp',
    facts: follow_up,
    input: { id: 'u9', on, done: true },
    codes: ['OBLIGATION_UNKNOWN'],
  },
  {
    command: 'verifyFollowUp',
    facts: [...follow_up, followUpDone],
    input: { id: 'u1', on, done: true },
    codes: ['OBLIGATION_CLOSED'],
  },
  {
    command: 'verifyFollowUp',
    facts: [...notice_issued, { ...followUp, data: { ...followUp.data, ownerId: 'ubkt' } }],
    input: { id: 'u1', on, done: true },
    codes: ['VERIFIER_IS_OWNER'],
  },
  {
    command: 'handOverFollowUp',
    facts: follow_up,
    input: { id: 'u9', heirId: 'loc', on },
    codes: ['OBLIGATION_UNKNOWN'],
  },
  {
    command: 'handOverFollowUp',
    facts: [...follow_up, followUpDone],
    input: { id: 'u1', heirId: 'loc', on },
    codes: ['OBLIGATION_CLOSED'],
  },
  { command: 'close', facts: follow_up, input: { on }, codes: ['FOLLOW_UPS_OPEN'] },
];

describe('an inspection is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.codes[0]!, row] as const))(
    '%s: %s',
    (_c, _n, { command, facts, input, codes, actor, now, path, needs }) => {
      const then = given(...facts).when(command, input as never, {
        ...(actor && { actor }),
        ...(now && { now }),
        ...(needs && { needs }),
      });
      then.thenRefusedOnlyFor(...codes);
      if (path !== undefined) then.thenRefused(codes[0]!, path);
    },
  );

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(inspection)));
});
