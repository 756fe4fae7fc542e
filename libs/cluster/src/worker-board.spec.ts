import { CheckpointRefused, CheckpointsUnavailable } from '#libs/engine';
import { type Position, START } from '#libs/event-store';
import { describePostgres } from '#libs/read-models/testing';
import { type ClusterDatabase, openClusterDatabase } from './cluster-database.js';
import { postgresCheckpoints } from './postgres-checkpoints.js';
import { postgresLeases } from './postgres-leases.js';
import { type WorkerBoard, workerBoard } from './worker-board.js';

const LEASE_MS = 60_000;
const AT = '00000042' as Position;

describePostgres('workers', (given) => {
  let database: ClusterDatabase;
  let board: WorkerBoard;

  beforeAll(async () => {
    database = await openClusterDatabase({ url: given.url });
    board = workerBoard(database);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query('truncate lease, worker, reactor_checkpoint');
  });
  const older = (ms: number): Promise<unknown> =>
    database.pool.query(
      `update lease set expires = expires - ${ms} * interval '1 ms';
       update worker set seen = seen - ${ms} * interval '1 ms'`,
    );

  describe('the board', () => {
    it('shows reactors and timers as their owner says, wherever it is asked', async () => {
      const table = postgresLeases(database, LEASE_MS);
      await table.register(['reactor:award', 'timers']);
      const parked = { name: 'award', kind: 'parked', position: AT, codes: ['X'] } as const;
      const timers = { kind: 'running', fired: 3, moot: 1, parked: [] } as const;
      const held = await table.acquire('w1', ['reactor:award', 'timers']);
      await table.beat('w1', held, { reactors: [parked], timers });
      await table.beat('w2', [], { reactors: [{ ...parked, kind: 'stopped' }] });
      expect(await board.reactors(['award'])).toEqual([parked]);
      expect(await board.timers()).toEqual(timers);
      const { workers, items } = await board.read();
      expect(workers.map(({ worker, isAlive }) => [worker, isAlive])).toEqual([
        ['w1', true],
        ['w2', true],
      ]);
      expect(items.map(({ item, owner }) => [item, owner])).toEqual([
        ['reactor:award', 'w1'],
        ['timers', 'w1'],
      ]);
    });

    it('counts work as running for a lease while it passes on, then as stopped', async () => {
      const table = postgresLeases(database, LEASE_MS);
      await table.register(['reactor:award', 'timers']);
      const held = await table.acquire('w1', ['reactor:award', 'timers']);
      await postgresCheckpoints(database, () => 1).save('award', { position: AT, state: {} });
      await table.beat('w1', held, {});
      await older(LEASE_MS + 1_000);
      const kinds = async (): Promise<string[]> => [
        ...(await board.reactors(['award'])).map(({ kind }) => kind),
        (await board.timers()).kind,
      ];
      expect(await kinds()).toEqual(['running', 'running']);
      await older(LEASE_MS + 1_000);
      expect(await kinds()).toEqual(['stopped', 'stopped']);
      expect((await board.read()).items.map(({ isUnowned }) => isUnowned)).toEqual([true, true]);
      expect(await board.reactors(['award', 'unheard'])).toEqual([
        { name: 'award', kind: 'stopped', position: AT },
        { name: 'unheard', kind: 'stopped', position: START },
      ]);
    });
  });

  describe('checkpoints of reactors', () => {
    const runBy = (token: number | undefined) => postgresCheckpoints(database, () => token);

    it('give back what was saved', async () => {
      expect(await runBy(1).load('award')).toBeUndefined();
      const checkpoint = { position: AT, state: { tên: 'Đoàn', list: [3, null] } };
      await runBy(1).save('award', checkpoint);
      expect(await runBy(1).load('award')).toEqual(checkpoint);
    });

    it('are refused to whoever ran it before, from the moment its successor loads', async () => {
      await runBy(1).save('award', { position: AT, state: 1 });
      expect(await runBy(2).load('award')).toEqual({ position: AT, state: 1 });
      const late = runBy(1);
      await expect(late.save('award', { position: AT, state: 2 })).rejects.toThrow(
        CheckpointRefused,
      );
      await expect(late.load('award')).rejects.toThrow(CheckpointRefused);
      expect(await runBy(2).load('award')).toEqual({ position: AT, state: 1 });
    });

    it('are refused to whoever does not run it at all', async () => {
      await expect(runBy(undefined).load('award')).rejects.toThrow(CheckpointRefused);
      await expect(runBy(undefined).save('award', { position: AT, state: 1 })).rejects.toThrow(
        CheckpointRefused,
      );
    });

    it('say so when they cannot be reached', async () => {
      const closed = await openClusterDatabase({ url: given.url });
      await closed.close();
      const checkpoints = postgresCheckpoints(closed, () => 1);
      await expect(checkpoints.load('award')).rejects.toThrow(CheckpointsUnavailable);
    });
  });
});
