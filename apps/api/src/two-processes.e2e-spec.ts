import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, type Product, productEngine } from '#libs/assembly';
import { START } from '#libs/event-store';
import { type AccountStore, openAccounts } from '#libs/platform';
import { describePostgres } from '#libs/read-models/testing';
import { accountWarrants } from './access/account-warrants.js';
import { HttpClient } from './testing/http-client.js';
import { FORM } from './testing/registration-form.js';
import { DEMO_PASSWORD, seedSmall } from './testing/small-seed.js';
import { clockOfMarch, startOver, type TestApi } from './testing/start-server.js';

/** Opens the accounts of a test once more, as one more process does. */
type OpenAccounts = (clock: () => number) => Promise<AccountStore>;

const SUBMIT = '/registration/m.khai-2026/submit';
const ENDORSE = '/registration/m.khai-2026/endorse';

/**
 * Two servers that share log, views and accounts and nothing in memory: engine, copies of accounts,
 * live streams and recorders are each one's own.
 */
function behaviourOfTwo(openAccountsHere: () => OpenAccounts): void {
  const folder = mkdtempSync(join(tmpdir(), 'guong-two-'));
  const running = clockOfMarch();
  let skippedMs = 0;
  const clock = (): number => running() + skippedMs;
  const closing: (() => unknown)[] = [];
  let one: TestApi;
  let other: TestApi;
  let product: Product;
  const accounts: AccountStore[] = [];

  beforeAll(async () => {
    const open = openAccountsHere();
    for (let process = 0; process < 2; process += 1) accounts.push(await open(clock));
    const warrants = accountWarrants(accounts[0]!);
    const guong = await openEmbedded({ folder, clock, warrants });
    closing.push(() => guong.close());
    await guong.start();
    await seedSmall(guong, accounts[0]!);
    product = guong;
    const { store, views, projections, standing } = guong;
    // What a second process has: an engine of its own that is never sure to know everything.
    const elsewhere: Product = {
      ...{ store, views, projections, standing },
      engine: productEngine({
        ...{ store, clock },
        warrants: accountWarrants(accounts[1]!),
        isFresh: () => false,
      }),
      start: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    one = await startOver({ product, accounts: accounts[0]!, clock });
    closing.push(() => one.close());
    other = await startOver({ product: elsewhere, accounts: accounts[1]!, clock });
    closing.push(() => other.close());
  }, 60_000);
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
    for (const store of accounts) await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Signs in at one server with the password, as people do. */
  const tokenAt = async (api: TestApi, username: string, password = DEMO_PASSWORD) => {
    const login = { username, password };
    const path = '/api/v1/auth/login';
    const answer = await HttpClient.anonymous(api).send('POST', path, { body: login });
    return { status: answer.status, token: String(answer.body['token']) };
  };
  const clientAt = (api: TestApi, token: string): HttpClient =>
    HttpClient.anonymous(api).withToken(token);

  it('let in at the other who signed in at one', async () => {
    const { token } = await tokenAt(one, 'member');
    const answer = await clientAt(other, token).get('/auth/me');
    expect(answer).toMatchObject({ status: 200, body: { memberId: 'm.khai' } });
  });

  it('show at the other what was written at one, in views and in the record itself', async () => {
    const { token } = await tokenAt(one, 'member');
    const { token: secretary } = await tokenAt(other, 'secretary');
    const { body } = await clientAt(one, token).command(SUBMIT, FORM);
    const after = `after=${String(body['position'])}`;
    const record = await clientAt(other, token).get(`/registration/m.khai-2026?${after}`);
    expect(record).toMatchObject({ status: 200, body: { revision: body['revision'] } });
    const path = `/units/chi-bo-1/registrations?period=2026&${after}`;
    const list = await clientAt(other, secretary).get(path);
    expect(JSON.stringify(list.body)).toMatch(/"m\.khai"[^}]*"submitted"/);
  });

  it('answer a command sent again at the other as at first', async () => {
    const { token } = await tokenAt(one, 'secretary');
    const key = { 'idempotency-key': 'endorse-of-khai-2026' };
    const [first, second] = [
      await clientAt(one, token).command(ENDORSE, {}, key),
      await clientAt(other, token).command(ENDORSE, {}, key),
    ];
    expect(first).toMatchObject({ status: 200, body: { repeated: false } });
    expect(second).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
    const others = await clientAt(other, token).command(ENDORSE, {});
    expect(others.status).toBe(422);
  });

  it('accept one of two commands given to both at the same moment', async () => {
    const { token } = await tokenAt(one, 'secretary');
    const call = { kind: 'regular', on: '2026-03-05', startsAt: '08:00', place: 'Nhà văn hóa' };
    const agenda = [{ key: 'k1', kind: 'work', title: 'Việc tháng' }];
    const path = '/meeting/chi-bo-1-20260305/schedule';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clientAt(index % 2 === 0 ? one : other, token).command(path, { ...call, agenda }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { events } = await product.store.readAll(START, { limit: 10_000 });
    const meetings = events.filter(({ stream }) => stream.includes('chi-bo-1-20260305'));
    expect(meetings.map(({ revision }) => revision)).toEqual([...meetings.keys()]);
  });

  it('go on at the other with a list begun at one', async () => {
    const { token } = await tokenAt(one, 'secretary');
    const first = await clientAt(one, token).get<{ items: object[]; next: string | null }>(
      '/me/inbox?size=1',
    );
    expect(first).toMatchObject({ status: 200 });
    const page = first.body.next;
    if (page === null) throw new Error('there is one page only: nothing is shown by this');
    const rest = await clientAt(other, token).get<{ items: object[] }>(`/me/inbox?page=${page}`);
    expect(rest.status).toBe(200);
    const same = await clientAt(one, token).get<{ items: object[] }>(`/me/inbox?page=${page}`);
    expect(rest.body.items).toEqual(same.body.items);
    expect(rest.body.items.length).toBeGreaterThan(0);
  });

  it('tell at the other of what was written at one, once it shows', async () => {
    const { token } = await tokenAt(one, 'secretary');
    const stopping = new AbortController();
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const init = { headers, signal: stopping.signal };
    const response = await fetch(`${other.url}/api/v1/live`, init);
    const call = { kind: 'regular', on: '2026-03-06', startsAt: '08:00', place: 'Nhà văn hóa' };
    const agenda = [{ key: 'k1', kind: 'work', title: 'Việc tháng' }];
    const path = '/meeting/chi-bo-1-20260306/schedule';
    const { body } = await clientAt(one, token).command(path, { ...call, agenda });
    let told = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      told += chunk;
      const positions = [...told.matchAll(/"position":"([^"]+)"/g)].map(([, at = '']) => at);
      if (positions.some((at) => at >= String(body['position']))) break;
    }
    expect(told).toContain('chi-bo-1');
    stopping.abort();
  });

  it('leave one log of who read under a warrant, wherever it was', async () => {
    const { token } = await tokenAt(one, 'inspector');
    for (const api of [one, other])
      expect((await clientAt(api, token).get('/members/m.sau')).status).toBe(200);
    const { events } = await product.store.readAll(START, { limit: 10_000 });
    const readings = events.filter(({ workflow }) => workflow === 'access-log');
    expect(readings.length).toBeGreaterThanOrEqual(2);
    expect(new Set(readings.map(({ stream }) => stream)).size).toBe(1);
  });

  it('shut out at the other, within two seconds, whose password was changed at one', async () => {
    await accounts[0]!.put({ username: 'leaver', password: 'before-before', personId: 'm.tam' });
    const { token } = await tokenAt(other, 'leaver', 'before-before');
    expect((await clientAt(other, token).get('/auth/me')).status).toBe(200);
    await accounts[0]!.put({ username: 'leaver', password: 'afterwards', personId: 'm.tam' });
    skippedMs += 2_000;
    expect((await clientAt(other, token).get('/auth/me')).status).toBe(401);
    expect((await tokenAt(other, 'leaver', 'before-before')).status).toBe(401);
    const { token: later } = await tokenAt(other, 'leaver', 'afterwards');
    await accounts[0]!.setDisabled('leaver', true);
    skippedMs += 2_000;
    expect((await clientAt(other, later).get('/auth/me')).status).toBe(401);
  });
}

describe('two servers over one folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guong-two-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  behaviourOfTwo(() => (clock) => openAccounts({ folder }, clock));
});

describePostgres('two servers with accounts in a database', (database) => {
  const open: OpenAccounts = (clock) => openAccounts({ viewsUrl: database.url }, clock);
  behaviourOfTwo(() => open);

  it('count wrong passwords together', async () => {
    const [one, other] = [await open(Date.now), await open(Date.now)];
    const waits = [];
    for (let count = 0; count < 10; count += 1)
      waits.push(await (count % 2 === 0 ? one : other).limit.attempt('x', '10.0.0.9'));
    expect(waits.map((wait) => wait === 0)).toEqual([
      ...Array<boolean>(8).fill(true),
      false,
      false,
    ]);
    await one.close();
    await other.close();
  });
});
