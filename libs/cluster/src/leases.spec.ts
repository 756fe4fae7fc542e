import { describePostgres } from '#libs/read-models/testing';
import { type ClusterDatabase, openClusterDatabase } from './cluster-database.js';
import { postgresLeases } from './postgres-leases.js';
import { leaseTableContract } from './testing/lease-table.contract.js';
import { memoryLeases } from './testing/memory-leases.js';

const LEASE_MS = 60_000;

leaseTableContract('memory', async () => {
  let nowMs = 0;
  return {
    table: memoryLeases({ leaseMs: LEASE_MS, nowMs: () => nowMs }),
    pass: async (ms) => void (nowMs += ms),
  };
});

describePostgres('leases', (given) => {
  let database: ClusterDatabase;
  beforeAll(async () => {
    database = await openClusterDatabase({ url: given.url });
  });
  afterAll(() => database.close());

  leaseTableContract('PostgreSQL', async () => {
    await database.pool.query('truncate lease, worker');
    return {
      table: postgresLeases(database, LEASE_MS),
      // Instead of waiting, everything that was written becomes older.
      async pass(ms) {
        const earlier = `- ${ms} * interval '1 ms'`;
        await database.pool.query(
          `update lease set expires = expires ${earlier}, since = since ${earlier};
           update worker set seen = seen ${earlier}`,
        );
      },
    };
  });

  it('are made once, by however many processes open them at the same time', async () => {
    await database.pool.query('drop table lease, worker, reactor_checkpoint, projection_order');
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openClusterDatabase({ url: given.url })),
    );
    for (const each of opened) await each.close();
    const { rows } = await database.pool.query('select count(*) from lease');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('say so when the database cannot be reached', async () => {
    const url = new URL(given.url);
    url.port = '1';
    await expect(openClusterDatabase({ url: url.href, patienceMs: 500 })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});
