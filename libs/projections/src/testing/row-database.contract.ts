import { type Position, START } from '#libs/event-store';
import { type LineRecord, type RowDatabase, RowRefused } from '../row-database.port.js';
import { counterTable, keyedTable, logTable, physicalTable, type Row } from '../table.js';

const things = physicalTable(
  'thing',
  keyedTable({
    columns: { owner: 'text', year: 'integer', label: 'text?' },
    key: ['owner', 'year'],
    indexes: [['label']],
  }),
  1,
  1,
);
const sums = physicalTable(
  'sum',
  counterTable({
    columns: { owner: 'text', year: 'integer', count: 'integer' },
    key: ['owner', 'year'],
  }),
  1,
  1,
);
const lines = physicalTable('line', logTable({ columns: { position: 'text' } }), 1, 1);

const LINE: LineRecord = {
  name: 'p',
  version: 1,
  generation: 2,
  shape: '{}',
  role: 'building',
  position: START,
};

const changes = (given: {
  puts?: Row[];
  deletes?: (string | number)[][];
  adds?: Row[];
  appends?: Row[];
}) => ({ puts: [], deletes: [], adds: [], appends: [], ...given });

const plain = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row }));

/** What every database of rows owes the runner. */
export function rowDatabaseContract(
  name: string,
  open: () => RowDatabase | Promise<RowDatabase>,
): void {
  describe(`row database: ${name}`, () => {
    let database: RowDatabase;
    beforeEach(async () => {
      database = await open();
      await database.transaction((tx) => tx.createTables([things, sums, lines], { indexes: true }));
    });
    afterEach(() => database.close());

    it('replaces rows by key, loads those asked for, deletes', async () => {
      const many = Array.from({ length: 60 }, (_, year) => ({ owner: 'a', year, label: null }));
      await database.transaction(async (tx) => {
        await tx.write(things, changes({ puts: [...many, { owner: 'b', year: 1, label: 'x' }] }));
        await tx.write(things, changes({ puts: [{ owner: 'b', year: 1, label: 'y' }] }));
        await tx.write(things, changes({ deletes: [['a', 7]] }));
        expect(
          plain(
            await tx.load(things, [
              ['b', 1],
              ['a', 7],
              ['a', 8],
              ['c', 1],
            ]),
          ),
        ).toEqual([
          { owner: 'b', year: 1, label: 'y' },
          { owner: 'a', year: 8, label: null },
        ]);
        expect(await tx.loadAll(things, 'a')).toHaveLength(59);
        expect(await tx.loadAll(things)).toHaveLength(60);
      });
    });

    it('adds to counters, whether the row is there or not', async () => {
      await database.transaction(async (tx) => {
        await tx.write(sums, changes({ adds: [{ owner: 'a', year: 1, count: 2 }] }));
        await tx.write(
          sums,
          changes({
            adds: [
              { owner: 'a', year: 1, count: -3 },
              { owner: 'a', year: 2, count: 0 },
            ],
          }),
        );
        expect(plain(await tx.loadAll(sums, 'a'))).toEqual([
          { owner: 'a', year: 1, count: -1 },
          { owner: 'a', year: 2, count: 0 },
        ]);
      });
    });

    it('keeps nothing of a transaction that failed', async () => {
      const failed = database.transaction(async (tx) => {
        await tx.write(things, changes({ puts: [{ owner: 'a', year: 1, label: null }] }));
        throw new Error('power cut');
      });
      await expect(failed).rejects.toThrow('power cut');
      expect(await database.transaction((tx) => tx.loadAll(things))).toEqual([]);
    });

    it.each([
      ['a null where none may be', { owner: null, year: 1, label: null }],
      ['a text where a number belongs', { owner: 'a', year: 'one', label: null }],
    ])('refuses %s, and says so', async (_, row) => {
      await expect(
        database.transaction((tx) => tx.write(things, changes({ puts: [row] }))),
      ).rejects.toThrow(RowRefused);
    });

    it('writes batches behind in turn, from copies, whole or not at all', async () => {
      const line = { ...LINE, position: '5' as Position };
      const row: Row = { owner: 'a', year: 1, label: 'x' };
      if (database.writeBehind === undefined) return;
      const behind = (...puts: Row[]): Promise<void> | undefined =>
        database.writeBehind?.({ tables: [{ table: things, changes: changes({ puts }) }], line });
      const first = behind(row);
      row['label'] = 'changed later';
      const refused = behind({ owner: 'b', year: 1, label: 'x' }, { owner: null, year: 2 });
      const seen = database.transaction((tx) => tx.loadAll(things));
      await expect(refused).rejects.toThrow(RowRefused);
      await first;
      expect(plain(await seen)).toEqual([{ owner: 'a', year: 1, label: 'x' }]);
      await behind({ owner: 'c', year: 1, label: null });
      expect(await database.transaction((tx) => tx.lines())).toEqual([line]);
    });

    it('runs transactions one after another', async () => {
      const seen: string[] = [];
      const slow = async (mark: string): Promise<void> => {
        seen.push(`${mark} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${mark} ends`);
      };
      await Promise.all([
        database.transaction(() => slow('first')),
        database.transaction(() => slow('second')),
      ]);
      expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    });

    it('remembers where lines stand, and why one is parked', async () => {
      const line = LINE;
      const parked = { position: '7' as Position, id: 'e', type: 'Bad', error: 'TypeError: no' };
      await database.transaction(async (tx) => {
        await tx.saveLine(line);
        await tx.saveLine({ ...line, position: '6' as Position, parked });
        await tx.saveLine({ ...line, name: 'q' });
        await tx.removeLine({ ...line, name: 'q' });
      });
      expect(await database.transaction((tx) => tx.lines())).toEqual([
        { ...line, position: '6', parked },
      ]);
    });
  });
}
