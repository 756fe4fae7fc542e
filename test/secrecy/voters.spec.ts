import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldSession } from '../stories/criticism.js';
import { RATINGS } from '../stories/rating.js';
import { Story } from '../stories/story.js';
import { rowsIn } from './database-rows.js';
import { type Ballot, joined } from './joined.js';
import { captureOutput } from './output-capture.js';

const CELL = 'khu-pho-4';
const WARD = 'an-binh-dong';
const HA = 'le.thi.thu.ha';
const LOC = 'pham.van.loc';
const KHAI = 'tran.minh.khai';
const TAM = 'vo.thanh.tam';
const DAY = '2026-12-05';
/** They vote, and do nothing else in this world: wherever one is named, a voter is named. */
const VOTERS = Array.from({ length: 7 }, (_, index) => `cu.tri.${index + 1}`);
const COUNCIL = Array.from({ length: 5 }, (_, index) => `uy.vien.${index + 1}`);
/** Who counts signs the tally and so stands beside its totals: not one of those above. */
const TELLERS = [HA, LOC];
const NGA = 'vu.thuy.nga';

/** What each chose: it stays here, and only its totals are ever told. */
const RATING_BALLOT: Ballot = { voters: VOTERS, options: RATINGS };
const COUNCIL_BALLOT: Ballot = { voters: COUNCIL, options: ['approve', 'reject'] };
const MEETING_BALLOT: Ballot = { voters: VOTERS, options: ['phuong-an-1', 'phuong-an-2'] };
const BALLOTS = [RATING_BALLOT, COUNCIL_BALLOT, MEETING_BALLOT];

let story: Story;
let logs: ReturnType<typeof captureOutput>;
const copy = mkdtempSync(join(tmpdir(), 'guong-copy-'));

const count = (options: readonly string[], counts: readonly number[]) =>
  options.map((option, index) => ({ option, count: counts[index] ?? 0 }));

/** A ballot that a clumsy client tries to send with names: refused, and nowhere to be found. */
const withNames = (options: readonly string[], voters: readonly string[]) => ({
  ballots: voters.map((voterId, index) => ({ voterId, option: options[index % options.length] })),
});

async function rating(): Promise<void> {
  const record = `/classification/member.${KHAI}-2026`;
  await story.does(KHAI, `${record}/selfRate`, { rating: 'good', score: 80 });
  await story.does(HA, `${record}/openBallot`, { voteId: 'b1', options: [...RATINGS], on: DAY });
  const counted = { voteId: 'b1', issued: 9, returned: 9, valid: 8, on: DAY, tellers: TELLERS };
  const tally = { ...counted, votes: count(RATINGS, [2, 5, 1, 0]) };
  const named = { ...tally, ...withNames(RATINGS, VOTERS) };
  expect((await story.tell(HA, `${record}/tallyBallot`, named)).status).toBe(400);
  await story.does(HA, `${record}/tallyBallot`, tally);
}

async function council(): Promise<void> {
  const award = '/commendation/gk-1';
  const nomination = {
    ...{ subjectKind: 'member', subjectId: KHAI, unitId: CELL, decidedAt: WARD, on: DAY },
    ...{ track: 'party', form: 'certificate', occasion: 'thematic' },
    period: { fromYear: 2025, toYear: 2025 },
  };
  await story.does(HA, `${award}/nominate`, nomination);
  await story.server.guong.settled();
  await story.does(KHAI, `${award}/completeDossier`, { reportText: 'Báo cáo', on: DAY });
  await story.does(TAM, `${award}/appraise`, { verdict: 'qualified', text: 'Đủ', on: DAY });
  const ballot = { voteId: 'v1', options: [...COUNCIL_BALLOT.options], on: DAY };
  await story.does(TAM, `${award}/openCouncilVote`, ballot);
  const counted = { voteId: 'v1', issued: 7, returned: 7, valid: 7, on: DAY };
  const tellers = [TAM, NGA];
  const tally = { ...counted, votes: count(COUNCIL_BALLOT.options, [5, 2]), tellers };
  const named = { ...tally, ...withNames(COUNCIL_BALLOT.options, COUNCIL) };
  expect((await story.tell(TAM, `${award}/tallyCouncilVote`, named)).status).toBe(400);
  await story.does(TAM, `${award}/tallyCouncilVote`, tally);
}

async function meeting(): Promise<void> {
  const id = `/meeting/${CELL}-20261206`;
  const on = '2026-12-06';
  const agenda = [{ key: 'work', title: 'Công việc', kind: 'work' }];
  const plan = { kind: 'regular', on, startsAt: '08:00', place: 'Nhà văn hóa', agenda };
  await story.does(HA, `${id}/schedule`, plan);
  const material = { items: [{ key: 'm1', title: 'Tài liệu' }], on: DAY };
  await story.does(HA, `${id}/publishMaterials`, material);
  await story.day(on);
  await story.does(HA, `${id}/open`, { at: `${on}T01:00:00Z`, chairId: HA, recorderId: LOC });
  const entries = [HA, LOC, KHAI, ...VOTERS].map((memberId) => ({
    ...{ memberId, presence: 'present' },
  }));
  await story.does(HA, `${id}/recordAttendance`, { on, entries });
  const options = [...MEETING_BALLOT.options];
  const vote = { voteId: 'nq1', itemKey: 'work', options, on };
  await story.does(HA, `${id}/openVote`, vote);
  const counted = { voteId: 'nq1', issued: 10, returned: 10, valid: 10, on, tellers: TELLERS };
  const tally = { ...counted, votes: count(options, [6, 4]) };
  await story.does(HA, `${id}/tallyVote`, tally);
}

