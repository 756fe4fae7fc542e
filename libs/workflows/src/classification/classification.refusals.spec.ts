import type { OldFact } from '#libs/kernel/testing';
import {
  actorOf,
  declaredRefusals,
  memberView,
  type Person,
  provenRefusals,
  unitView,
} from '../testing/index.js';
import { RATINGS } from './classification.events.js';
import {
  ballotOpened,
  filed,
  given,
  givenUnit,
  HISTORIES,
  selfRated,
} from './classification.fixtures.js';
import { earlierSession, everybodyRated, sessionView } from './classification-views.fixtures.js';
import { classification } from './classification.workflow.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
interface Row {
  readonly command: Command;
  readonly from: keyof typeof HISTORIES | readonly OldFact[];
  readonly input: object;
  readonly codes: readonly string[];
  readonly path?: string;
  readonly actor?: Person | 'lan' | 'khai';
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly now?: string;
}

const on = '2026-12-20';
const voting = [selfRated, ballotOpened];
const ballot = { voteId: 'b1', options: [...RATINGS], on };
const tally = {
  ...{ voteId: 'b1', issued: 3, returned: 3, valid: 3, on },
  votes: [{ option: 'good', count: 3 }],
  tellers: ['ha', 'lan'],
};
const tasks = { total: 10, done: 10, onTime: 10, beyond: 3 };
const best = { rating: 'excellent', score: 95, reason: 'Nổi bật' };
const propose = (input: object, codes: string[], path?: string, more: Partial<Row> = {}): Row => ({
  ...{ command: 'propose', from: 'balloted', actor: 'ha', input, codes },
  ...(path !== undefined && { path }),
  ...more,
});
const open = (input: object, codes: string[], more: Partial<Row> = {}): Row => ({
  ...{ command: 'openBallot', from: 'self_rated', actor: 'ha', input, codes, ...more },
});
const count = (fields: object, codes: string[], more: Partial<Row> = {}): Row => ({
  ...{ command: 'tallyBallot', from: voting, actor: 'ha', input: { ...tally, ...fields }, codes },
  ...more,
});

const BEFORE: Row[] = [
  ...(
    [
      ['RATING_TOO_EARLY', {}, '2025-12-20T03:00:00.000Z'],
      ['NOT_ACTIVE_MEMBER', { membership: undefined }],
      ['NOT_ACTIVE_MEMBER', { membership: memberView({ active: false }) }],
      [
        'NOT_RATED_THAT_YEAR',
        { membership: memberView({ counted: [{ from: 2027, unitId: 'x' }] }) },
      ],
      ['UNIT_UNKNOWN', { countedIn: undefined }],
    ] as const
  ).map(([code, needs, now]): Row => ({
    ...{ command: 'selfRate', from: 'open', input: { rating: 'good' }, codes: [code], needs },
    ...(now !== undefined && { now }),
  })),
  {
    ...{ command: 'comment', from: 'self_rated', actor: 'sau', codes: ['NOT_PARTICIPANT'] },
    input: { id: 'c1', text: 'Tốt' },
  },
  {
    ...{ command: 'comment', from: 'commented', actor: 'lan', codes: ['COMMENT_TWICE'] },
    ...{ input: { id: 'c1', text: 'Tốt' }, path: 'id' },
  },
  open({ ...ballot, options: ['good', 'completed'] }, ['BALLOT_OPTIONS'], { path: 'options' }),
  open({ ...ballot, options: ['good'] }, ['OPTIONS_MISSING', 'BALLOT_OPTIONS']),
  open(ballot, ['ELECTORATE_EMPTY'], { needs: { session: undefined } }),
  open(ballot, ['VOTE_TWICE'], { from: voting }),
  count({ voteId: 'b9' }, ['VOTE_UNKNOWN']),
  count({}, ['VOTE_CLOSED'], { from: 'balloted' }),
  count({ issued: 4 }, ['TALLY_IMPOSSIBLE']),
  count({ votes: [{ option: 'best', count: 3 }] }, ['OPTION_UNKNOWN']),
  count({ tellers: ['ha'] }, ['TELLERS_MISSING']),
  count({ tellers: ['ha', 'khai'] }, ['TELLER_UNKNOWN'], { path: 'tellers[1]' }),
  {
    ...{ command: 'markNotRated', from: 'self_rated', actor: 'ha', codes: ['UNIT_MISMATCH'] },
    ...{ input: { reason: 'left', on, unitId: 'kp5' }, path: 'unitId' },
  },
  {
    ...{ command: 'markNotRated', from: 'open', actor: 'ha', codes: ['UNIT_UNKNOWN'] },
    ...{ input: { reason: 'left', on, unitId: 'kp4' }, needs: { countedIn: undefined } },
  },
];

