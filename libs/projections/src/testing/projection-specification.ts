import { memoryRows } from '../memory-rows.js';
import type { Projection } from '../projection.js';
import { projectionRunner } from '../runner.js';
import type { Row } from '../table.js';
import { emptyLog, type GivenFact, record } from './recorded-log.js';

/** Rows of a view after these facts. */
export async function rowsAfter(
  facts: readonly GivenFact[],
  projection: Projection,
  view: string,
): Promise<readonly Row[]> {
  const store = emptyLog();
  await record(store, facts);
  const rows = memoryRows();
  const runner = projectionRunner({ store, rows, projections: [projection] });
  await runner.start();
  await runner.caughtUp();
  const { lines } = await runner.status();
  await runner.stop();
  const parked = lines.find((line) => line.parked !== undefined)?.parked;
  if (parked !== undefined) throw new Error(`parked at ${parked.type}: ${parked.error}`);
  return rows.rows(view);
}

/** `await given(facts).when(projection).thenRows('unit', [{ id: 'u' }])`: these rows only. */
export const given = (...facts: readonly GivenFact[]) => ({
  when: (projection: Projection) => ({
    thenRows: async (view: string, expected: readonly object[]): Promise<void> => {
      const rows = await rowsAfter(facts, projection, view);
      expect(rows).toHaveLength(expected.length);
      expected.forEach((row, index) => expect(rows[index]).toMatchObject(row));
    },
    thenNoRows: async (view: string): Promise<void> =>
      expect(await rowsAfter(facts, projection, view)).toEqual([]),
  }),
});
