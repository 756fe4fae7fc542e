import fc from 'fast-check';
import { KeyedCache } from './row-cache.js';
import type { RowReader, TableChanges } from './row-database.port.js';
import { keyedTable, keyText, keyTextOf, physicalTable, type Row } from './table.js';

const things = physicalTable(
  'thing',
  keyedTable({ columns: { id: 'text', seen: 'integer' }, key: ['id'] }),
  1,
  1,
);

type Step = { readonly kind: 'count' | 'replace' | 'delete'; readonly id: string } | 'batch';

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: stepOn('count') },
    { weight: 1, arbitrary: stepOn('replace') },
    { weight: 1, arbitrary: stepOn('delete') },
    { weight: 2, arbitrary: fc.constant('batch' as const) },
  ),
  { maxLength: 80 },
);

function stepOn(kind: 'count' | 'replace' | 'delete'): fc.Arbitrary<Step> {
  return fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map((id) => ({ kind, id }));
}

/** A database in which a batch appears only when the next one is handed over. */
class LateDatabase implements RowReader {
  readonly rows = new Map<string, Row>();
  private underWay: TableChanges | undefined;

  settle(): void {
    for (const row of this.underWay?.puts ?? []) this.rows.set(keyTextOf(things.spec, row), row);
    for (const [id] of this.underWay?.deletes ?? []) this.rows.delete(keyText(id ?? null));
    this.underWay = undefined;
  }

  handOver(changes: TableChanges | undefined): void {
    this.underWay = structuredClone(changes);
  }

  load: RowReader['load'] = async (_, keys) =>
    keys.map(([id]) => this.rows.get(keyText(id ?? null))).filter((row) => row !== undefined);

  loadAll: RowReader['loadAll'] = async () => [...this.rows.values()];
}

it('forgets rows only once they can be read back, while a batch is always under way', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (given, rowsKept) => {
      const database = new LateDatabase();
      const cache = new KeyedCache(things, rowsKept);
      await cache.open(database, true);
      const expected = new Map<string, number>();
      const batch = (): void => {
        database.settle();
        cache.trim();
        database.handOver(cache.take());
      };
      for (const step of given) {
        if (step === 'batch') {
          batch();
          continue;
        }
        const { kind, id } = step;
        cache.need(id);
        await cache.load(database);
        const row = cache.get(id);
        expect(row?.['seen']).toBe(expected.get(id));
        const seen = (expected.get(id) ?? 0) + 1;
        if (kind === 'delete') cache.delete(id);
        else if (kind === 'count' && row !== undefined) cache.change(row, { seen });
        else cache.put({ id, seen });
        if (kind === 'delete') expected.delete(id);
        else expected.set(id, seen);
      }
      batch();
      database.settle();
      expect(new Map([...database.rows].map(([id, { seen }]) => [id, seen]))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
