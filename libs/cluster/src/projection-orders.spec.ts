import { describePostgres } from '#libs/read-models/testing';
import { type ClusterDatabase, openClusterDatabase } from './cluster-database.js';
import { answerOrders, type OrderKind, projectionOrders } from './projection-orders.js';
import { memoryNotifications } from './testing/memory-notifications.js';

describePostgres('orders to whoever keeps a projection', (given) => {
  let database: ClusterDatabase;
  let carriedOut: string[];
  const closing: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await openClusterDatabase({ url: given.url });
  });
  afterAll(() => database.close());
  beforeEach(() => {
    carriedOut = [];
  });
  afterEach(async () => {
    for (const each of closing.splice(0)) await each.close();
  });

  /** A process that keeps these; `answer` is what it comes to. */
  const keeper = (who: string, owned: string[], answer: () => Promise<boolean>): void => {
    const order = (kind: OrderKind) => (name: string) => {
      carriedOut.push(`${who} ${kind} ${name}`);
      return answer();
    };
    const control = {
      resume: order('resume'),
      rebuild: order('rebuild'),
      cancelRebuild: order('cancelRebuild'),
    };
    const notifications = memoryNotifications();
    closing.push(
      answerOrders({ database, notifications, control, owned: () => owned, everyMs: 10 }),
    );
  };
  const untaken = async (): Promise<unknown> =>
    (await database.pool.query('select count(*) from projection_order where taken is null'))
      .rows[0];

  it('are carried out once, by the one that keeps it', async () => {
    keeper('w1', ['a'], async () => true);
    keeper('w2', ['b'], async () => false);
    keeper('w3', ['b'], async () => false);
    const orders = projectionOrders(database);
    expect(await Promise.all([orders.ask('resume', 'a'), orders.ask('rebuild', 'b')])).toEqual([
      true,
      false,
    ]);
    expect(carriedOut.map((line) => line.slice(3)).sort()).toEqual(['rebuild b', 'resume a']);
  });

  it('say that the owner failed', async () => {
    keeper('w1', ['a'], () => Promise.reject(new Error('no')));
    await expect(projectionOrders(database).ask('rebuild', 'a')).rejects.toMatchObject({
      code: 'ORDER_FAILED',
      projection: 'a',
    });
  });

  it('are withdrawn when nobody takes them, and carried out by nobody later', async () => {
    await expect(projectionOrders(database, 100).ask('rebuild', 'a')).rejects.toMatchObject({
      code: 'ORDER_UNTAKEN',
    });
    expect(await untaken()).toEqual({ count: 0 });
  });

  it('say so when one was taken and not answered in time', async () => {
    let answer: (is: boolean) => void = () => undefined;
    keeper('w1', ['a'], () => new Promise((resolve) => (answer = resolve)));
    await expect(projectionOrders(database, 300).ask('rebuild', 'a')).rejects.toMatchObject({
      code: 'ORDER_UNANSWERED',
    });
    answer(true);
  });

  it('are too old after a minute', async () => {
    await database.pool.query(
      `insert into projection_order (projection, kind, asked)
        values ('a', 'rebuild', clock_timestamp() - interval '2 minutes')`,
    );
    keeper('w1', ['a'], async () => true);
    expect(await projectionOrders(database).ask('resume', 'a')).toBe(true);
    expect(carriedOut).toEqual(['w1 resume a']);
  });
});
