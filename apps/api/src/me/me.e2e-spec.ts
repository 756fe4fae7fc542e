import { HttpClient, type ProblemBody } from '../testing/http-client.js';
import { FORM } from '../testing/registration-form.js';
import { startServer, type TestServer } from '../testing/start-server.js';

let server: TestServer;
const as = (username: string): HttpClient => HttpClient.signedIn(server, username);

interface Item {
  readonly workflow: string;
  readonly id: string;
  readonly command: string;
  readonly also: readonly string[];
  readonly onBehalfOf: { personId: string; via: string[] } | null;
  readonly memberName: string | null;
  readonly due: string | null;
  readonly overdue: boolean;
}
interface Inbox {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly sides: readonly { personId: string }[];
}
const inbox = async (username: string, query = ''): Promise<Inbox> => {
  await server.guong.settled();
  const { status, body } = await as(username).get<Inbox>(`/me/inbox${query}`);
  expect(status).toBe(200);
  return body;
};
const named = ({ items }: Inbox) => items.map(({ id, command }) => `${id} ${command}`);
const grant = (fields: object = {}) => ({
  id: 'd1',
  toId: 'm.tam',
  scope: { unitId: 'chi-bo-1', office: 'secretary' },
  from: '2026-03-02',
  until: '2026-03-31',
  ...fields,
});

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  for (const [username, personId] of [
    ['tam', 'm.tam'],
    ['nga', 'm.nga'],
    ['sau', 'm.sau'],
  ] as const)
    await server.accounts.put({ username, personId, password: 'guong-demo' });
}, 30_000);
afterAll(() => server.close());

