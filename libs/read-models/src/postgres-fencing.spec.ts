import type { Position } from '#libs/event-store';
import { counterTable, keyedTable, type LineRecord, LinesFenced } from '#libs/projections';
import fc from 'fast-check';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openPostgresReadModels, type PostgresReadModels } from './postgres-database.js';
import { describePostgres } from './testing/describe-postgres.js';
import { inDatabase, schemaOf } from './testing/schemas.js';

const sums = {
  name: 'sum__1_1',
  spec: counterTable({ columns: { owner: 'text', count: 'integer' }, key: ['owner'] }),
};
const things = {
  name: 'thing__1_1',
  spec: keyedTable({ columns: { id: 'text', label: 'text' }, key: ['id'] }),
};
const lineOf = (name: string, position = 0): LineRecord => ({
  name,
  version: 1,
  generation: 1,
  shape: '{}',
  role: 'serving',
  position: String(position).padStart(6, '0') as Position,
});
const plus = (owner: string, count: number) => ({
  puts: [],
  deletes: [],
  adds: [{ owner, count }],
  appends: [],
});

/** Bound for what takes a second or two where nobody else is at work. */
const SLOW_MS = 60_000;

describePostgres('several processes and one database', (database) => {
  let url: string;
  const opened: PostgresReadModels[] = [];

  beforeEach(async () => {
    url = await schemaOf(database.url);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((models) => models.close()));
  });

  const open = async (fence?: number): Promise<PostgresReadModels> => {
    const fences = fence === undefined ? {} : { fence: () => fence };
    const models = await openPostgresReadModels({ url, ...fences });
    opened.push(models);
    return models;
  };

  const holder = async (fence: number, ...names: readonly string[]) => {
    const models = await open(fence);
    for (const name of names) await models.claimFence(name, fence);
    return models;
  };

  const begin = (models: PostgresReadModels, ...names: readonly string[]): Promise<void> =>
    models.rows.transaction(async (tx) => {
      await tx.createTables([sums, things], { indexes: true });
      for (const name of names) await tx.saveLine(lineOf(name));
    });

  /** Adds to a counter and moves the line, as a batch of a projection does. */
  const add = (models: PostgresReadModels, name: string, count: number, position: number) =>
    models.rows.transaction(async (tx) => {
      await tx.write(sums, plus(name, count));
      await tx.saveLine(lineOf(name, position));
    });

  const sumOf = async (name: string): Promise<number> => {
    const rows = await inDatabase<{ count: string }>(
      url,
      `select count from sum__1_1 where owner = '${name}'`,
    );
    return Number(rows[0]?.count ?? 0);
  };

  it('makes its tables once, however many begin at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => open()));
    const tables = await inDatabase<{ name: string }>(
      url,
      'select tablename as name from pg_tables where schemaname = current_schema order by 1',
    );
    expect(tables.map(({ name }) => name)).toEqual(['projection_fence', 'projection_line']);
  });

  it.each([0, 1, 2, 3, 4])(
    'refuses the whole of a transaction taken over at its statement %i',
    async (moment) => {
      const old = await holder(1, 'p');
      await begin(old, 'p');
      await add(old, 'p', 1, 1);
      const taken = async (): Promise<PostgresReadModels> => holder(2, 'p');
      let heir: PostgresReadModels | undefined;
      const late = old.rows.transaction(async (tx) => {
        for (let step = 0; step < 5; step += 1) {
          if (step === moment) heir = await taken();
          // A read sends what was written so far: its rows are locked from here on.
          await tx.write(things, {
            ...plus('', 0),
            adds: [],
            puts: [{ id: `${step}`, label: 'x' }],
          });
          await tx.load(things, [['0']]);
        }
        await tx.saveLine(lineOf('p', 2));
      });
      await expect(late).rejects.toThrow(LinesFenced);
      await expect(late).rejects.toMatchObject({ projections: ['p'] });
      expect(await heir!.rows.transaction((tx) => tx.loadAll(things))).toEqual([]);
      const [line] = await heir!.rows.transaction((tx) => tx.lines());
      expect(line?.position).toBe('000001');
      await add(heir!, 'p', 10, 2);
      await expect(add(old, 'p', 1, 3)).rejects.toThrow(LinesFenced);
      expect(await sumOf('p')).toBe(11);
    },
  );

  it(
    'keeps to one writer whenever the other claims, and counts nothing twice',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
          async (gaps) => {
            url = await schemaOf(database.url);
            let writer = await holder(1, 'p');
            await begin(writer, 'p');
            let sum = 0;
            for (const [turn, gap] of gaps.entries()) {
              const now = writer;
              const under = Array.from({ length: 6 }, (_, n) => add(now, 'p', 1, turn * 10 + n));
              const answers = Promise.allSettled(under);
              for (let wait = 0; wait < gap; wait += 1) await inDatabase(url, 'select 1');
              writer = await holder(turn + 2, 'p');
              const seen = await sumOf('p');
              const stored = (await answers).map(({ status }) => status);
              sum += stored.filter((status) => status === 'fulfilled').length;
              expect(seen).toBe(sum);
              await writer.rows.transaction((tx) => tx.lines());
              await expect(add(now, 'p', 1, 99)).rejects.toThrow(LinesFenced);
            }
            expect(await sumOf('p')).toBe(sum);
            await Promise.all(opened.splice(0).map((models) => models.close()));
          },
        ),
        { numRuns: 4, seed: 4 },
      ),
    SLOW_MS,
  );

  it('names all that were taken over, and lets the rest go on', async () => {
    const names = ['p', 'q', 'r'];
    const old = await holder(1, ...names);
    await begin(old, ...names);
    await holder(2, 'r', 'p');
    const all = old.rows.transaction(async (tx) => {
      for (const name of names) await tx.saveLine(lineOf(name, 1));
    });
    await expect(all).rejects.toMatchObject({ projections: ['p', 'r'] });
    await add(old, 'q', 1, 1);
    expect(await sumOf('q')).toBe(1);
  });

  it('begins nothing for a projection not its own, nor with a token outlived', async () => {
    const models = await openPostgresReadModels({ url, fence: () => undefined });
    opened.push(models);
    await expect(begin(models, 'p')).rejects.toMatchObject({ projections: ['p'] });
    const heir = await holder(3, 'p');
    await expect(heir.claimFence('p', 2)).rejects.toThrow(LinesFenced);
    await heir.claimFence('p', 3);
  });

  it('waits for a paused process no longer than it may idle', async () => {
    const old = await holder(1, 'p');
    await begin(old, 'p');
    const paused = new Client({ connectionString: url });
    paused.on('error', () => undefined);
    await paused.connect();
    await paused.query('begin; set local idle_in_transaction_session_timeout = 1500');
    await paused.query(`select projection_hold_1('{p}', '{1}', '{}', '{}', '{}', '{}')`);
    const claimed = holder(2, 'p');
    const waiting = `select pid from pg_stat_activity
      where wait_event_type = 'Lock' and query like 'insert into projection_fence%'`;
    while ((await inDatabase(url, waiting)).length === 0);
    await claimed;
    const { rows } = await sql`show idle_in_transaction_session_timeout`.execute(old.db);
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: '5s' }]);
  });

  it(
    'claims in any order against many lines in one transaction without a deadlock',
    async () => {
      const names = Array.from({ length: 8 }, (_, n) => `p${n}`);
      const old = await holder(1, ...names);
      await begin(old, ...names);
      const heir = await open(2);
      const failures: unknown[] = [];
      const claims = new AbortController();
      const writing = (async () => {
        for (let position = 1; !claims.signal.aborted; position += 1)
          await old.rows
            .transaction(async (tx) => {
              for (const name of [...names].reverse()) {
                await tx.write(sums, plus(name, 1));
                await tx.saveLine(lineOf(name, position));
              }
            })
            .catch((error: unknown) => failures.push(error));
      })();
      await Promise.all([...names].reverse().map((name) => heir.claimFence(name, 2)));
      claims.abort();
      await writing;
      expect(failures.filter((error) => !(error instanceof LinesFenced))).toEqual([]);
      await expect(add(old, 'p0', 1, 1)).rejects.toThrow(LinesFenced);
    },
    SLOW_MS,
  );

  it('notices lines that somebody else moved, with and without fences', async () => {
    const one = await open();
    await begin(one, 'p');
    const other = await open();
    await other.rows.transaction((tx) => tx.lines());
    await add(other, 'p', 1, 1);
    await expect(add(one, 'p', 1, 1)).rejects.toThrow('another process writes the same lines: p');
    await one.rows.transaction((tx) => tx.lines());
    await add(one, 'p', 1, 2);
    expect(await sumOf('p')).toBe(2);
  });

  it('notices it also after a look at the lines, of others or of all', async () => {
    const one = await open();
    await begin(one, 'p', 'q');
    const other = await open();
    await other.rows.transaction((tx) => tx.lines(['p']));
    await add(other, 'p', 1, 1);
    expect(await one.rows.transaction((tx) => tx.lines(['q']))).toEqual([lineOf('q')]);
    expect(await one.rows.committed.lines()).toEqual([lineOf('p', 1), lineOf('q')]);
    await expect(add(one, 'p', 1, 1)).rejects.toThrow('another process writes the same lines: p');
    expect(await sumOf('p')).toBe(1);
  });
});
