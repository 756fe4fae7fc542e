import { HttpClient } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';

/** A clock that the test moves. */
let now = Date.parse('2026-03-02T03:00:00Z');
const DAY = 86_400_000;
let server: TestServer;
let keys = 0;

const execute = async (workflow: string, id: string, command: string, input: object, who: string) =>
  expect(
    await server.guong.engine.execute({
      workflow,
      id,
      command,
      input,
      actor: { id: who, kind: 'person' },
      commandId: `warrants/${(keys += 1)}`,
    }),
  ).toMatchObject({ kind: 'accepted' });

const on = '2026-03-02';
const issue = async (id: string, unitIds: string[], memberIds: string[]) => {
  const subjects = { unitIds, memberIds };
  const plan = { unitId: 'xa-b', kind: 'compliance', year: 2026, ...subjects, on };
  await execute('inspection', id, 'plan', plan, 'm.minh');
  const decision = {
    decisionNo: '07-QĐ/UBKT',
    scope: { ...subjects, from: '2023-01-01', until: '2025-12-31' },
    team: [{ memberId: 'm.sau', role: 'lead' }],
    from: on,
    expires: '2026-03-31',
    on,
  };
  await execute('inspection', id, 'decide', decision, 'm.minh');
  await server.guong.settled();
};

beforeAll(async () => {
  server = await startServer({ demo: 'small', clock: () => now });
  for (const [username, personId] of [
    ['sau', 'm.sau'],
    ['lan', 'm.lan'],
  ] as const)
    await server.accounts.put({ username, personId, password: 'guong-demo' });
  await issue('kt-7', [], ['m.khai']);
}, 30_000);
afterAll(() => server.close());

/** The status of a reading, by the account. */
const statusOf = async (username: string, path: string): Promise<number> =>
  (await HttpClient.signedIn(server, username).get(path)).status;

/** Facts of the access log of the test's day, without their moments. */
const logged = async (): Promise<readonly object[]> => {
  const day = new Date(now).toISOString().slice(0, 10);
  const events = await server.guong.store.read(`access-${day}`);
  return events.map(({ type, data }) => {
    const { at: _at, day: _day, viewerId: _viewer, ...rest } = data as Record<string, unknown>;
    return { type, ...rest };
  });
};
const read = (endpoint: string, subjectId = 'm.khai') => ({
  type: 'RecordViewed',
  subjectKind: 'member',
  subjectId,
  endpoint,
  basis: 'warrant',
  inspectionId: 'kt-7',
  warrantId: 'kt-7',
  shownFrom: '2026-04-01',
});
const denied = (endpoint: string, subjectId: string, denial: string, more: object = {}) => ({
  type: 'RecordViewDenied',
  subjectKind: 'member',
  subjectId,
  endpoint,
  denial,
  ...more,
});
const byWarrant = { inspectionId: 'kt-7' };

describe('an inspector by warrant of an inspection', () => {
  it('reads the person it names, within its period; every reading is a fact at once', async () => {
    expect(await statusOf('sau', '/members/m.khai/book?year=2024')).toBe(200);
    expect(await logged()).toEqual([read('members.book')]);
  });

  it('has one fact for the same reading in the same moment', async () => {
    const before = (await logged()).length;
    const path = '/members/m.khai';
    expect(await Promise.all([statusOf('sau', path), statusOf('sau', path)])).toEqual([200, 200]);
    expect((await logged()).slice(before)).toEqual([read('members.one')]);
  });

  it.each([
    ['/members/m.lan', 'members.one', 'm.lan', 'scope', {}],
    ['/members/m.khai/book?year=2026', 'members.book', 'm.khai', 'period', byWarrant],
    ['/registration/m.khai-2026/form', 'registration.form', 'm.khai', 'period', byWarrant],
    // Another year in the query makes it no record of that year.
    [
      '/registration/m.khai-2026/form?year=2024',
      'registration.form',
      'm.khai',
      'period',
      byWarrant,
    ],
  ] as const)('is kept from %s, and that is a fact too', async (path, key, id, why, more) => {
    const before = (await logged()).length;
    expect(await statusOf('sau', path)).toBe(403);
    expect((await logged()).slice(before)).toEqual([denied(key, id, why, more)]);
  });

  it('sees nothing later than the period in a history', async () => {
    const client = HttpClient.signedIn(server, 'sau');
    const { body } = await client.get<{ asOf: string }>('/members/m.khai/history');
    expect(body.asOf).toBe('2025-12-31');
    const late = await client.get<{ asOf: string }>('/members/m.khai/history?asOf=2026-02-01');
    expect(late.body.asOf).toBe('2025-12-31');
    const early = await client.get<{ asOf: string }>('/members/m.khai/history?asOf=2024-12-31');
    expect(early.body.asOf).toBe('2024-12-31');
    // Khải was admitted in 2020; of a record that lasts only the period is shown.
    const events = await client.get<{ items: object[] }>('/membership/m.khai/events');
    expect(events.status).toBe(200);
    expect(events.body.items).toEqual([]);
  });

  it('knows whom it may read, and nobody else of their unit, by search neither', async () => {
    const client = HttpClient.signedIn(server, 'sau');
    const { body } = await client.get<{ inspects: object[]; scopes: { unitId: string }[] }>(
      '/auth/me',
    );
    expect(body.inspects).toEqual([
      { memberId: 'm.khai', inspectionId: 'kt-7', from: '2023-01-01', until: '2025-12-31' },
    ]);
    expect(body.scopes.map(({ unitId }) => unitId)).toEqual(['chi-bo-3']);
    const found = await client.get('/search?q=lan');
    expect(JSON.stringify(found.body)).not.toContain('m.lan');
    expect(await statusOf('sau', '/units/chi-bo-1/members')).toBe(403);
  });

  it('leaves no fact where the own office opens the record', async () => {
    const before = (await logged()).length;
    expect(await statusOf('sau', '/members/m.nga')).toBe(200);
    expect(await statusOf('lan', '/members/m.khai')).toBe(200);
    expect(await logged()).toHaveLength(before);
  });

  it('is told nobody else: the person concerned learns of it from the day set', async () => {
    const log = async (who: string) =>
      HttpClient.signedIn(server, who).get<{ items: object[] }>('/members/m.khai/access-log');
    await server.guong.settled();
    expect((await log('member')).body.items).toEqual([]);
    now += 30 * DAY;
    const { status, body } = await log('member');
    expect(status).toBe(200);
    expect(body.items.at(-1)).toMatchObject({
      basis: 'inspection',
      endpoint: 'members.book',
      decisionNo: '07-QĐ/UBKT',
      byUnitName: 'Đảng bộ xã Bình Minh',
    });
    expect(JSON.stringify(body)).not.toContain('m.sau');
    for (const other of ['sau', 'lan', 'committee', 'inspector', 'admin'])
      expect((await log(other)).status).toBe(403);
    now -= 30 * DAY;
  });

  it('reads no more once it has expired', async () => {
    now += 30 * DAY;
    expect(await statusOf('sau', '/members/m.khai')).toBe(403);
    expect(await logged()).toEqual([denied('members.one', 'm.khai', 'expired', byWarrant)]);
    now -= 30 * DAY;
  });

  it('reads no more from the moment it is revoked, before any view has heard of it', async () => {
    expect(await statusOf('sau', '/members/m.khai')).toBe(200);
    await execute('inspection', 'kt-7', 'revokeWarrant', { reason: 'needless', on }, 'm.minh');
    expect(await statusOf('sau', '/members/m.khai')).toBe(403);
  });
});

