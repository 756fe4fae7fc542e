import { describePostgres } from '#libs/read-models/testing';
import { agreement } from './agreement.js';
import { type Api, Deployment } from './deployment.js';
import { History } from './history.js';
import { ITEMS, shareAll, told, until } from './items.js';
import { type Place, placesOfWriters } from './postgres-places.js';
import type { Projector } from './projector.process.js';
import { TcpLine } from './tcp-line.js';
import type { Writing } from './writing.js';

const SLOW_MS = 180_000;

describePostgres('a projector that is paused past its lease, and goes on', (given) => {
  const history = new History();
  let deployment: Deployment;
  let api: Api;
  let line: TcpLine;
  let paused: Projector;
  let successor: Projector;
  let writing: Writing;
  let place: Place = 'begin';

  beforeAll(async () => {
    deployment = await Deployment.open({ viewsUrl: given.url });
    line = await TcpLine.to(
      deployment.viewsUrl,
      placesOfWriters(() => place),
    );
    deployment.closing(line);
    [paused, successor, api] = await Promise.all([
      deployment.projector({ viewsUrl: line.url }),
      deployment.projector(),
      deployment.api(),
    ]);
    await shareAll(paused, successor);
    writing = deployment.writing('paused', history, () => [api], 40);
  }, SLOW_MS);
  afterAll(() => deployment.close(), SLOW_MS);

  /** Stands still at this place of a transaction until the other one has everything. */
  const pauseAt = async (where: Place): Promise<void> => {
    place = where;
    await line.stopAtPlace();
    paused.process.pause();
    const pausedMs = performance.now();
    await until('all taken over', async () => (await successor.holds()) === ITEMS);
    told(`paused at ${where}, all leases taken over`, pausedMs);
    await shareAll(successor);
    await writing.more(20);
  };

  it(
    'what it was about to store is refused or given up, and it counts that',
    async () => {
      await writing.more(20);
      const signs = async (): Promise<number> =>
        (await paused.metric('guong_worker_writes_refused')) +
        (await paused.metric('guong_worker_leases_ended'));
      const before = await signs();
      await pauseAt('begin');
      // What it had sent arrives now. Whether it hears the refusal first or its own clock, which
      // tells that lease and patience are over, is chance; that it stores nothing is not.
      line.letPass();
      paused.process.resume();
      await until('it has noticed', async () => (await signs()) > before);
      await shareAll(paused, successor);
    },
    SLOW_MS,
  );

  it(
    'a transaction in which it stands still is ended, and nothing of it stays',
    async () => {
      await writing.more(20);
      const before = await paused.metric('guong_worker_leases_ended');
      // The successor can write only once the database has ended the transaction.
      await pauseAt('commit');
      line.letPass();
      paused.process.resume();
      await until(
        'it has noticed',
        async () => (await paused.metric('guong_worker_leases_ended')) > before,
      );
      await shareAll(paused, successor);
    },
    SLOW_MS,
  );

  it(
    'no event was lost, none applied twice: all rows equal a rebuild',
    async () => {
      await writing.more(20);
      await writing.stop();
      const { problems, rows } = await agreement(deployment, history, [writing]);
      expect(problems).toEqual([]);
      expect(rows).toBeGreaterThan(100);
    },
    SLOW_MS,
  );
});
