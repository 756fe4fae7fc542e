import type { OldFact } from '#libs/kernel/testing';
import { declaredRefusals, provenRefusals } from '../testing/index.js';
import { closing } from './meeting.closing.js';
import { outcomes } from './meeting.outcomes.js';
import { meeting } from './meeting.workflow.js';
import { HISTORIES, LIVE, tooFew } from './meeting-histories.fixtures.js';
import { issue, issueDone, voted, voteOpened } from './meeting-room.fixtures.js';
import { given, on } from './meeting.fixtures.js';

type Command = Parameters<ReturnType<typeof given>['when']>[0];
interface Row {
  readonly command: Command;
  readonly input: object;
  readonly codes: readonly string[];
  readonly facts?: readonly OldFact[];
  readonly path?: string;
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly actor?: string;
}

const { open, minutes_draft, minutes_read, scored, reported } = HISTORIES;
const task = { id: 'i2', ownerId: 'khai', due: '2026-04-10', on, text: 'Mở hẻm' };
const ballot = { voteId: 'nq2', itemKey: 'work', options: ['for', 'against'], on };
const tally = {
  voteId: 'nq1',
  on,
  issued: 2,
  returned: 2,
  valid: 2,
  votes: [{ option: 'for', count: 2 }],
  tellers: ['mai'],
};
const votes = { on, for: 2, against: 0, abstained: 0 };
const withIssue = [...LIVE, issue];

