import { HttpClient } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
let keys = 0;
const on = '2026-03-02';
const system = 'system';

const execute = async (record: string, command: string, input: object, who: string) => {
  const [workflow, id] = record.split('/') as [string, string];
  const actor = { id: who, kind: who === system ? ('system' as const) : ('person' as const) };
  const commandId = `records/${(keys += 1)}`;
  const request = { workflow, id, command, input, actor, commandId };
  const outcome = await server.guong.engine.execute(request);
  if (outcome.kind !== 'accepted') throw new Error(`${record}: ${JSON.stringify(outcome)}`);
};

/** One begun record of each workflow, all of cell 1 or its member Khải, each with who begins it. */
const BEGUN: readonly (readonly [record: string, command: string, input: object, who: string])[] = [
  [
    'meeting/chi-bo-1-20260302',
    'schedule',
    {
      kind: 'regular',
      startsAt: '07:30',
      place: 'Nhà văn hóa',
      agenda: [{ key: 'a1', kind: 'other', title: 'Việc chung' }],
      on,
    },
    'm.lan',
  ],
  [
    'criticism-session/chi-bo-1-2026',
    'plan',
    {
      ...{ chairId: 'm.lan', place: 'Nhà văn hóa', on },
      subjects: [
        { subjectId: 'chi-bo-1', role: 'collective' },
        { subjectId: 'm.lan', role: 'head' },
      ],
    },
    'm.lan',
  ],
  ['classification/member.m.khai-2026', 'selfRate', { rating: 'good', score: 80 }, 'm.khai'],
  ['classification/unit.chi-bo-1-2026', 'selfRate', { rating: 'good', score: 80 }, 'm.lan'],
  [
    'commendation/gk-khai-2025',
    'nominate',
    {
      ...{ subjectKind: 'member', subjectId: 'm.khai', unitId: 'chi-bo-1', decidedAt: 'xa-b' },
      ...{ track: 'party', form: 'certificate', occasion: 'year', on },
      period: { fromYear: 2025, toYear: 2025 },
    },
    'm.lan',
  ],
  [
    'inspection/kt-1',
    'plan',
    { unitId: 'xa-b', kind: 'compliance', year: 2026, unitIds: ['chi-bo-1'], memberIds: [], on },
    'm.minh',
  ],
  [
    'transfer/m.khai-20260302',
    'request',
    {
      fromUnitId: 'chi-bo-1',
      toUnitId: 'chi-bo-3',
      kind: 'permanent',
      reason: 'work',
      movedOn: on,
      on,
    },
    'm.khai',
  ],
  [
    'contest/thi-1',
    'announce',
    {
      ...{ unitId: 'chi-bo-1', title: 'Kể chuyện', theme: 'Nêu gương', until: '2026-04-30', on },
      judges: ['m.lan'],
    },
    system,
  ],
  [
    'steering-committee/chi-bo-1-2026_2030',
    'form',
    { decisionNo: '3-QĐ/CB', on, members: [{ memberId: 'm.bao', role: 'head' }] },
    system,
  ],
  [
    'delegation/m.lan',
    'grant',
    {
      ...{ id: 'd1', toId: 'm.tam', from: on, until: '2026-03-31' },
      scope: { unitId: 'chi-bo-1', office: 'secretary' },
    },
    'm.lan',
  ],
];

const PEOPLE = ['bao', 'tam', 'sau'];
const ACCOUNTS = ['member', 'bao', 'secretary', 'committee', 'tam', 'sau', 'province'].concat([
  'inspector',
  'auditor',
  'admin',
]);

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  const bao = { fullName: 'Đỗ Văn Bảo', unitId: 'chi-bo-1', status: 'official', on: '2020-02-01' };
  await execute('membership/m.bao', 'admit', bao, system);
  for (const username of PEOPLE)
    await server.accounts.put({ username, personId: `m.${username}`, password: 'guong-demo' });
  for (const [record, command, input, who] of BEGUN) await execute(record, command, input, who);
  await server.guong.settled();
}, 30_000);
afterAll(() => server.close());

