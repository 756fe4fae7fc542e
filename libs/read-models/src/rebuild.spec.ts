import { projectionRunner } from '#libs/projections';
import { emptyLog, type GivenFact, record, repeatingLog } from '#libs/projections/testing';
import fc from 'fast-check';
import { type ReadModels, openReadModels } from './database.js';
import { dumpTables } from './dump-tables.js';
import { READ_MODELS } from './projections.js';
import { provinceLog } from './testing/logs.fixtures.js';

const NAMES = READ_MODELS.map(({ name }) => name);
const TIMEOUT_MS = 10_000;

const following = async (
  models: ReadModels,
  store: ReturnType<typeof emptyLog>,
  offline = false,
): Promise<ReturnType<typeof projectionRunner>> => {
  const runner = projectionRunner({ store, rows: models.rows, projections: READ_MODELS, offline });
  await runner.start();
  return runner;
};

const rebuilt = async (facts: readonly GivenFact[]): Promise<string> => {
  const store = emptyLog();
  await record(store, facts);
  const models = openReadModels({ file: ':memory:' });
  const runner = await following(models, store, true);
  await runner.caughtUp();
  const { lines } = await runner.status();
  expect(lines.map(({ state }) => state)).toEqual(['live', 'live', 'live', 'live']);
  await runner.stop();
  const dump = await dumpTables(models.db);
  await models.close();
  return dump;
};

describe('all read models together', () => {
  it(
    'are byte for byte the same in pieces, delivered twice, across restarts, rebuilt beside',
    () =>
      fc.assert(
        fc.asyncProperty(
          provinceLog,
          fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 }),
          fc.constantFrom(...NAMES),
          async (facts, sizes, again) => {
            const store = emptyLog();
            const models = openReadModels({ file: ':memory:' });
            let runner = await following(models, repeatingLog(store, 2));
            for (let from = 0, turn = 0; from < facts.length; turn += 1) {
              const size = sizes[turn % sizes.length] ?? 1;
              const head = await record(store, facts.slice(from, from + size));
              from += size;
              expect(await runner.waitFor(NAMES, head, TIMEOUT_MS)).toBe('reached');
              if (turn === 1) await runner.rebuild(again);
              if (turn % 2 === 1) {
                await runner.stop();
                runner = await following(models, repeatingLog(store, 1));
              }
            }
            await runner.caughtUp();
            await runner.stop();
            const dump = await dumpTables(models.db);
            await models.close();
            expect(dump).toBe(await rebuilt(facts));
            expect(dump).toContain('level_indicators {');
          },
        ),
        { numRuns: 20 },
      ),
    60_000,
  );
});