describe('a warrant for a unit', () => {
  it('opens what lies below it, and lists with names are facts of the unit', async () => {
    await issue('kt-8', ['chi-bo-1'], []);
    const before = (await logged()).length;
    expect(await statusOf('sau', '/units/chi-bo-1/members')).toBe(200);
    expect(await statusOf('sau', '/units/chi-bo-1/indicators?period=2024')).toBe(200);
    const behind = '/units/chi-bo-1/indicators/REG_RATE/events?period=2024&side=denominator';
    expect(await statusOf('sau', behind)).toBe(200);
    expect(await statusOf('sau', '/members/m.lan')).toBe(200);
    expect((await logged()).slice(before)).toMatchObject([
      { subjectKind: 'unit', subjectId: 'chi-bo-1', endpoint: 'units.members' },
      { subjectKind: 'unit', subjectId: 'chi-bo-1', endpoint: 'units.events' },
      { subjectKind: 'member', subjectId: 'm.lan', endpoint: 'members.one' },
    ]);
    expect(await statusOf('sau', '/units/chi-bo-2/members')).toBe(403);
  });
});

describe('a warrant of an account', () => {
  it('still opens what it names; its readings are facts as well', async () => {
    const before = (await logged()).length;
    expect(await statusOf('inspector', '/members/m.sau')).toBe(200);
    expect(await statusOf('inspector', '/members/m.khai')).toBe(403);
    expect((await logged()).slice(before)).toMatchObject([
      { type: 'RecordViewed', basis: 'account', subjectId: 'm.sau' },
      { type: 'RecordViewDenied', denial: 'scope', subjectId: 'm.khai' },
    ]);
  });
});

describe('an inspection', () => {
  const path = '/inspection/kt-9';
  const report = { subjectKind: 'member', subjectId: 'm.khai', text: 'Tự kiểm tra', on };

  it('is known to its team from the warrant on, to its subjects once it is announced', async () => {
    await issue('kt-9', ['chi-bo-2'], ['m.khai']);
    expect(await statusOf('sau', path)).toBe(200);
    expect(await statusOf('committee', path)).toBe(200);
    for (const other of ['member', 'lan', 'inspector', 'admin'])
      expect(await statusOf(other, path)).toBe(403);
    await execute('inspection', 'kt-9', 'announce', { on }, 'm.sau');
    expect(await statusOf('member', path)).toBe(200);
    expect(await statusOf('lan', path)).toBe(403);
  });

  it('shows a subject their own words and its team everybody’s', async () => {
    await execute('inspection', 'kt-9', 'fileSelfReport', report, 'm.khai');
    await execute('inspection', 'kt-9', 'startVerification', { on }, 'm.sau');
    await execute('inspection', 'kt-9', 'draftReport', { on, text: 'Dự thảo' }, 'm.sau');
    const read = async (who: string) =>
      JSON.stringify((await HttpClient.signedIn(server, who).get(`${path}/events`)).body);
    expect(await read('member')).toContain('Tự kiểm tra');
    expect(await read('member')).not.toContain('Dự thảo');
    expect(await read('sau')).toContain('Tự kiểm tra');
    expect(await read('sau')).toContain('Dự thảo');
  });
});