beforeAll(async () => {
  logs = captureOutput();
  story = await Story.on('2026-12-01', { logLevel: 'trace', production: true });
  await story.found(WARD, 'Đảng bộ phường An Bình Đông', 'ward');
  await story.found(CELL, 'Chi bộ Khu phố 4', 'cell', WARD);
  for (const id of [KHAI, HA, LOC, ...VOTERS]) await story.admit(id, `Đảng viên ${id}`, CELL);
  for (const id of [TAM, NGA, ...COUNCIL]) await story.admit(id, `Ủy viên ${id}`, WARD);
  await story.appoint(HA, 'secretary', CELL);
  await story.appoint(LOC, 'deputy', CELL);
  await story.appoint(TAM, 'secretary', WARD);
  for (const id of [NGA, ...COUNCIL]) await story.appoint(id, 'committee', WARD);
  await story.day(DAY);
  const plan = { unitId: CELL, on: DAY, chairId: HA, recorderId: LOC, secondId: TAM };
  await heldSession(story, { ...plan, attendees: [KHAI, HA, LOC, ...VOTERS] });
  await rating();
  await council();
  await meeting();
  // An error of our own is logged too; and readers of every kind look at the record.
  await story.tell(HA, `/classification/member.${KHAI}-2026/tallyBallot`, { voteId: 3 });
  await story.reads(VOTERS[0]!, `/members/${VOTERS[0]!}/history`);
  await story.reads(TAM, `/units/${WARD}/year-sheet?year=2026`);
  await story.server.guong.settled({ timers: true });
  cpSync(story.server.folder, copy, { recursive: true });
}, 60_000);
afterAll(async () => {
  await story.close();
  logs.end();
  rmSync(copy, { recursive: true, force: true });
});

const found = (records: readonly unknown[]) =>
  BALLOTS.flatMap((ballot) => records.filter((record) => joined(record, ballot)));

describe('nothing that is kept joins a voter with a choice', () => {
  it('given that three ballots were held', async () => {
    const { events } = await story.server.guong.store.readAll('' as never, { limit: 10_000 });
    const types = events.map(({ type }) => type);
    for (const type of ['BallotTallied', 'CouncilVoted', 'ResolutionVoted'])
      expect(types.filter((each) => each === type)).toHaveLength(1);
  });

  it('no event', async () => {
    const { events } = await story.server.guong.store.readAll('' as never, { limit: 10_000 });
    expect(found(events)).toEqual([]);
  });

  it('no row of any table, of the log, the views, the reactors, the accounts', () => {
    const rows = rowsIn(story.server.folder);
    const tables = new Set(rows.map(({ table }) => table.split('/')[0]));
    expect([...tables]).toEqual(expect.arrayContaining(['events.db', 'views.db', 'reactors.db']));
    // The search means something: what is there of the voters is found.
    for (const voter of VOTERS)
      expect(rows.some(({ row }) => JSON.stringify(row).includes(voter))).toBe(true);
    expect(found(rows.map(({ row }) => row))).toEqual([]);
  });

  it('no row of a copied data folder', () => {
    const rows = rowsIn(copy);
    expect(rows.length).toBeGreaterThan(100);
    expect(found(rows.map(({ row }) => row))).toEqual([]);
  });

  it('no line of the logs, even at their most talkative', () => {
    expect(logs.lines().length).toBeGreaterThan(5);
    expect(found(logs.lines())).toEqual([]);
  });
});

describe('nor when somebody voted', () => {
  it('a ballot is two facts however many vote, and carries a day at most', async () => {
    const { events } = await story.server.guong.store.readAll('' as never, { limit: 10_000 });
    const tallies = events.filter(({ data }) => Object.hasOwn(data, 'tally'));
    expect(tallies).toHaveLength(3);
    for (const { stream, data } of tallies) {
      const { voteId } = data as { voteId: string };
      const about = events.filter(
        (event) => event.stream === stream && (event.data as { voteId?: string }).voteId === voteId,
      );
      expect(about).toHaveLength(2);
      expect(JSON.stringify(data)).not.toMatch(/\d\d:\d\d/);
    }
  });
});

describe('the search finds what it should', () => {
  const [first, ...others] = VOTERS;
  const ballots = VOTERS.map((voterId, index) => ({ voterId, option: RATINGS[index % 4] }));
  it.each([
    ['a fact', { memberId: first, option: 'good' }],
    ['a row with JSON in a column', { id: 1, data: JSON.stringify({ by: first, vote: 'good' }) }],
    ['a line of a log', `{"msg":"${first} chose good"}`],
    ['all of them in one record', { ballots }],
    ['two lists in one order', { voters: VOTERS, choices: ballots.map(({ option }) => option) }],
    ['one who is left out', { electorate: others, options: RATINGS }],
  ])('%s', (_, record) => expect(joined(record, RATING_BALLOT)).toBe(true));

  it.each([
    ['an opening', { electorate: [...VOTERS, HA], options: [...RATINGS] }],
    ['a tally', { votes: count(RATINGS, [1, 2, 3, 1]), tellers: TELLERS, actor: randomUUID() }],
    ['an attendance', { entries: VOTERS.map((memberId) => ({ memberId })) }],
  ])('and lets %s be', (_, record) => expect(joined(record, RATING_BALLOT)).toBe(false));
});
