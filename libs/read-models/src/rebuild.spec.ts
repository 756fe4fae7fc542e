import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Page } from '#libs/event-store';
import { projectionRunner } from '#libs/projections';
import { emptyLog, type GivenFact, record, repeatingLog } from '#libs/projections/testing';
import fc from 'fast-check';
import { type ReadModels, openReadModels } from './database.js';
import { dumpTables } from './dump-tables.js';
import { READ_MODELS } from './projections.js';
import { describeEachDatabase, emptyReadModels } from './testing/each-database.js';
import { provinceLog } from './testing/logs.fixtures.js';

const NAMES = READ_MODELS.map(({ name }) => name);
const TIMEOUT_MS = 10_000;
const ENVELOPE = new Set<string | symbol>(['id', 'actor', 'occurredAt', 'commandId', 'policy']);

const following = async (
  models: ReadModels,
  store: ReturnType<typeof emptyLog>,
  offline = false,
  batch = 1_000,
): Promise<ReturnType<typeof projectionRunner>> => {
  const runner = projectionRunner({
    store,
    rows: models.rows,
    projections: READ_MODELS,
    offline,
    batch,
  });
  await runner.start();
  return runner;
};

/** The same log; notes the types whose sealed part or envelope is looked at unannounced. */
const noticing = (store: EventStore, looked: string[]): EventStore => {
  const read = async (...[after, options]: Parameters<EventStore['readAll']>): Promise<Page> => {
    const page = await store.readAll(after, options);
    const { envelope = [], sealed = [] } = options.parts ?? {};
    const events = page.events.map(
      (event) =>
        new Proxy(event, {
          get(target, field) {
            const wanted = field === 'sealed' ? sealed : ENVELOPE.has(field) ? envelope : undefined;
            if (wanted !== undefined && !wanted.includes(target.type))
              looked.push(`${target.type}.${String(field)}`);
            return Reflect.get(target, field, target) as unknown;
          },
        }),
    );
    return { ...page, events };
  };
  return {
    ...store,
    head: () => store.head(),
    readAll: read,
    subscribe: store.subscribe.bind(store),
  };
};

/** Always in SQLite: what PostgreSQL holds must equal it line by line. */
const rebuilt = async (facts: readonly GivenFact[]): Promise<string> => {
  const store = emptyLog();
  await record(store, facts);
  const models = openReadModels({ file: ':memory:' });
  const runner = await following(models, store, true);
  await runner.caughtUp();
  const { lines } = await runner.status();
  expect(lines.map(({ state }) => state)).toEqual(NAMES.map(() => 'live'));
  await runner.stop();
  const dump = await dumpTables(models.db);
  await models.close();
  return dump;
};

describe('all read models together', () => {
  it('look at no part of an event that they do not announce', async () => {
    await fc.assert(
      fc.asyncProperty(provinceLog, async (facts) => {
        const store = emptyLog();
        await record(store, facts);
        const looked: string[] = [];
        const models = openReadModels({ file: ':memory:' });
        const runner = await following(models, noticing(store, looked));
        await runner.caughtUp();
        await runner.stop();
        await models.close();
        expect(looked).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('are byte for byte the same written by a second thread', async () => {
    const store = emptyLog();
    const facts = fc.sample(provinceLog, { seed: 7, numRuns: 12 }).flat();
    await record(store, facts);
    const folder = mkdtempSync(join(tmpdir(), 'views-'));
    const models = openReadModels({ file: join(folder, 'views.db') });
    const runner = await following(models, store, true, 10);
    await runner.caughtUp();
    for (const name of NAMES) await runner.rebuild(name);
    await runner.caughtUp();
    await runner.stop();
    const dump = await dumpTables(models.db);
    await models.close();
    rmSync(folder, { recursive: true });
    expect(dump).toBe(await rebuilt(facts));
  });
});

describeEachDatabase(() => {
  it('are byte for byte the same built in large batches, and rebuilt beside', async () => {
    const store = emptyLog();
    const facts = fc.sample(provinceLog, { seed: 7, numRuns: 12 }).flat();
    await record(store, facts);
    const models = await emptyReadModels();
    const runner = await following(models, store, true, 40);
    await runner.caughtUp();
    for (const name of NAMES) await runner.rebuild(name);
    await runner.caughtUp();
    await runner.stop();
    const dump = await dumpTables(models.db);
    await models.close();
    expect(dump).toBe(await rebuilt(facts));
  }, 60_000);

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
            const models = await emptyReadModels();
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
