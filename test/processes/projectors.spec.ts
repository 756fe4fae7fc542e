import { describePostgres, inDatabase } from '#libs/read-models/testing';
import { agreement } from './agreement.js';
import { type Api, Deployment } from './deployment.js';
import { History } from './history.js';
import { ITEMS, shareAll, told, until } from './items.js';
import type { Projector } from './projector.process.js';
import { TcpLine } from './tcp-line.js';
import type { Writing } from './writing.js';

const SLOW_MS = 180_000;

describePostgres('projectors as processes of their own, while servers write', (given) => {
  const history = new History();
  let deployment: Deployment;
  let api: Api;
  let toLog: TcpLine;
  let toViews: TcpLine;
  /** Reaches log and database over lines that break. */
  let lined: Projector;
  let other: Projector;
  let writing: Writing;

  beforeAll(async () => {
    deployment = await Deployment.open({ viewsUrl: given.url });
    toLog = deployment.closing(await TcpLine.to(deployment.eventsUrl));
    toViews = deployment.closing(await TcpLine.to(deployment.viewsUrl));
    const ways = { eventsUrl: toLog.url, viewsUrl: toViews.url };
    const settings = { GUONG_EVENTS_DEADLINE_MS: '1000' };
    [lined, other, api] = await Promise.all([
      deployment.projector({ ...ways, settings }),
      deployment.projector(),
      deployment.api(),
    ]);
    await shareAll(lined, other);
    writing = deployment.writing('projectors', history, () => [api], 40);
  }, SLOW_MS);
  afterAll(() => deployment.close(), SLOW_MS);

  it(
    'a killed one: another takes over all it had, within a lease',
    async () => {
      await writing.more(20);
      const killedMs = performance.now();
      await other.process.kill();
      await until('all taken over', async () => (await lined.holds()) === ITEMS);
      told('killed, all leases taken over', killedMs);
      await shareAll(lined);
      await writing.more(20);
    },
    SLOW_MS,
  );

  it(
    'one that is stopped in order gives everything back before it is gone',
    async () => {
      other = await deployment.projector();
      await shareAll(lined, other);
      await writing.more(20);
      const { pid } = other.process;
      const stoppedMs = performance.now();
      expect(await other.process.stop()).toBe(0);
      const stays = await inDatabase(
        deployment.viewsUrl,
        `select item from lease where owner like '%:${pid}:%'`,
      );
      expect(stays).toEqual([]);
      told('stopped in order, gone', stoppedMs);
      await until('all taken over', async () => (await lined.holds()) === ITEMS);
      told('stopped in order, all leases taken over', stoppedMs);
    },
    SLOW_MS,
  );

  it(
    'one cut off from the database is unhealthy and has nothing, until the line is back',
    async () => {
      other = await deployment.projector();
      await shareAll(lined, other);
      await writing.more(20);
      const cutMs = performance.now();
      toViews.silence();
      await until('all taken over', async () => (await other.holds()) === ITEMS);
      told('cut off from the database, all leases taken over', cutMs);
      await until('it says so', async () => {
        const { isReady, held, failures } = await lined.health();
        return !isReady && held.length === 0 && failures.length > 0;
      });
      await writing.more(20);
      toViews.heal();
      await shareAll(lined, other);
      await until('it is well again', async () => (await lined.health()).isReady);
    },
    SLOW_MS,
  );

  it(
    'one cut off from the log is unhealthy, and leaves its work to others, until it is back',
    async () => {
      await writing.more(20);
      const cutMs = performance.now();
      toLog.silence();
      await until('it says so', async () => {
        const { isReady, failures } = await lined.health();
        return !isReady && failures.some((code) => code.startsWith('STORE_'));
      });
      told('cut off from the log, said so', cutMs);
      await until('all taken over', async () => (await other.holds()) === ITEMS);
      told('cut off from the log, all leases taken over', cutMs);
      await writing.more(20);
      toLog.heal();
      await shareAll(lined, other);
      await until('it is well again', async () => (await lined.health()).isReady);
    },
    SLOW_MS,
  );

  it(
    'no event was lost, none applied twice: all rows equal a rebuild',
    async () => {
      await writing.more(20);
      await writing.stop();
      const found = await agreement(deployment, history, [writing]);
      expect(found.problems).toEqual([]);
      expect(found.rows).toBeGreaterThan(200);
      expect(await other.metric('guong_worker_item')).toBeGreaterThan(0);
    },
    SLOW_MS,
  );

  it(
    'one that has nothing because nothing waits is healthy, and one that can begin nothing is not',
    async () => {
      await Promise.all([lined.process.stop(), other.process.stop()]);
      // Somebody else has everything, for as long as this test takes.
      await inDatabase(
        deployment.viewsUrl,
        `update lease set owner = 'elsewhere', expires = clock_timestamp() + interval '1 hour';
         insert into worker values ('elsewhere', clock_timestamp(),
           clock_timestamp() + interval '1 hour', 2000, '{}')`,
      );
      const idle = await deployment.projector();
      const looked = `select id from worker where id like '%:${idle.process.pid}:%'`;
      await until('it has looked', async () => {
        return (await inDatabase(deployment.viewsUrl, looked)).length === 1;
      });
      expect(await idle.health()).toMatchObject({ isReady: true, held: [], waiting: [] });
      // Now everything is free, and whoever takes something is refused.
      await inDatabase(
        deployment.viewsUrl,
        `create function refuse() returns trigger language plpgsql as $$
           begin raise exception 'refused' using errcode = '42501'; end $$;
         create trigger refuse before update on lease for each row
           when (new.owner is not null) execute function refuse();
         delete from worker where id = 'elsewhere';
         update lease set owner = null, expires = clock_timestamp()`,
      );
      await until('it says so', async () => {
        const { isReady, down, waiting, failures } = await idle.health();
        const says = down.includes('share') && failures.includes('42501');
        return !isReady && says && waiting.length === ITEMS;
      });
      await inDatabase(deployment.viewsUrl, 'drop trigger refuse on lease');
      await shareAll(idle);
      await until('it is well again', async () => (await idle.health()).isReady);
    },
    SLOW_MS,
  );
});