describe('an inbox', () => {
  it('begins with what one owes and nobody has begun', async () => {
    const { items, next, sides } = await inbox('member');
    expect(items).toMatchObject([
      {
        workflow: 'registration',
        id: 'm.khai-2026',
        command: 'submit',
        batch: false,
        onBehalfOf: null,
        memberName: 'Nguyễn Văn Khải',
        year: 2026,
        unitName: 'Chi bộ thôn Một',
        state: 'draft',
        due: '2026-03-31',
        overdue: false,
      },
    ]);
    expect([next, sides]).toEqual([null, []]);
  });

  it('shows the secretary what was handed in, and nobody else', async () => {
    const sent = await as('member').command('/registration/m.khai-2026/submit', FORM);
    expect(sent.status).toBe(200);
    const { items } = await inbox('secretary', '?q=khai');
    expect(items).toMatchObject([
      { id: 'm.khai-2026', command: 'endorse', also: ['return'], batch: true },
    ]);
    expect(items[0]?.due).toMatch(/^2026-03-1\d$/);
    expect(named(await inbox('member'))).toEqual([]);
    expect(named(await inbox('sau'))).toEqual(['m.sau-2026 submit', 'chi-bo-3-2026 draft']);
    expect(named(await inbox('committee'))).toEqual(['m.minh-2026 submit']);
    expect(named(await inbox('committee', '?below=all'))).toContain('m.khai-2026 endorse');
  });

  it('is turned page by page', async () => {
    const first = await inbox('secretary', '?size=1');
    const second = await inbox('secretary', `?size=1&page=${first.next}`);
    const third = await inbox('secretary', `?size=1&page=${second.next}`);
    const all = await inbox('secretary');
    expect([...named(first), ...named(second), ...named(third)]).toEqual(named(all));
    expect(third.next).toBeNull();
  });

  it.each(['page=x', 'size=0', 'below=some', 'onBehalfOf=A B'])('refuses %s', async (query) => {
    const { status, body } = await as('member').get<ProblemBody>(`/me/inbox?${query}`);
    expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it('says why something is not possible', async () => {
    const why = (username: string, command: string) =>
      as(username).get<{ possible: boolean; reasons: { code: string; text: { vi: string } }[] }>(
        `/me/inbox/why?workflow=registration&id=m.khai-2026&command=${command}`,
      );
    const own = await why('member', 'endorse');
    expect(own.body.possible).toBe(false);
    expect(own.body.reasons.map(({ code }) => code)).toContain('IS_SUBJECT');
    expect(own.body.reasons.at(-1)?.text.vi).toContain('tự xác nhận');
    expect((await why('secretary', 'endorse')).body).toMatchObject({ possible: true, reasons: [] });
    expect((await why('sau', 'endorse')).status).toBe(403);
    expect((await why('member', 'gone')).status).toBe(404);
  });
});

describe('acting for somebody', () => {
  const forLan = { 'x-on-behalf-of': 'm.lan' };
  const endorse = (headers: Record<string, string> = forLan) =>
    as('tam').command<ProblemBody>('/registration/m.khai-2026/endorse', {}, headers);

  it('takes a delegation', async () => {
    const { status, body } = await endorse();
    expect([status, body.reasons[0]?.code]).toEqual([422, 'DELEGATION_NOT_VALID']);
    const actions = await as('tam').get('/registration/m.khai-2026/actions', forLan);
    expect(actions.status).toBe(422);
  });

  it('then shows in both inboxes, each in its own name', async () => {
    const given = await as('secretary').command('/delegation/m.lan/grant', grant());
    expect(given.status).toBe(200);
    const mine = await inbox('tam');
    expect(mine.items).toMatchObject([
      { id: 'm.khai-2026', command: 'endorse', onBehalfOf: { personId: 'm.lan', via: [] } },
      { id: 'm.tam-2026', command: 'submit', onBehalfOf: null },
    ]);
    expect(mine.items[0]?.memberName).toBe('Nguyễn Văn Khải');
    expect(mine.sides).toMatchObject([{ personId: 'm.lan', name: 'Trần Thị Lan' }]);
    expect(named(await inbox('tam', '?onBehalfOf=me'))).toEqual(['m.tam-2026 submit']);
    expect(named(await inbox('tam', '?onBehalfOf=m.lan'))).toEqual(['m.khai-2026 endorse']);
    expect(named(await inbox('secretary'))).toContain('m.khai-2026 endorse');
  });

  it('is listed with who gave what', async () => {
    const { body } = await as('tam').get('/me/delegations');
    expect(body).toMatchObject({
      memberId: 'm.tam',
      given: [],
      received: [
        {
          giverId: 'm.lan',
          giverName: 'Trần Thị Lan',
          unitName: 'Chi bộ thôn Một',
          office: 'secretary',
          active: true,
        },
      ],
    });
  });

  it('shows the record, and the buttons, of whom one acts for', async () => {
    expect((await as('tam').get('/registration/m.khai-2026/actions')).status).toBe(403);
    const { status, body } = await as('tam').get<{
      actions: { command: string; allowed: boolean; reasons: { code: string }[] }[];
    }>('/registration/m.khai-2026/actions', forLan);
    expect(status).toBe(200);
    const of = (command: string) => body.actions.find((action) => action.command === command);
    expect(of('endorse')).toMatchObject({ allowed: true });
    expect(of('submit')?.reasons[0]?.code).toBe('WRONG_STATE');
    expect((await as('tam').get('/registration/m.khai-2026/form', forLan)).status).toBe(200);
    expect((await as('tam').get('/registration/m.sau-2026/actions', forLan)).status).toBe(403);
  });

  it('is never possible in what everybody does in person', async () => {
    const submit = await as('tam').command<ProblemBody>('/registration/m.lan-2026/submit', FORM, {
      'x-on-behalf-of': 'm.lan',
    });
    expect(submit.body.reasons.map(({ code }) => code)).toEqual(['NOT_DELEGABLE']);
  });

  it('is recorded with both names and the office', async () => {
    const { status, body } = await endorse();
    expect([status, body.reasons]).toEqual([200, undefined]);
    const [event] = (await server.guong.store.read('commitment-m.khai-2026')).slice(-1);
    expect(event).toMatchObject({
      type: 'RegistrationEndorsed',
      actor: 'm.tam',
      onBehalfOf: 'm.lan',
      capacity: { office: 'secretary', unit: 'chi-bo-1' },
    });
  });

  it('ends at once when it is revoked', async () => {
    const revoke = { id: 'd1', on: '2026-03-02' };
    await as('secretary').command('/delegation/m.lan/revoke', revoke);
    const publish = { channel: 'meeting', on: '2026-03-02', legalBasis: 'Điều 16' };
    const { status, body } = await as('tam').command<ProblemBody>(
      '/registration/m.khai-2026/publish',
      publish,
      forLan,
    );
    expect([status, body.reasons[0]?.code]).toEqual([422, 'DELEGATION_EXPIRED']);
    expect(named(await inbox('tam'))).toEqual(['m.tam-2026 submit']);
  });

  it.each(['', 'm.lan,', 'M.LAN', 'a,b,c,d,e'])('refuses the header %j', async (header) => {
    const { status } = await endorse({ 'x-on-behalf-of': header });
    expect(status).toBe(header === '' ? 422 : 400);
  });
});
