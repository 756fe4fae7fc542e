import type { Position } from '#libs/event-store';
import { counterTable, type LineRecord } from '#libs/projections';
import { sql } from 'kysely';
import { openPostgresReadModels, type PostgresReadModels } from './postgres-database.js';
import { describePostgres } from './testing/describe-postgres.js';
import { deafLine } from './testing/deaf-line.js';
import { inDatabase, schemaOf } from './testing/schemas.js';

const sums = {
  name: 'sum__1_1',
  spec: counterTable({ columns: { owner: 'text', count: 'integer' }, key: ['owner'] }),
};
const lineAt = (position: number): LineRecord => ({
  name: 'p',
  version: 1,
  generation: 1,
  shape: '{}',
  role: 'serving',
  position: String(position) as Position,
});

/** Ends the connections of this database that write; those of other tests live on. */
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'guong views, writing' and datname = current_database()`;

describePostgres('a connection that breaks', (database) => {
  let url: string;
  let models: PostgresReadModels;
  beforeEach(async () => {
    url = await schemaOf(database.url);
    models = await openPostgresReadModels({ url });
    await models.rows.transaction(async (tx) => {
      await tx.createTables([sums], { indexes: true });
      await tx.saveLine(lineAt(0));
    });
  });
  afterEach(() => models.close());

  const changes = (rows: number, owner = '') => ({
    puts: [],
    deletes: [],
    adds: Array.from({ length: rows }, (_, n) => ({ owner: `${owner}${n}`, count: 1 })),
    appends: [],
  });

  const batch = (position: number, rows: number): Promise<void> =>
    models.rows.transaction(async (tx) => {
      await tx.write(sums, changes(rows));
      await tx.saveLine(lineAt(position));
    });

  const stored = async (): Promise<{ readonly low: number; readonly high: number }> => {
    const [row] = await inDatabase<{ low: string | null; high: string | null }>(
      url,
      'select min(count) as low, max(count) as high from sum__1_1',
    );
    return { low: Number(row?.low ?? 0), high: Number(row?.high ?? 0) };
  };

  it('leaves nothing of a batch it broke in, and the next one connects anew', async () => {
    const broken = models.rows.transaction(async (tx) => {
      await tx.write(sums, changes(100));
      await tx.loadAll(sums);
      await inDatabase(url, CUT);
      await tx.write(sums, changes(100, 'more'));
      await tx.saveLine(lineAt(1));
    });
    await expect(broken).rejects.toThrow();
    expect(await stored()).toEqual({ low: 0, high: 0 });
    await batch(1, 100);
    expect(await stored()).toEqual({ low: 1, high: 1 });
  });

  it('at any moment: what was answered is there once, what was refused is not', async () => {
    let answered = 0;
    let refused = 0;
    for (let round = 0; round < 25; round += 1) {
      const under = batch(round + 1, 1_500).then(
        () => (answered += 1),
        () => (refused += 1),
      );
      // From before it is sent to after it is committed.
      for (let wait = 0; wait < round % 8; wait += 1)
        await new Promise((resolve) => setTimeout(resolve, 2));
      await inDatabase(url, CUT);
      await under;
      expect(await stored()).toEqual({ low: answered, high: answered });
    }
    expect(answered + refused).toBe(25);
    await batch(99, 1_500);
    expect(await stored()).toEqual({ low: answered + 1, high: answered + 1 });
  }, 60_000);

  it('before a commit is answered: looks whether it is there, and writes it once', async () => {
    const line = await deafLine(url);
    const far = await openPostgresReadModels({ url: line.url });
    await far.rows.transaction((tx) => tx.lines());
    const farBatch = (position: number): Promise<void> =>
      far.rows.transaction(async (tx) => {
        await tx.write(sums, changes(10));
        await tx.saveLine(lineAt(position));
      });
    await farBatch(1);
    line.cutAt('COMMIT');
    await farBatch(2);
    expect(line.cuts).toBe(1);
    expect(await stored()).toEqual({ low: 2, high: 2 });
    await farBatch(3);
    expect(await stored()).toEqual({ low: 3, high: 3 });
    await far.close();
    line.close();
  });

  it('is no concern of queries: theirs are others, and broken ones are replaced', async () => {
    expect(await models.rows.committed.loadAll(sums)).toEqual([]);
    const slow = sql`select pg_sleep(20)`.execute(models.db);
    const refused = expect(slow).rejects.toThrow();
    await inDatabase(url, CUT);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await inDatabase(url, CUT.replace('writing', 'reading'));
    await refused;
    // A pooled connection may not have noticed yet that it is broken.
    const look = () => models.rows.committed.loadAll(sums).catch(() => undefined);
    while ((await look()) === undefined);
    expect(await models.rows.committed.loadAll(sums)).toEqual([]);
  });

  it('cut in the middle of a query: an error of that query alone', async () => {
    const line = await deafLine(url);
    const far = await openPostgresReadModels({ url: line.url });
    const look = () => sql<{ n: number }>`select count(*) as n from sum__1_1`.execute(far.db);
    line.cutAt('SELECT');
    await expect(look()).rejects.toThrow();
    expect(line.cuts).toBe(1);
    expect((await look()).rows).toEqual([{ n: 0 }]);
    await far.close();
    line.close();
  });

  it('takes the place of a character it has no room for, and stops nobody', async () => {
    await models.rows.transaction((tx) => tx.write(sums, changes(1, 'a\0"\\{,}')));
    expect(await models.rows.committed.load(sums, [['a\ufffd"\\{,}0'], ['NULL']])).toEqual([
      { owner: 'a\ufffd"\\{,}0', count: 1 },
    ]);
  });
});