const PROPOSALS: Row[] = [
  propose({ rating: 'good', score: 80 }, ['SESSION_NOT_CONCLUDED'], undefined, {
    needs: { session: sessionView({ closedOrConcluded: false }) },
  }),
  propose({ rating: 'good', score: 80 }, ['TALLY_MISSING'], undefined, { from: 'commented' }),
  propose({ rating: 'good' }, ['POINTS_MISSING'], 'score'),
  propose({ rating: 'good', score: 69.5 }, ['POINTS_TOO_LOW'], 'score'),
  propose({ ...best, score: 89 }, ['POINTS_TOO_LOW'], 'score'),
  propose({ rating: 'completed', score: 70 }, ['REASON_MISSING'], 'reason'),
  propose({ ...best, tasks: { ...tasks, done: 11 } }, ['TASKS_IMPOSSIBLE'], 'tasks'),
  propose(
    { ...best, tasks: { ...tasks, done: 9, onTime: 9 } },
    ['TASKS_NOT_DONE', 'TASKS_LATE'],
    'tasks.done',
  ),
  propose({ ...best, tasks: { ...tasks, onTime: 9 } }, ['TASKS_LATE'], 'tasks.onTime'),
  propose({ ...best, tasks: { ...tasks, beyond: 2 } }, ['TASKS_NOT_BEYOND'], 'tasks.beyond'),
  propose(best, ['COMMITMENT_MISSING'], 'rating', { needs: { registration: undefined } }),
  propose({ ...best, disciplined: true }, ['DISCIPLINED'], 'rating'),
  propose(best, ['SHORTCOMINGS_UNREMEDIED'], 'rating', {
    needs: { earlierSession: earlierSession('khai', [true, false]) },
  }),
];

const AFTER: Row[] = [
  {
    ...{ command: 'appraise', from: 'proposed', actor: 'minh', input: best },
    ...{ codes: ['EXCELLENT_NOT_PROPOSED'], path: 'rating' },
  },
  {
    ...{ command: 'appraise', from: 'proposed', actor: 'minh', codes: ['REASON_MISSING'] },
    input: { rating: 'completed' },
  },
  {
    ...{ command: 'notify', from: 'decided', actor: 'minh', input: { on: '2026-12-19' } },
    ...{ codes: ['NOTICE_BEFORE_DECISION'], path: 'on' },
  },
  {
    ...{ command: 'finalise', from: 'notified', actor: 'system', input: {} },
    codes: ['COMPLAINT_WINDOW_OPEN'],
  },
  {
    ...{ command: 'fileComplaint', from: 'notified', codes: ['APPEAL_TOO_LATE'], path: 'on' },
    input: { on: '2027-01-22', text: 'Chưa đúng' },
  },
  {
    ...{ command: 'fileComplaint', codes: ['APPEAL_TWICE'], input: { on, text: 'Chưa đúng' } },
    from: [...HISTORIES.complaint, HISTORIES.notified.at(-1)!],
  },
  {
    ...{ command: 'change', from: 'complaint_decided', actor: 'system', codes: ['SAME_RATING'] },
    input: { rating: 'good', reason: 'complaint', decisionNo: '1', on },
  },
  {
    ...{ command: 'change', actor: 'system', codes: ['COMPLAINT_NOT_UPHELD'] },
    from: [
      ...HISTORIES.complaint,
      {
        type: 'ComplaintDecided',
        data: { ...selfRated.data, by: 'khai', outcome: 'rejected', on },
      },
    ],
    input: { rating: 'excellent', reason: 'complaint', decisionNo: '1', on },
  },
];

const COLLECTIVE: readonly [string, object, string][] = [
  [
    'while a member is not',
    { ratingsOfMembers: new Map([...everybodyRated].slice(1)) },
    'MEMBERS_NOT_RATED',
  ],
  ['while the units below are not', { listBelow: { decided: false } }, 'LIST_BELOW_NOT_DECIDED'],
];
const ROWS = [...BEFORE, ...PROPOSALS, ...AFTER];
const PROVEN = [
  ...ROWS,
  ...COLLECTIVE.map(([, , code]) => ({ command: 'propose', codes: [code] })),
  { command: 'selfRate', codes: ['UNIT_CLOSED'] },
  { command: 'decideComplaint', codes: ['IS_SUBJECT'] },
];

describe('a rating is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.codes.join(' '), row] as const))(
    '%s: %s',
    (command, _codes, row) => {
      const history = typeof row.from === 'string' ? HISTORIES[row.from] : row.from;
      const actor = row.actor === 'system' ? actorOf('system') : (row.actor ?? 'khai');
      const then = given(...history).when(command, row.input, {
        actor,
        ...(row.needs && { needs: row.needs }),
        ...(row.now !== undefined && { now: row.now }),
      });
      then.thenRefusedOnlyFor(...row.codes);
      if (row.path !== undefined) then.thenRefused(row.codes[0]!, row.path);
    },
  );

  it.each(COLLECTIVE)('to a collective %s', (_name, needs, code) =>
    givenUnit(2026)
      .when('propose', { rating: 'good', score: 75 }, { needs: needs as never })
      .thenRefusedOnlyFor(code),
  );

  it('to a unit that is closed', () =>
    givenUnit(2026)
      .when(
        'selfRate',
        { rating: 'good' },
        { actor: 'ha', needs: { countedIn: unitView({ closedOn: '2026-07-01' }) } },
      )
      .thenRefusedOnlyFor('UNIT_CLOSED'));

  it('to whoever judges their own complaint', () =>
    given(...HISTORIES.notified, { ...filed, data: { ...filed.data, by: 'minh' } })
      .when('decideComplaint', { on, outcome: 'upheld', text: 'Đúng' }, { actor: 'minh' })
      .thenRefusedOnlyFor('IS_SUBJECT'));

  it('for every code that a guard declares', () =>
    expect(provenRefusals(PROVEN)).toEqual(declaredRefusals(classification)));
});
