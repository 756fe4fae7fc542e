import { type ProjectionRunner, projectionRunner } from '#libs/projections';
import { emptyLog, type GivenFact, record } from '#libs/projections/testing';
import type { ReadModels } from '../database.js';
import { READ_MODELS } from '../projections.js';
import { emptyReadModels } from './each-database.js';

export interface Opened extends ReadModels {
  readonly runner: ProjectionRunner;
  /** Records more facts and waits until all read models show them. */
  add(...facts: readonly GivenFact[]): Promise<void>;
}

/** All read models after these facts, in memory or in `describeEachDatabase`'s. Close it. */
export async function readModelsAfter(...facts: readonly GivenFact[]): Promise<Opened> {
  const store = emptyLog();
  const models = await emptyReadModels();
  await record(store, facts);
  const runner = projectionRunner({ store, rows: models.rows, projections: READ_MODELS });
  await runner.start();
  await runner.caughtUp();
  const parked = (await runner.status()).lines.find((line) => line.parked !== undefined);
  if (parked !== undefined) throw new Error(`${parked.name} parked: ${parked.parked?.error}`);
  return {
    ...models,
    runner,
    async add(...more) {
      const head = await record(store, more);
      const names = READ_MODELS.map(({ name }) => name);
      if ((await runner.waitFor(names, head, 5_000)) !== 'reached')
        throw new Error('a read model did not take the facts');
    },
    async close() {
      await runner.stop();
      await models.close();
    },
  };
}
