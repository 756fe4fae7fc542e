import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { START } from '#libs/event-store';
import { openAccounts } from '#libs/platform';
import { describePostgres } from '#libs/read-models/testing';
import { HttpClient } from './testing/http-client.js';
import { FORM } from './testing/registration-form.js';
import { DEMO_PASSWORD } from './testing/small-seed.js';
import { clockOfMarch, type TestApi } from './testing/start-server.js';
import {
  type StartTwo,
  type Two,
  twoOfCluster,
  twoOverOneFolder,
} from './testing/two-servers.fixtures.js';

/** Passwords are hashed, and many other tests run. */
const LONG_MS = 60_000;
const patiently = (name: string, test: () => Promise<void>): void => it(name, test, LONG_MS);

const SUBMIT = '/registration/m.khai-2026/submit';
const ENDORSE = '/registration/m.khai-2026/endorse';

/** What two servers do that share log, views and accounts and nothing in memory. */
function behaviourOfTwo(start: StartTwo): () => Two {
  const running = clockOfMarch();
  let skippedMs = 0;
  let started: Two | undefined;
  const two = (): Two => {
    if (started === undefined) throw new Error('nothing was started');
    return started;
  };
  let one: TestApi;
  let other: TestApi;

  beforeAll(async () => {
    started = await start(() => running() + skippedMs);
    ({ one, other } = started);
  }, 2 * LONG_MS);
  afterAll(() => started?.close(), LONG_MS);

  /** Signs in at one server with the password, as people do. */
  const tokenAt = async (api: TestApi, username: string, password = DEMO_PASSWORD) => {
    const login = { username, password };
    const path = '/api/v1/auth/login';
    const answer = await HttpClient.anonymous(api).send('POST', path, { body: login });
    return { status: answer.status, token: String(answer.body['token']) };
  };
  const clientAt = (api: TestApi, token: string): HttpClient =>
    HttpClient.anonymous(api).withToken(token);

  patiently('let in at the other who signed in at one', async () => {
    const { token } = await tokenAt(one, 'member');
    const answer = await clientAt(other, token).get('/auth/me');
    expect(answer).toMatchObject({ status: 200, body: { memberId: 'm.khai' } });
  });

  patiently(
    'show at the other what was written at one, in views and in the record itself',
    async () => {
      const { token } = await tokenAt(one, 'member');
      const { token: secretary } = await tokenAt(other, 'secretary');
      const { body } = await clientAt(one, token).command(SUBMIT, FORM);
      const after = `after=${String(body['position'])}`;
      const record = await clientAt(other, token).get(`/registration/m.khai-2026?${after}`);
      expect(record).toMatchObject({ status: 200, body: { revision: body['revision'] } });
      const path = `/units/chi-bo-1/registrations?period=2026&${after}`;
      const list = await clientAt(other, secretary).get(path);
      expect(JSON.stringify(list.body)).toMatch(/"m\.khai"[^}]*"submitted"/);
    },
  );

  patiently('answer a command sent again at the other as at first', async () => {
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

  patiently('accept one of two commands given to both at the same moment', async () => {
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
    const { events } = await two().store.readAll(START, { limit: 10_000 });
    const meetings = events.filter(({ stream }) => stream.includes('chi-bo-1-20260305'));
    expect(meetings.map(({ revision }) => revision)).toEqual([...meetings.keys()]);
  });

  patiently('go on at the other with a list begun at one', async () => {
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

  patiently('tell at the other of what was written at one, once it shows', async () => {
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

  patiently('leave one log of who read under a warrant, wherever it was', async () => {
    const { token } = await tokenAt(one, 'inspector');
    for (const api of [one, other])
      expect((await clientAt(api, token).get('/members/m.sau')).status).toBe(200);
    const { events } = await two().store.readAll(START, { limit: 10_000 });
    const readings = events.filter(({ workflow }) => workflow === 'access-log');
    expect(readings.length).toBeGreaterThanOrEqual(2);
    expect(new Set(readings.map(({ stream }) => stream)).size).toBe(1);
  });

  patiently(
    'shut out at the other, within two seconds, whose password was changed at one',
    async () => {
      await two().accounts[0].put({
        username: 'leaver',
        password: 'before-before',
        personId: 'm.tam',
      });
      const { token } = await tokenAt(other, 'leaver', 'before-before');
      expect((await clientAt(other, token).get('/auth/me')).status).toBe(200);
      await two().accounts[0].put({
        username: 'leaver',
        password: 'afterwards',
        personId: 'm.tam',
      });
      skippedMs += 2_000;
      expect((await clientAt(other, token).get('/auth/me')).status).toBe(401);
      expect((await tokenAt(other, 'leaver', 'before-before')).status).toBe(401);
      const { token: later } = await tokenAt(other, 'leaver', 'afterwards');
      await two().accounts[0].setDisabled('leaver', true);
      skippedMs += 2_000;
      expect((await clientAt(other, later).get('/auth/me')).status).toBe(401);
    },
  );
  return two;
}

describe('two servers over one folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guong-two-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  behaviourOfTwo(twoOverOneFolder((clock) => openAccounts({ folder }, clock)));
});

describePostgres('two servers with accounts in a database', (database) => {
  // One block more, so that both are closed before the database goes.
  describe('over one folder', () => {
    behaviourOfTwo(twoOverOneFolder((clock) => openAccounts({ viewsUrl: database.url }, clock)));
  });
});

describePostgres('two servers of a cluster', (database) => {
  describe('as the product opens them', () => {
    const opened = behaviourOfTwo(twoOfCluster(() => database.url));

    it('refuse for a moment, and go on, when the database has restarted', async () => {
      const { one, accounts } = opened();
      await accounts[0].put({ username: 'stays', password: 'stays-stays', personId: 'm.lan' });
      const path = '/api/v1/auth/login';
      const body = { username: 'stays', password: 'stays-stays' };
      const signIn = await HttpClient.anonymous(one).send('POST', path, { body });
      const client = HttpClient.anonymous(one).withToken(String(signIn.body['token']));
      const breaker = new Client({ connectionString: database.url });
      await breaker.connect();
      const statuses: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const asked = Array.from({ length: 20 }, () => client.get('/units/chi-bo-1'));
        await breaker.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`);
        for (const { status } of await Promise.all(asked)) statuses.push(status);
      }
      await breaker.end();
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      const command = () =>
        client.command('/meeting/chi-bo-1-20260309/schedule', {
          ...{ kind: 'regular', on: '2026-03-09', startsAt: '08:00', place: 'Nhà văn hóa' },
          agenda: [{ key: 'k1', kind: 'work', title: 'Việc tháng' }],
        });
      let answer = await command();
      while (answer.status === 503) answer = await command();
      expect(answer.status).toBe(200);
      const after = `after=${String(answer.body['position'])}`;
      let shown = await client.get(`/units/chi-bo-1?${after}`);
      while (shown.status === 503) shown = await client.get(`/units/chi-bo-1?${after}`);
      expect(shown.status).toBe(200);
    }, 60_000);
  });
});
