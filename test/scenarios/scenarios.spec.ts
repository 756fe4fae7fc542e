import { testWorld } from '#libs/scenarios/testing';
import { Loaded } from './loaded.fixtures.js';
import { buildViews } from './read-models.check.js';
import { scenarioSuite } from './scenario.suite.js';

describe('what the five organisations expect', () =>
  scenarioSuite(async () => {
    const world = await testWorld();
    const loaded = await Loaded.into(world);
    const views = await buildViews(world.store);
    return {
      loaded,
      views,
      async close() {
        await views.close();
        await world.close();
      },
    };
  }));
