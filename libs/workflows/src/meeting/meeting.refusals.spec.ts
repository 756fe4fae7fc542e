import type { OldFact } from '#libs/kernel/testing';
import {
  declaredRefusals,
  memberView,
  type Person,
  provenRefusals,
  unitView,
  whoMay,
} from '../testing/index.js';
import {
  attended,
  call,
  given,
  HISTORIES,
  issue,
  issueDone,
  list,
  LIVE,
  merit,
  on,
  said,
  takenBack,
  tooFew,
  voted,
  voteOpened,
} from './meeting.fixtures.js';
import { meeting } from './meeting.workflow.js';

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

const { scheduled, open, minutes_draft, minutes_read, scored, reported } = HISTORIES;
const item = { key: 'm1', title: 'Báo cáo' };
const entry = (memberId: string, presence = 'present') => ({ memberId, presence });
const entries = (...listed: object[]) => ({ on, entries: listed });
const speech = { id: 's2', itemKey: 'work', speakerId: 'khai', text: 'Đồng ý' };
const note = { id: 'm2', subjectId: 'khai', subjectKind: 'member', text: 'Tốt', on };
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

const CALLING: Row[] = [
  { command: 'schedule', input: call(), needs: { unit: undefined }, codes: ['UNIT_UNKNOWN'] },
  {
    command: 'schedule',
    input: call(),
    needs: { unit: unitView({ closedOn: '2026-01-01' }) },
    codes: ['UNIT_CLOSED'],
  },
  {
    command: 'schedule',
    input: call({ on: '2026-03-04' }),
    codes: ['MEETING_DAY_MISMATCH'],
    path: 'on',
  },
  { command: 'schedule', input: call({ agenda: [] }), codes: ['AGENDA_MISSING'], path: 'agenda' },
  {
    command: 'schedule',
    input: call({ agenda: [...call().agenda, call().agenda[0]!] }),
    codes: ['AGENDA_TWICE'],
    path: 'agenda[2].key',
  },
  ...(['thematic', 'combined'] as const).map((kind): Row => ({
    command: 'schedule',
    input: call({ kind, theme: ' ' }),
    codes: ['MEETING_THEME_MISSING'],
    path: 'theme',
  })),
  { command: 'schedule', input: call({ kind: 'study' }), codes: ['STUDY_ROUND_MISSING'] },
  { command: 'publishMaterials', input: { on, items: [] }, codes: ['MATERIALS_MISSING'] },
  {
    command: 'publishMaterials',
    input: { on, items: [item, item] },
    codes: ['MATERIAL_TWICE'],
    path: 'items[1].key',
  },
  {
    command: 'publishMaterials',
    facts: HISTORIES.materials_published,
    input: { on, items: [item] },
    codes: ['MATERIAL_TWICE'],
    path: 'items[0].key',
  },
  {
    command: 'publishMaterials',
    input: { on: '2026-03-04', items: [item] },
    codes: ['MATERIALS_AFTER_MEETING'],
  },
  { command: 'postpone', input: { to: on, startsAt: '19:00' }, codes: ['DATE_ORDER'], path: 'to' },
  {
    command: 'open',
    input: { at: '2026-03-02T12:00:00Z', chairId: 'ha' },
    codes: ['NOT_ON_MEETING_DAY'],
    path: 'at',
  },
  {
    command: 'open',
    input: { at: '2026-03-03T12:00:01Z', chairId: 'ha' },
    codes: ['TIME_IN_FUTURE'],
  },
];

