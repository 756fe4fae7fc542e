import { HttpClient, type ProblemBody } from '../testing/http-client.js';
import { startServer, type TestServer } from '../testing/start-server.js';
import { TokenIssuer } from '#libs/platform';

let server: TestServer;
let anonymous: HttpClient;

beforeAll(async () => {
  server = await startServer({ demo: 'small' });
  anonymous = HttpClient.anonymous(server);
}, 30_000);
afterAll(() => server.close());

const login = (username: unknown, password: unknown) =>
  anonymous.send<ProblemBody>('POST', '/api/v1/auth/login', { body: { username, password } });

describe('signing in', () => {
  it('answers with a token and with what the person may see', async () => {
    const answer = await anonymous.send('POST', '/api/v1/auth/login', {
      body: { username: 'secretary', password: 'guong-demo' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      user: {
        username: 'secretary',
        name: 'Trần Thị Lan',
        memberId: 'm.lan',
        homeUnitId: 'chi-bo-1',
        roles: ['member', 'secretary'],
        scopes: [{ unitId: 'chi-bo-1', name: 'Chi bộ thôn Một', level: 'cell', kind: 'cell' }],
      },
    });
    const token = String(answer.body['token']);
    const me = await anonymous.withToken(token).get('/auth/me');
    expect(me.body).toEqual(answer.body['user']);
  });

  const SCOPES: [string, string[], string[]][] = [
    ['member', ['member'], []],
    ['committee', ['member', 'committee'], ['subtree xa-b']],
    ['province', ['member', 'committee'], ['aggregate tinh-a']],
    ['inspector', ['inspector'], ['warrant xa-c']],
    ['auditor', ['auditor'], ['aggregate tinh-a']],
    ['admin', ['admin'], []],
  ];
  it.each(SCOPES)('knows what %s is', async (username, roles, scopes) => {
    const { body } = await HttpClient.signedIn(server, username).get('/auth/me');
    const given = body['scopes'] as { kind: string; unitId: string }[];
    expect(body['roles']).toEqual(roles);
    expect(given.map(({ kind, unitId }) => `${kind} ${unitId}`)).toEqual(scopes);
  });

  it.each([
    ['a wrong password', 'secretary', 'guong', 401, 'BAD_CREDENTIALS'],
    ['an unknown name', 'nobody', 'guong-demo', 401, 'BAD_CREDENTIALS'],
    ['no name', undefined, 'guong-demo', 400, 'INVALID_INPUT'],
    ['a number', 7, 'guong-demo', 400, 'INVALID_INPUT'],
    ['an endless password', 'secretary', 'x'.repeat(300), 400, 'INVALID_INPUT'],
  ])('refuses %s', async (_what, username, password, status, code) => {
    expect(await login(username, password)).toMatchObject({ status, body: { code } });
  });

  it('makes a guesser wait, also one with many guesses at once', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => login('auditor', `guess-${index}`)),
    );
    const limited = guesses.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(4);
    expect(limited[0]?.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await login('auditor', 'guong-demo')).status).toBe(429);
    expect((await login('admin', 'guong-demo')).status).toBe(200);
  });

  it('tells the sign-in page that this is a demonstration', async () => {
    expect((await anonymous.get('/auth/hint')).body).toEqual({ demo: true });
  });
});

describe('a request without the right token', () => {
  it.each([
    ['no token', undefined],
    ['another scheme', 'Basic bWVtYmVyOmd1b25nLWRlbW8='],
    ['something else', 'Bearer abc'],
    ['a token of 10 kB', `Bearer ${'a'.repeat(10_000)}`],
  ])('%s', async (_what, authorization) => {
    const answer = await anonymous.get('/auth/me', authorization ? { authorization } : {});
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('an expired token: the form is not lost, the code says why', async () => {
    const account = server.accounts.all().find(({ username }) => username === 'member')!;
    const { token } = server.app.get(TokenIssuer).issue(account, -1);
    const answer = await anonymous.withToken(token).command('/registration/m.khai-2026/submit', {});
    expect(answer).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
  });

  it('a token from before the password was changed', async () => {
    await server.accounts.put({ username: 'leaver', password: 'guong-demo', personId: 'm.tam' });
    const leaver = HttpClient.signedIn(server, 'leaver');
    expect((await leaver.get('/auth/me')).status).toBe(200);
    await server.accounts.put({ username: 'leaver', password: 'other', personId: 'm.tam' });
    expect((await leaver.get('/auth/me')).body).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('a token of an account that was closed', async () => {
    await server.accounts.put({ username: 'closed', password: 'guong-demo', personId: 'm.tam' });
    const closed = HttpClient.signedIn(server, 'closed');
    server.accounts.setDisabled('closed', true);
    expect((await closed.get('/auth/me')).status).toBe(401);
  });
});
