import fc from 'fast-check';
import { memoryRows, type MemoryRows } from '../memory-rows.js';
import type { Projection } from '../projection.js';
import { projectionRunner } from '../runner.js';
import { emptyLog, type GivenFact, record, repeatingLog } from './recorded-log.js';

const TIMEOUT_MS = 5_000;

const contents = (projection: Projection, rows: MemoryRows): string =>
  JSON.stringify(Object.keys(projection.tables).map((view) => [view, rows.rows(view)]));

/** Small ones, so that batches are handed over and folding goes on meanwhile. */
const batches = fc.constantFrom(1, 2, 5, 1_000);

/** Sizes that add up to at least `length`. */
const piecesOf = (facts: readonly GivenFact[], sizes: readonly number[]): GivenFact[][] => {
  const pieces: GivenFact[][] = [];
  for (let from = 0, turn = 0; from < facts.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(facts.slice(from, from + size));
    from += size;
  }
  return pieces;
};

/**
 * What every projection owes: the same rows, byte for byte, whether its facts come at once, in
 * pieces with restarts between, more than once, or again into a rebuild beside. `facts` makes a log
 * that touches every handler.
 */
export function projectionContract(
  projection: Projection,
  facts: fc.Arbitrary<readonly GivenFact[]>,
): void {
  const atOnce = async (given: readonly GivenFact[]): Promise<string> => {
    const store = emptyLog();
    await record(store, given);
    const rows = memoryRows();
    const runner = projectionRunner({ store, rows, projections: [projection], offline: true });
    await runner.start();
    await runner.caughtUp();
    expect((await runner.status()).lines.map(({ parked }) => parked)).toEqual([undefined]);
    await runner.stop();
    return contents(projection, rows);
  };

  describe(`projection ${projection.name}`, () => {
    it('gives the same rows in pieces of any size, across restarts, delivered twice', () =>
      fc.assert(
        fc.asyncProperty(
          facts,
          fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
          fc.integer({ min: 0, max: 3 }),
          batches,
          async (given, sizes, repeated, batch) => {
            const store = emptyLog();
            const rows = memoryRows();
            const follow = async (): Promise<ReturnType<typeof projectionRunner>> => {
              const runner = projectionRunner({
                store: repeatingLog(store, repeated),
                rows,
                projections: [projection],
                batch,
              });
              await runner.start();
              return runner;
            };
            let runner = await follow();
            for (const [index, piece] of piecesOf(given, sizes).entries()) {
              const head = await record(store, piece);
              expect(await runner.waitFor([projection.name], head, TIMEOUT_MS)).toBe('reached');
              if (index % 2 === 1) {
                await runner.stop();
                runner = await follow();
              }
            }
            await runner.stop();
            expect(contents(projection, rows)).toBe(await atOnce(given));
          },
        ),
        { numRuns: 25 },
      ));

    it('gives the same rows passed from process to process', () =>
      fc.assert(
        fc.asyncProperty(
          facts,
          fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
          batches,
          async (given, sizes, batch) => {
            const store = emptyLog();
            const rows = memoryRows();
            const processes = [1, 2].map(() =>
              projectionRunner({ store, rows, projections: [projection], owned: [], batch }),
            );
            for (const runner of processes) await runner.start();
            for (const [index, piece] of piecesOf(given, sizes).entries()) {
              const owner = processes[index % 2]!;
              await owner.adopt([projection.name]);
              const head = await record(store, piece);
              // Every third is taken away in the middle of its work.
              if (index % 3 !== 0)
                expect(await owner.waitFor([projection.name], head, TIMEOUT_MS)).toBe('reached');
              await owner.disown([projection.name]);
            }
            const [last] = processes;
            await last!.adopt([projection.name]);
            const head = await store.head();
            expect(await last!.waitFor([projection.name], head, TIMEOUT_MS)).toBe('reached');
            for (const runner of processes) await runner.stop();
            expect(contents(projection, rows)).toBe(await atOnce(given));
          },
        ),
        { numRuns: 15 },
      ));

    it('gives the same rows rebuilt beside while facts go on coming', () =>
      fc.assert(
        fc.asyncProperty(
          facts,
          fc.integer({ min: 0, max: 40 }),
          batches,
          async (given, before, batch) => {
            const store = emptyLog();
            const rows = memoryRows();
            await record(store, given.slice(0, before));
            const runner = projectionRunner({ store, rows, projections: [projection], batch });
            await runner.start();
            await runner.caughtUp();
            await runner.rebuild(projection.name);
            const head = await record(store, given.slice(before));
            await runner.caughtUp();
            expect(await runner.waitFor([projection.name], head, TIMEOUT_MS)).toBe('reached');
            const { lines } = await runner.status();
            await runner.stop();
            expect(lines.map(({ generation, role }) => ({ generation, role }))).toEqual([
              { generation: 2, role: 'serving' },
            ]);
            expect(contents(projection, rows)).toBe(await atOnce(given));
          },
        ),
        { numRuns: 15 },
      ));
  });
}