const ROOM: Row[] = [
  { command: 'recordAttendance', input: entries(), codes: ['ATTENDEES_MISSING'] },
  {
    command: 'recordAttendance',
    input: entries(entry('ha'), entry('ha', 'excused')),
    codes: ['ATTENDEE_TWICE'],
    path: 'entries[1].memberId',
  },
  ...['sau', 'xa', 'nobody'].map((id): Row => ({
    command: 'recordAttendance',
    input: entries(entry(id)),
    codes: ['ATTENDEE_UNKNOWN'],
  })),
  {
    command: 'recordAttendance',
    input: entries(entry('ha'), entry('khai', 'exempt')),
    codes: ['NOT_EXEMPT'],
    path: 'entries[1].presence',
  },
  {
    command: 'recordAttendance',
    input: list({ temporary: ['sau'], guests: ['nobody'] }),
    codes: ['OTHER_UNKNOWN'],
    path: 'guests[0]',
  },
  { command: 'recordAttendance', input: list({ temporary: ['lan'] }), codes: ['OTHER_OF_UNIT'] },
  {
    command: 'recordAttendance',
    input: list({ temporary: ['sau'], guests: ['sau'] }),
    codes: ['OTHER_TWICE'],
    path: 'guests[0]',
  },
  { command: 'discuss', input: { ...speech, itemKey: 'no' }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  {
    command: 'discuss',
    facts: [...LIVE, said],
    input: { ...speech, id: 's1' },
    codes: ['ENTRY_TWICE'],
  },
  { command: 'discuss', facts: open, input: speech, codes: ['ATTENDANCE_MISSING'] },
  {
    command: 'discuss',
    input: { ...speech, speakerId: 'lan' },
    codes: ['SPEAKER_NOT_PRESENT'],
    path: 'speakerId',
  },
  { command: 'retractDiscussion', input: { id: 's9', on, reason: 'x' }, codes: ['ENTRY_UNKNOWN'] },
  {
    command: 'retractDiscussion',
    facts: [...LIVE, said, takenBack],
    actor: 'khai',
    input: { id: 's1', on, reason: 'x' },
    codes: ['ENTRY_RETRACTED'],
  },
  {
    command: 'retractDiscussion',
    facts: [...LIVE, said],
    input: { id: 's1', on, reason: 'x' },
    codes: ['NOT_AUTHOR'],
  },
  { command: 'concludeItem', input: { itemKey: 'no', text: 'x' }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  { command: 'reviewContent', input: { itemKey: 'no', on }, codes: ['AGENDA_ITEM_UNKNOWN'] },
  {
    command: 'reviewContent',
    input: { itemKey: 'study', on, memberIds: [] },
    codes: ['MEMBERS_MISSING'],
  },
  {
    command: 'noteMerit',
    facts: [...LIVE, merit],
    input: { ...note, id: 'm1' },
    codes: ['ENTRY_TWICE'],
  },
  ...[memberView({ unitId: 'kp5' }), memberView({ active: false }), undefined].map(
    (member): Row => ({
      command: 'noteMerit',
      input: note,
      needs: { member },
      codes: ['SUBJECT_NOT_OF_UNIT'],
    }),
  ),
  {
    command: 'noteMerit',
    input: { ...note, subjectId: 'anbinh', subjectKind: 'unit' },
    needs: { subjectUnit: unitView({ unitId: 'anbinh', parentId: 'songvan' }) },
    codes: ['SUBJECT_NOT_OF_UNIT'],
  },
];

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
    facts: [...LIVE, { ...issue, data: { ...issue.data, ownerId: 'ha' } } as OldFact],
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
  schedule: [],
  publishMaterials: scheduled,
  postpone: scheduled,
  open: scheduled,
  recordAttendance: open,
  tallyVote: [...LIVE, voteOpened],
};
const ROWS = [...CALLING, ...ROOM, ...OUTCOMES, ...CLOSING];

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

  it('for every code that a guard declares', () =>
    expect(provenRefusals(ROWS)).toEqual(declaredRefusals(meeting)));
});

describe('who may', () => {
  const officers: Person[] = ['ha', 'loc', 'binh', 'tam', 'minh', 'quang', 'system'];
  const chairs: Person[] = ['ha', 'loc', 'tam', 'system'];
  it.each<[Command, readonly OldFact[], object, Person[]]>([
    ['schedule', [], call(), officers],
    ['open', scheduled, { at: '2026-03-03T00:30:00Z', chairId: 'khai' }, officers],
    ['discuss', LIVE, { ...speech, speakerId: 'mai' }, ['khai', ...officers]],
    ['noteMerit', LIVE, { ...note, subjectId: 'ha' }, ['khai', ...officers.slice(1)]],
    ['openVote', LIVE, ballot, chairs],
    ['close', LIVE, { at: '2026-03-03T02:00:00Z' }, chairs],
    ['adoptMinutes', minutes_read, votes, chairs],
    ['score', HISTORIES.adopted, { points: 90, level: 'good', on }, officers],
  ])('%s', (command, facts, input, people) => {
    const order = Object.values(people).sort();
    expect(whoMay(given(...facts), command, input).sort()).toEqual(order);
  });

  it('write as the member chosen for it, but only once chosen', () => {
    const [call0, opened] = open;
    const { recorderId: _left, ...data } = opened!.data as { recorderId: string };
    given(call0!, { ...opened!, data } as OldFact, attended)
      .when('discuss', { ...speech, speakerId: 'mai' }, { actor: 'khai' })
      .thenRefused('NOT_SUBJECT');
  });

  it('open a meeting by naming oneself its chair: nobody', () =>
    given(...scheduled)
      .when('open', { at: '2026-03-03T00:30:00Z', chairId: 'khai' }, { actor: 'khai' })
      .thenRefused('NOT_HOLDER'));
});