const OUTCOMES: Row[] = [
  {
    command: 'assignIssue',
    input: task,
    needs: { owner: undefined },
    codes: ['OWNER_NOT_MEMBER'],
    path: 'ownerId',
  },
  {
    command: 'assignIssue',
    facts: withIssue,
    input: { ...task, id: 'i1' },
    codes: ['OBLIGATION_TWICE'],
  },
  { command: 'assignIssue', input: { ...task, due: '2026-03-01' }, codes: ['DUE_BEFORE_START'] },
  {
    command: 'reportIssue',
    actor: 'khai',
    input: { id: 'i9', on, text: 'x' },
    codes: ['OBLIGATION_UNKNOWN'],
  },
  {
    command: 'reportIssue',
    facts: [...withIssue, issueDone],
    actor: 'khai',
    input: { id: 'i1', on, text: 'x' },
    codes: ['OBLIGATION_CLOSED'],
  },
  {
    command: 'reportIssue',
    facts: withIssue,
    input: { id: 'i1', on, text: 'x' },
    codes: ['NOT_OWNER'],
  },
  { command: 'verifyIssue', input: { id: 'i9', on, done: true }, codes: ['OBLIGATION_UNKNOWN'] },
  {
    command: 'verifyIssue',
    facts: [...withIssue, issueDone],
    input: { id: 'i1', on, done: true },
    codes: ['OBLIGATION_CLOSED'],
  },
  {
    command: 'verifyIssue',
    facts: [...LIVE, { ...issue, data: { ...issue.data, ownerId: 'ha' } }],
    input: { id: 'i1', on, done: true },
    codes: ['VERIFIER_IS_OWNER'],
  },
  {
    command: 'handOverIssue',
    input: { id: 'i9', heirId: 'lan', on },
    codes: ['OBLIGATION_UNKNOWN'],
  },
  {
    command: 'handOverIssue',
    facts: [...withIssue, issueDone],
    input: { id: 'i1', heirId: 'lan', on },
    codes: ['OBLIGATION_CLOSED'],
  },
  {
    command: 'openVote',
    facts: [...LIVE, voteOpened],
    input: { ...ballot, voteId: 'nq1' },
    codes: ['VOTE_TWICE'],
  },
  { command: 'openVote', input: { ...ballot, options: ['for'] }, codes: ['OPTIONS_MISSING'] },
  {
    command: 'openVote',
    facts: open,
    input: ballot,
    codes: ['ATTENDANCE_MISSING', 'ELECTORATE_EMPTY'],
  },
  { command: 'openVote', facts: [...open, tooFew], input: ballot, codes: ['QUORUM_MISSING'] },
  { command: 'openVote', input: { ...ballot, itemKey: 'no' }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  { command: 'tallyVote', facts: LIVE, input: tally, codes: ['VOTE_UNKNOWN'] },
  {
    command: 'tallyVote',
    facts: [...LIVE, voteOpened, voted],
    input: tally,
    codes: ['VOTE_CLOSED'],
  },
  { command: 'tallyVote', input: { ...tally, issued: 4 }, codes: ['TALLY_IMPOSSIBLE'] },
  {
    command: 'tallyVote',
    input: { ...tally, votes: [{ option: 'maybe', count: 2 }] },
    codes: ['OPTION_UNKNOWN'],
  },
  { command: 'tallyVote', input: { ...tally, tellers: [] }, codes: ['TELLERS_MISSING'] },
];

const CLOSING: Row[] = [
  {
    command: 'close',
    facts: open,
    input: { at: '2026-03-03T02:00:00Z' },
    codes: ['ATTENDANCE_MISSING'],
  },
  {
    command: 'close',
    facts: [...open, tooFew],
    input: { at: '2026-03-03T02:00:00Z' },
    codes: ['QUORUM_MISSING'],
  },
  {
    command: 'close',
    input: { at: '2026-03-03T00:30:00Z' },
    codes: ['CLOSED_BEFORE_OPENED'],
    path: 'at',
  },
  {
    command: 'close',
    input: { at: '2026-03-03T12:30:00Z' },
    codes: ['TIME_IN_FUTURE'],
    path: 'at',
  },
  { command: 'readMinutes', facts: HISTORIES.held, input: { on }, codes: ['MINUTES_MISSING'] },
  {
    command: 'adoptMinutes',
    facts: minutes_read.filter(({ type }) => type !== 'AttendanceRecorded'),
    input: votes,
    codes: ['ATTENDANCE_MISSING', 'VOTES_GT_PRESENT'],
  },
  {
    command: 'adoptMinutes',
    facts: [...minutes_read, tooFew],
    input: votes,
    codes: ['QUORUM_MISSING'],
  },
  { command: 'adoptMinutes', facts: minutes_draft, input: votes, codes: ['MINUTES_NOT_READ'] },
  {
    command: 'adoptMinutes',
    facts: minutes_read,
    input: { ...votes, for: 3 },
    codes: ['VOTES_GT_PRESENT'],
  },
  {
    command: 'adoptMinutes',
    facts: minutes_read,
    input: { ...votes, for: 1 },
    codes: ['MAJORITY_MISSING'],
  },
  {
    command: 'report',
    facts: scored,
    input: { to: 'songvan', on },
    codes: ['NOT_PARENT_UNIT'],
    path: 'to',
  },
  {
    command: 'file',
    facts: [...reported.slice(0, 3), issue, ...reported.slice(3)],
    input: { on },
    codes: ['ISSUES_OPEN'],
  },
];

const BEFORE: Partial<Record<Command, readonly OldFact[]>> = {
  tallyVote: [...LIVE, voteOpened],
};
const ROWS = [...OUTCOMES, ...CLOSING];

describe('a meeting is refused', () => {
  it.each(ROWS.map((row) => [row.command, row.codes.join(' '), row] as const))(
    '%s: %s',
    (_c, _n, { command, input, facts, codes, path, needs, actor }) => {
      const then = given(...(facts ?? BEFORE[command] ?? LIVE)).when(command, input as never, {
        ...(actor && { actor }),
        ...(needs && { needs }),
      });
      then.thenRefusedOnlyFor(...codes);
      if (path !== undefined) then.thenRefused(codes[0]!, path);
    },
  );

  it('for every code that a guard declares', () => {
    const ours = { ...outcomes, ...closing };
    const declared = declaredRefusals(meeting).filter((row) =>
      Object.hasOwn(ours, row.split(' ')[0]!),
    );
    expect(provenRefusals(ROWS)).toEqual(declared);
  });
});