/** Whoever lives in cell 1, leads it, or stands over it and knows its people by name. */
const LEADING = ['secretary', 'committee'];
const CELL = ['member', 'bao', ...LEADING];
/** Also figures: the committee of the province and the auditor, without names. */
const PUBLIC = [...CELL, 'province', 'auditor'];
const OWN = ['member', ...LEADING];

/** Who reads the record and its events; who beside them is shown its buttons, having one. */
const READERS: Readonly<Record<string, readonly [readers: readonly string[], also: string[]]>> = {
  'meeting/chi-bo-1-20260302': [PUBLIC, []],
  'criticism-session/chi-bo-1-2026': [CELL, ['province']],
  'classification/member.m.khai-2026': [OWN, ['province']],
  'classification/unit.chi-bo-1-2026': [CELL, ['province']],
  'commendation/gk-khai-2025': [OWN, ['province']],
  'inspection/kt-1': [['committee'], []],
  'transfer/m.khai-20260302': [[...OWN, 'sau', 'inspector'], ['province']],
  'contest/thi-1': [PUBLIC, []],
  'steering-committee/chi-bo-1-2026_2030': [PUBLIC, []],
  'delegation/m.lan': [LEADING, ['province']],
};

/** Status of a path for every account, as `account status`. */
const statuses = (path: string): Promise<string[]> =>
  Promise.all(
    ACCOUNTS.map(async (account) => {
      const { status } = await HttpClient.signedIn(server, account).get(path);
      return `${account} ${status}`;
    }),
  );
const expected = (readers: readonly string[]): string[] =>
  ACCOUNTS.map((account) => `${account} ${readers.includes(account) ? 200 : 403}`);

describe('the records of every workflow, by role', () => {
  it('all have a row', () => expect(Object.keys(READERS)).toEqual(BEGUN.map(([record]) => record)));

  it.each(Object.entries(READERS))('%s is read by whom it concerns', async (record, [readers]) => {
    expect(await statuses(`/${record}`)).toEqual(expected(readers));
    expect(await statuses(`/${record}/events`)).toEqual(expected(readers));
  });

  it.each(Object.entries(READERS))(
    '%s shows its buttons to them and to whoever has one',
    async (record, [readers, also]) => {
      expect(await statuses(`/${record}/actions`)).toEqual(expected([...readers, ...also]));
    },
  );

  it.each(Object.entries(READERS))(
    '%s tells nobody else by a question or a command how it stands',
    async (record, [readers, also]) => {
      const [workflow, id] = record.split('/');
      const reachedBy = [...readers, ...also];
      // What only a warrant opens is read where it is recorded, and nowhere else.
      const strangers = ACCOUNTS.filter((one) => !reachedBy.includes(one)).concat('inspector');
      const command = BEGUN.find(([begun]) => begun === record)!;
      for (const stranger of new Set(strangers)) {
        const client = HttpClient.signedIn(server, stranger);
        const question = `/me/inbox/why?workflow=${workflow}&id=${id}&command=${command[1]}`;
        expect([stranger, (await client.get(question)).status]).toEqual([stranger, 403]);
        const input = { ...command[2], expectedRevision: 7 };
        const { status, body } = await client.command(`/${record}/${command[1]}`, input);
        expect([stranger, status]).toEqual([stranger, 422]);
        expect(body).not.toHaveProperty('revision');
        expect(JSON.stringify(body)).not.toContain('WRONG_STATE');
      }
    },
  );

  it('name nobody to whoever reads figures', async () => {
    for (const account of ['auditor', 'province']) {
      const client = HttpClient.signedIn(server, account);
      const { body } = await client.get<{ items: { actorName: string | null }[] }>(
        '/contest/thi-1/events',
      );
      expect(body.items.map(({ actorName }) => actorName)).toEqual([null]);
    }
  });
});
