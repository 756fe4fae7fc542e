import { type LossReason, openClusterDatabase, postgresLeases } from '#libs/cluster';
import { eventually } from '#libs/cluster/testing';
import type { EventStore } from '#libs/event-store';
import { emptyLog } from '#libs/projections/testing';
import { describePostgres, inDatabase, schemaOf } from '#libs/read-models/testing';
import { entityFact, entityProjection, expected, record, shown } from './entities.js';
import { Gate } from './gate.js';
import { startProjector, type TestProjector, type TestProjectorOptions } from './test-projector.js';

const SLOW_MS = 120_000;
const REACHED_MS = 60_000;
const LEASE_MS = 1_500;
const LETTERS = ['a', 'b', 'c'];

describePostgres('fault 16: two processes and one projection', (given) => {
  let url: string;
  let store: EventStore;
  let running: TestProjector[];
  let gate: Gate;
  const projections = LETTERS.map((letter) => entityProjection(letter));
  const names = projections.map(({ name }) => name);

  beforeEach(async () => {
    url = await schemaOf(given.url);
    store = emptyLog();
    running = [];
    gate = new Gate();
  });
  afterEach(async () => {
    gate.open();
    for (const each of running) await each.stop();
  }, SLOW_MS);

  const start = async (name: string, options: Partial<TestProjectorOptions> = {}) => {
    const common = { name, url, store, projections, leaseMs: LEASE_MS };
    const projector = await startProjector({ ...common, ...options });
    running.push(projector);
    return projector;
  };
  const isOver = (projector: TestProjector): void =>
    void (running = running.filter((each) => each !== projector));
  const held = ({ holder }: TestProjector): number => holder.status.held.length;
  let round = 0;
  const write = () => {
    round += 1;
    return record(
      store,
      [1, 2, 3, 4].map((by) => entityFact((round * by) % 5, by + round)),
    );
  };
  /** Whoever keeps it shows everything up to here. */
  const allReached = async (head: Awaited<ReturnType<typeof write>>): Promise<void> =>
    eventually(
      async () => {
        const waited = await Promise.all(
          names.map((name) =>
            Promise.all(running.map(({ runner }) => runner.waitFor([name], head, 0))),
          ),
        );
        return waited.every((answers) => answers.includes('reached'));
      },
      'every projection at the head',
      REACHED_MS,
    );
  const rowsAreRight = async (): Promise<void> => {
    for (const [index, letter] of LETTERS.entries())
      expect(await shown(url, projections[index]!)).toBe(await expected(store, letter));
  };

  it(
    'a killed one: its leases are free within their time, and others go on where it was',
    async () => {
      const first = await start('first');
      await allReached(await write());
      const second = await start('second');
      await eventually(
        () => held(first) > 0 && held(second) > 0 && held(first) + held(second) === 3,
      );
      await allReached(await write());
      const diedAtMs = performance.now();
      isOver(first);
      await Promise.all([
        first.kill(),
        eventually(() => held(second) === 3).then(() => {
          const tookMs = Math.round(performance.now() - diedAtMs);
          process.stderr.write(`fault 16: taken over after ${tookMs} of ${LEASE_MS} ms\n`);
        }),
      ]);
      await allReached(await write());
      await rowsAreRight();
    },
    SLOW_MS,
  );

  it(
    'one paused inside a transaction past its lease: its commit is refused',
    async () => {
      const lost: [string, LossReason][] = [];
      const paused = await start('paused', {
        between: (rows) => gate.between(rows),
        onLost: ({ item }, why) => lost.push([item, why]),
      });
      await eventually(() => held(paused) === 3);
      await allReached(await write());
      gate.close();
      await write();
      await eventually(() => gate.isReached);
      // It is as good as stopped: neither its leases nor its transactions get anywhere.
      paused.leases.cut();
      const successor = await start('successor');
      await eventually(() => held(successor) === 3);
      const head = await write();
      await eventually(async () => (await successor.runner.waitFor(names, head, 50)) === 'reached');
      const refused = gate.outcome();
      gate.open();
      expect(await refused).toBe('LinesFenced');
      expect(lost.map(([, why]) => why)).toEqual(['expired', 'expired', 'expired']);
      paused.leases.heal();
      await eventually(() => held(paused) + held(successor) === 3 && held(paused) > 0);
      await allReached(await write());
      await rowsAreRight();
    },
    SLOW_MS,
  );

  it(
    'one paused past its lease and resumed writes nothing, before it has noticed',
    async () => {
      let pausedMs = 0;
      const lost: LossReason[] = [];
      const paused = await start('paused', {
        elapsedMs: () => performance.now() + pausedMs,
        onLost: (_, why) => lost.push(why),
      });
      await allReached(await write());
      const rowsBefore = await shown(url, projections[0]!);
      // Nobody else is there, so no fence is raised: its own clock is all that tells.
      pausedMs = LEASE_MS;
      expect(await paused.runner.waitFor(names, await write(), REACHED_MS)).toBe('stopped');
      expect(await shown(url, projections[0]!)).toBe(rowsBefore);
      expect(lost).toEqual(['expired', 'expired', 'expired']);
      await allReached(await write());
      await rowsAreRight();
    },
    SLOW_MS,
  );

  it(
    'one cut off from the database stops by itself, and is unhealthy when it has nothing',
    async () => {
      const only = await start('only');
      await allReached(await write());
      only.leases.cut();
      await eventually(() => held(only) === 0);
      expect((await only.runner.status()).lines).toEqual([]);
      await eventually(() => only.holder.status.failure !== undefined);
      only.leases.heal();
      await eventually(() => held(only) === 3 && only.holder.status.failure === undefined);
      // It gets the leases, but cannot begin: given back, and said.
      only.views.cut();
      only.leases.cut();
      await eventually(() => held(only) === 0);
      only.leases.heal();
      await eventually(() => held(only) === 0 && only.holder.status.waiting.length === 3);
      only.views.heal();
      await eventually(() => held(only) === 3);
      await allReached(await write());
      await rowsAreRight();
    },
    SLOW_MS,
  );

  it(
    'a restart of the database under both: nobody writes twice, everybody comes back',
    async () => {
      await Promise.all([start('first'), start('second')]);
      await allReached(await write());
      for (let times = 0; times < 3; times += 1) {
        const head = await write();
        await inDatabase(
          url,
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        );
        await allReached(head);
      }
      await rowsAreRight();
    },
    SLOW_MS,
  );

  it('tokens only ever grow, so that nobody comes back under an old one', async () => {
    const database = await openClusterDatabase({ url });
    const table = postgresLeases(database, LEASE_MS);
    await table.register(['projection:x']);
    const tokens: number[] = [];
    for (const worker of ['w1', 'w2', 'w1']) {
      const [lease] = await table.acquire(worker, ['projection:x']);
      tokens.push(lease?.token ?? 0);
      await table.release(worker, [lease!]);
    }
    await database.close();
    expect(tokens).toEqual([1, 2, 3]);
  });
});
