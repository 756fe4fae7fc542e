import { describePostgres, type OwnServer, startPostgres } from '#libs/read-models/testing';
import { agreement } from './agreement.js';
import { type Api, Deployment } from './deployment.js';
import { History } from './history.js';
import { shareAll, told, until } from './items.js';
import type { Projector } from './projector.process.js';
import type { Writing } from './writing.js';

const SLOW_MS = 180_000;
const MANY = 20;

describePostgres('PostgreSQL restarted under load', () => {
  const history = new History();
  /** Its own: all other tests share one. */
  let server: OwnServer;
  let deployment: Deployment;
  let projectors: [Projector, Projector];
  let api: Api;
  let writing: Writing;

  beforeAll(async () => {
    server = await startPostgres();
    const { url } = await server.createDatabase();
    deployment = await Deployment.open({ viewsUrl: url });
    const [one, other, opened] = await Promise.all([
      deployment.projector(),
      deployment.projector(),
      deployment.api(),
    ]);
    [projectors, api] = [[one, other], opened];
    await shareAll(...projectors);
    writing = deployment.writing('restarts', history, () => [api], 40);
  }, SLOW_MS);
  afterAll(async () => {
    await deployment.close();
    await server.stop();
  }, SLOW_MS);

  it(
    'all processes say so, none ends, and all go on by themselves',
    async () => {
      await writing.more(MANY);
      await server.goAway();
      await until('unwell', async () =>
        (await Promise.all(projectors.map((each) => each.health()))).every(
          ({ isReady, failures }) => !isReady && failures.length > 0,
        ),
      );
      const answer = await fetch(`${api.url}/health/ready`);
      expect(answer.status).toBe(503);
      await server.comeBack();
      const backMs = performance.now();
      await shareAll(...projectors);
      told('database back, everything held and at work', backMs);
      await writing.more(MANY);
      await until('well again', async () =>
        (await Promise.all(projectors.map((each) => each.health()))).every(
          ({ isReady }) => isReady,
        ),
      );
      expect([...projectors, api].some((each) => each.process.isOver)).toBe(false);
    },
    SLOW_MS,
  );

  it(
    'no event was lost, none applied twice: all rows equal a rebuild',
    async () => {
      await writing.stop();
      const { problems, rows } = await agreement(deployment, history, [writing]);
      expect(problems).toEqual([]);
      expect(rows).toBeGreaterThan(100);
      await until('api well again', async () => (await fetch(`${api.url}/health/ready`)).ok);
    },
    SLOW_MS,
  );
});
