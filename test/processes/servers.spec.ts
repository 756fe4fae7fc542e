import { describePostgres } from '#libs/read-models/testing';
import { agreement } from './agreement.js';
import { type Api, Deployment } from './deployment.js';
import { History } from './history.js';
import { shareAll, told, until } from './items.js';
import { liveOf } from './live-reader.js';
import type { Projector } from './projector.process.js';
import { asked, type Writing } from './writing.js';

const SLOW_MS = 180_000;
const MANY = 20;
const YEAR = new Date().getUTCFullYear();
const AREAS = ['ideology', 'ethics', 'criticism', 'people', 'duty', 'discipline', 'unity'];
/** What every rule pack accepts. */
const FORM = {
  deeds: ['Giải quyết hồ sơ đúng hẹn', 'Giúp hai hộ thoát nghèo'].map((content, index) => ({
    ...{ area: ['duty', 'people'][index], content, measure: 'số việc', target: '2' },
    ...{ deadline: `${YEAR}-12-31`, evidence: 'report' },
  })),
  areas: AREAS.map((area) => ({ area, text: 'Thực hiện nghiêm túc' })),
};

describePostgres('servers as processes of their own, under load', (given) => {
  const history = new History();
  let deployment: Deployment;
  let projector: Projector;
  let one: Api;
  let other: Api;
  /** Those that clients send to. */
  let servers: Api[];
  let writing: Writing;

  beforeAll(async () => {
    deployment = await Deployment.open({ viewsUrl: given.url });
    const settings = { GUONG_EVENTS_DEADLINE_MS: '1000' };
    [projector, one, other] = await Promise.all([
      deployment.projector({ settings }),
      deployment.api({ settings }),
      deployment.api({ settings }),
    ]);
    await shareAll(projector);
    servers = [one, other];
    writing = deployment.writing('servers', history, () => servers);
    await writing.more(MANY);
  }, SLOW_MS);
  afterAll(() => deployment.close(), SLOW_MS);

  const get = (api: Api, path: string, token: string): Promise<[number, string]> =>
    asked(`${api.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  const pids = (): number[] => [one, other, projector].map((each) => each.process.pid);

  it(
    'show at one, after a position, what was written at the other',
    async () => {
      const { secretary, guest } = deployment.city;
      const [written, answer] = await asked(
        `${one.url}/api/v1/registration/${guest.member}-${YEAR}/submit`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${guest.token}`,
            'idempotency-key': 'submitted-by-guest',
          },
          body: JSON.stringify(FORM),
        },
      );
      expect([written, answer]).toEqual([200, expect.any(String)]);
      const { position } = JSON.parse(answer) as { position: string };
      const path = `/units/cell/registrations?period=${YEAR}&after=${position}`;
      const [status, text] = await get(other, path, secretary.token);
      expect(status).toBe(200);
      expect(text).toMatch(new RegExp(`"${guest.member}"[^}]*"submitted"`));
    },
    SLOW_MS,
  );

  it(
    'tell at one of what was written through the other, once it shows',
    async () => {
      const live = await liveOf(other.url, deployment.city.secretary.token);
      servers = [one];
      await writing.more(MANY);
      const { position } = writing.acknowledged.at(-1)!;
      await until('told', () => live.position >= position && live.units.has('cell'));
      live.close();
      servers = [one, other];
    },
    SLOW_MS,
  );

  it(
    'lose no answer of the log, and repeat nothing, whatever the log says meanwhile',
    async () => {
      const { door } = deployment;
      const before = pids();
      for (const fault of [
        { kind: 'dropReply', how: 'broken', times: 5 },
        { kind: 'dropReply', how: 'silent', times: 3 },
        { kind: 'timeout', committed: true, times: 3 },
        { kind: 'notReady', times: 10 },
        { kind: 'notLeader', times: 10 },
        { kind: 'tooBusy', times: 5 },
      ] as const) {
        await door.raise(fault);
        await until(`${fault.kind} used up`, async () => (await door.faultsInForce()) === 0);
        await writing.more(MANY);
      }
      await door.stop();
      await until('unwell', async () => !(await projector.health()).isReady);
      await door.start();
      await writing.more(MANY);
      await door.restart();
      await writing.more(MANY);
      await until('well again', async () => (await projector.health()).isReady);
      expect(pids()).toEqual(before);
      expect([one, other, projector].some((each) => each.process.isOver)).toBe(false);
    },
    SLOW_MS,
  );

  it(
    'one that is killed: its commands are repeated at the other, each has one outcome',
    async () => {
      await writing.more(MANY);
      await one.process.kill();
      await writing.more(MANY);
      one = await deployment.api();
      servers = [one, other];
      await writing.more(MANY);
    },
    SLOW_MS,
  );

  it(
    'one that is stopped in order keeps what it answered and ends well',
    async () => {
      const stopping = other.process.stop();
      await writing.more(MANY);
      expect(await stopping).toBe(0);
      other = await deployment.api();
      servers = [one, other];
      await writing.more(MANY);
    },
    SLOW_MS,
  );

  it(
    'agree with the log: each key one outcome, streams without a gap, rows equal a rebuild',
    async () => {
      await writing.stop();
      const { problems, rows } = await agreement(deployment, history, [writing]);
      expect(problems).toEqual([]);
      expect(rows).toBeGreaterThan(100);
      expect(history.count('unknown')).toBeGreaterThan(0);
    },
    SLOW_MS,
  );

  it(
    'count at one what was taken away at the other: an account, an office',
    async () => {
      const { writers, secretary } = deployment.city;
      const leaver = writers.at(-1)!;
      for (const api of [one, other])
        expect((await get(api, '/auth/me', leaver.token))[0]).toBe(200);
      await deployment.accounts.setDisabled(leaver.member, true);
      const closedMs = performance.now();
      for (const api of [one, other])
        await until('shut out', async () => (await get(api, '/auth/me', leaver.token))[0] === 401);
      told('account closed, shut out everywhere', closedMs);

      const list = `/units/cell/registrations?period=${YEAR}`;
      for (const api of [one, other]) expect((await get(api, list, secretary.token))[0]).toBe(200);
      await deployment.city.endOffice();
      const endedMs = performance.now();
      for (const api of [one, other])
        await until('refused', async () => (await get(api, list, secretary.token))[0] === 403);
      told('office ended, refused everywhere', endedMs);
    },
    SLOW_MS,
  );
});
